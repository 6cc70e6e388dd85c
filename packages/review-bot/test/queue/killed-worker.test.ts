import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src/queue/database.js';
import type { Job } from '../../src/queue/job.js';
import { DirectoryInUse } from '../../src/queue/directory-lock.js';
import { freshSchema, testDatabases, type TestDatabase } from './test-databases.js';
import { FAST, review } from './test-queue.js';

const PROCESS = fileURLToPath(new URL('worker-process.mjs', import.meta.url));
const WAIT = { timeout: 30_000, interval: 10 };

interface Event {
  readonly began?: number;
  readonly done?: number;
  readonly attempt?: number;
  readonly accepted?: string;
}

class WorkerProcess {
  readonly events: Event[] = [];
  private constructor(readonly child: ChildProcess) {
    child.on('message', (event) => this.events.push(event as Event));
  }

  static async start(
    database: TestDatabase,
    schema: string,
    jobMilliseconds: number,
  ): Promise<WorkerProcess> {
    const child = fork(PROCESS, [], { execArgv: [] });
    onTestFinished(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    child.send({ location: database.location, schema, jobMilliseconds, timing: { ...FAST, stop: 100 } });
    const worker = new WorkerProcess(child);
    await once(child, 'message');
    return worker;
  }

  accept(delivery: string, jobs: readonly Job[]): void {
    this.child.send({ delivery, jobs });
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await once(this.child, 'exit');
  }

  has(event: Event): boolean {
    return this.events.some((one) => one.began === event.began && one.done === event.done);
  }
}

describe.each(await testDatabases())('a worker process on $name', (test) => {
  afterAll(() => test.remove());

  const dropLater = (schema: string) =>
    onTestFinished(async () => {
      const database = await test.open();
      await database.query(`DROP SCHEMA ${schema} CASCADE`);
      await database.close();
    });

  it('that is killed in the middle of a job leaves it to the next, which does it once', async () => {
    const schema = freshSchema();
    dropLater(schema);
    const killed = await WorkerProcess.start(test, schema, 60_000);
    killed.accept('1', [review(1), review(2), review(3)]);
    await vi.waitFor(() => expect(killed.has({ began: 2 })).toBe(true), WAIT);
    await killed.kill('SIGKILL');
    const since = performance.now();

    const next = await WorkerProcess.start(test, schema, 10);
    await vi.waitFor(() => expect([1, 2, 3].every((number) => next.has({ done: number }))).toBe(true), WAIT);
    console.log(
      `${test.name}: done ${Math.round(performance.now() - since)} ms after the kill (lease ${FAST.lease} ms, start of the process included)`,
    );
    const attempts = Object.fromEntries(
      next.events.flatMap(({ done, attempt }) => (done === undefined ? [] : [[done, attempt]])),
    );
    expect(attempts).toEqual({ 1: 2, 2: 2, 3: 1 });
    expect(next.events.filter(({ done }) => done !== undefined)).toHaveLength(3);
  });

  it('that is killed as soon as it has accepted a delivery leaves it to the next', async () => {
    const schema = freshSchema();
    dropLater(schema);
    const killed = await WorkerProcess.start(test, schema, 60_000);
    killed.accept('1', [review(1), review(2)]);
    await vi.waitFor(() => expect(killed.events).toContainEqual({ accepted: '1' }), {
      ...WAIT,
      interval: 1,
    });
    await killed.kill('SIGKILL');
    const next = await WorkerProcess.start(test, schema, 10);
    // GitHub has not heard the answer, say.
    next.accept('1', [review(1), review(2)]);
    next.accept('2', [review(3)]);
    await vi.waitFor(() => expect([1, 2, 3].every((number) => next.has({ done: number }))).toBe(true), WAIT);
    expect(next.events.filter(({ done }) => done !== undefined)).toHaveLength(3);
  });

  it('that is told to stop hands its jobs back', async () => {
    const schema = freshSchema();
    dropLater(schema);
    const stopped = await WorkerProcess.start(test, schema, 60_000);
    stopped.accept('1', [review(1)]);
    await vi.waitFor(() => expect(stopped.has({ began: 1 })).toBe(true), WAIT);
    await stopped.kill('SIGTERM');
    const next = await WorkerProcess.start(test, schema, 10);
    await vi.waitFor(() => expect(next.has({ done: 1 })).toBe(true), WAIT);
    expect(next.events).toContainEqual({ done: 1, attempt: 1 });
  });

  it.runIf(test.name === 'PGlite')('has its data directory for itself', async () => {
    const schema = freshSchema();
    dropLater(schema);
    const worker = await WorkerProcess.start(test, schema, 10);
    await expect(openDatabase(test.location)).rejects.toThrow(DirectoryInUse);
    await expect(openDatabase(test.location)).rejects.toThrow(/in use by process \d+ on .*DATA_DIRECTORY/);
    await worker.kill('SIGTERM');
  });
});
