import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { AttemptAborted } from '../../src/queue/attempt-aborted.js';
import type { Database } from '../../src/queue/database.js';
import type { Job } from '../../src/queue/job.js';
import { NotBefore } from '../../src/queue/queue.js';
import { freshSchema, testDatabases } from './test-databases.js';
import {
  aborted,
  command,
  gate,
  leaveMergeGroup,
  mergeGroup,
  mortal,
  nameOf,
  never,
  review,
  shared,
  testQueue,
} from './test-queue.js';

const WAIT = { timeout: 15_000, interval: 10 };

describe.each(await testDatabases())('the queue on $name', ({ open, remove }) => {
  let database: Database;
  let schema: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => {
    await database.close();
    remove();
  });
  beforeEach(() => {
    schema = freshSchema();
  });
  afterEach(async () => {
    await database.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  });

  /** Works until nothing is left, and gives what was run, in order. */
  async function runAll(jobs: readonly (readonly [string, readonly Job[]])[]): Promise<string[]> {
    const queue = await testQueue(database, schema, { concurrency: 1 });
    for (const [delivery, of] of jobs) await queue.accept(delivery, of);
    const ran: string[] = [];
    await queue.work({
      run: async (job) => {
        ran.push(nameOf(job));
      },
      giveUp: never,
    });
    await vi.waitFor(async () => {
      expect(await queue.stats()).toMatchObject({ waiting: 0, active: 0 });
    }, WAIT);
    return ran;
  }

  it.each<[string, readonly (readonly [string, readonly Job[]])[], readonly string[]]>([
    ['nothing', [['1', []]], []],
    [
      'what follows from one delivery, in its order',
      [['1', [review(3), review(1), review(2)]]],
      ['review 3a', 'review 1a', 'review 2a'],
    ],
    [
      'deliveries in the order of their arrival',
      [
        ['1', [review(2)]],
        ['2', [review(1)]],
        ['3', [command(2, 1)]],
      ],
      ['review 2a', 'review 1a', 'command 2/1'],
    ],
    [
      'a delivery once, however often it arrives',
      [
        ['1', [review(1), review(2)]],
        ['2', [review(1, 'b')]],
        ['1', [review(1), review(2)]],
      ],
      ['review 1a', 'review 2a', 'review 1b'],
    ],
    [
      'a review of every pushed commit, because each has a check to close',
      [
        ['1', [review(1, 'a')]],
        ['2', [review(2, 'a')]],
        ['3', [review(1, 'b')]],
        ['4', [review(1, 'c')]],
      ],
      ['review 1a', 'review 2a', 'review 1b', 'review 1c'],
    ],
    [
      'what is asked for twice once, in the place of the first',
      [
        ['1', [review(1, 'a')]],
        ['2', [review(2, 'a')]],
        ['3', [review(1, 'a')]],
        ['4', [review(1, 'a', { again: 'run-1' })]],
      ],
      ['review 1a', 'review 2a', 'review 1a again'],
    ],
    [
      'every command, whatever is pushed',
      [
        ['1', [command(1, 1)]],
        ['2', [review(1, 'a')]],
        ['3', [command(1, 2)]],
        ['4', [review(1, 'b')]],
      ],
      ['command 1/1', 'review 1a', 'command 1/2', 'review 1b'],
    ],
    [
      'no review of a merge group that was left',
      [
        ['1', [mergeGroup('a')]],
        ['2', [mergeGroup('b')]],
        ['3', [leaveMergeGroup('a')]],
      ],
      ['leave a', 'group b'],
    ],
  ])('runs %s', async (_name, deliveries, expected) => {
    expect(await runAll(deliveries)).toEqual(expected);
  });

  it('knows a delivery again after its jobs were done', async () => {
    const queue = await testQueue(database, schema);
    const run = vi.fn(async () => undefined);
    await queue.work({ run, giveUp: never });
    await queue.accept('1', [review(1)]);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), WAIT);
    await queue.accept('1', [review(1)]);
    await queue.accept('2', [review(2)]);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), WAIT);
    await sleep(100);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('stores all jobs of a delivery or none, and does not take others along', async () => {
    const queue = await testQueue(database, schema);
    const unstorable: Job = {
      kind: 'press-button',
      installation: 1,
      owner: 'example',
      repo: 'shop',
      checkRun: 1,
      head: 'a'.repeat(40),
      button: '\0',
      sender: 'somebody',
    };
    const results = await Promise.allSettled([
      queue.accept('1', [review(1)]),
      queue.accept('2', [review(2), unstorable]),
      queue.accept('3', [review(3)]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await queue.stats()).waiting).toBe(2);
  });

  it('never runs two jobs of one subject at a time, with four workers, and each once', async () => {
    const running = new Map<number, number>();
    const ran: string[] = [];
    let most = 0;
    const run = async (job: Job) => {
      if (job.kind !== 'run-command') return;
      const now = (running.get(job.number) ?? 0) + 1;
      running.set(job.number, now);
      most = Math.max(most, now);
      await sleep(5);
      running.set(job.number, now - 1);
      ran.push(`${job.number}/${job.comment}`);
    };
    const queues = [];
    for (let worker = 0; worker < 4; worker++) queues.push(await testQueue(shared(database), schema));
    for (let comment = 1; comment <= 10; comment++) {
      await queues[comment % 4]!.accept(
        `${comment}`,
        [1, 2, 3].map((number) => command(number, comment)),
      );
    }
    await Promise.all(queues.map((queue) => queue.work({ run, giveUp: never })));
    await vi.waitFor(() => expect(ran).toHaveLength(30), WAIT);
    expect(most).toBe(1);
    for (const number of [1, 2, 3]) {
      expect(ran.filter((name) => name.startsWith(`${number}/`))).toEqual(
        Array.from({ length: 10 }, (_, index) => `${number}/${index + 1}`),
      );
    }
  });

  it.each(['the same worker', 'another worker'])(
    'aborts a running review for a newer push to %s',
    async (where) => {
      const worker = await testQueue(shared(database), schema);
      const other = where === 'another worker' ? await testQueue(shared(database), schema) : worker;
      const ran: string[] = [];
      const started = gate();
      let reason: unknown;
      await worker.work({
        run: async (job, { signal }) => {
          ran.push(nameOf(job));
          if (ran.length > 1) return;
          started.open();
          reason = await aborted(signal);
          throw reason;
        },
        giveUp: never,
      });
      await worker.accept('1', [review(1, 'a')]);
      await started.opened;
      const pushed = performance.now();
      await other.accept('2', [review(1, 'b')]);
      await vi.waitFor(() => expect(ran).toEqual(['review 1a', 'review 1a', 'review 1b']), WAIT);
      expect(reason).toMatchObject({ name: 'AttemptAborted', code: 'superseded' });
      expect(performance.now() - pushed).toBeLessThan(2_000);
      await vi.waitFor(
        async () => expect(await worker.stats()).toMatchObject({ waiting: 0, active: 0 }),
        WAIT,
      );
    },
  );

  it('lets a running review end if the same is asked for once more, and then asks it', async () => {
    const queue = await testQueue(database, schema);
    const ran: string[] = [];
    const started = gate();
    const goOn = gate();
    let wasAborted = false;
    await queue.work({
      run: async (job, { signal }) => {
        ran.push(nameOf(job));
        started.open();
        await goOn.opened;
        wasAborted ||= signal.aborted;
      },
      giveUp: never,
    });
    await queue.accept('1', [review(1)]);
    await started.opened;
    await queue.accept('2', [review(1)]);
    await sleep(200);
    goOn.open();
    await vi.waitFor(() => expect(ran).toEqual(['review 1a', 'review 1a']), WAIT);
    expect(wasAborted).toBe(false);
  });

  it('puts a job off until the time it names, without counting an attempt', async () => {
    const queue = await testQueue(database, schema);
    const runs: { readonly at: number; readonly attempt: number }[] = [];
    const giveUp = vi.fn(never);
    await queue.work({
      run: async (_job, { number }) => {
        runs.push({ at: Date.now(), attempt: number });
        if (runs.length <= 6) throw new NotBefore(new Date(Date.now() + 100), 'limit');
      },
      giveUp,
    });
    await queue.accept('1', [review(1)]);
    await vi.waitFor(() => expect(runs).toHaveLength(7), WAIT);
    expect(runs.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    for (const [index, { at }] of runs.entries()) {
      if (index > 0) expect(at - runs[index - 1]!.at).toBeGreaterThanOrEqual(95);
    }
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('lets the other jobs of a subject pass one that waits for its time', async () => {
    const queue = await testQueue(database, schema);
    const ran: string[] = [];
    await queue.work({
      run: async (job) => {
        if (job.kind === 'run-command' && job.comment === 1 && ran.length === 0) {
          throw new NotBefore(new Date(Date.now() + 400), 'limit');
        }
        ran.push(nameOf(job));
      },
      giveUp: never,
    });
    await queue.accept('1', [command(1, 1)]);
    await queue.accept('2', [command(1, 2)]);
    await vi.waitFor(() => expect(ran).toEqual(['command 1/2', 'command 1/1']), WAIT);
  });

  it('tries again, waits longer each time, gives up, and tries that again too', async () => {
    const queue = await testQueue(database, schema, { timing: { firstRetry: 50, longestRetry: 80 } });
    const attempts: number[] = [];
    const times: number[] = [];
    const gaveUp: unknown[] = [];
    await queue.work({
      run: async (_job, { number }) => {
        attempts.push(number);
        times.push(Date.now());
        throw new TypeError(`failed ${number}`);
      },
      giveUp: async (job, error) => {
        gaveUp.push([nameOf(job), String(error)]);
        if (gaveUp.length < 3) throw new Error('GitHub is down');
      },
    });
    await queue.accept('1', [review(1)]);
    await vi.waitFor(() => expect(gaveUp).toHaveLength(3), WAIT);
    await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ waiting: 0, active: 0 }), WAIT);
    expect(attempts).toEqual([1, 2, 3]);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(45);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(75);
    expect(gaveUp).toEqual(Array.from({ length: 3 }, () => ['review 1a', 'TypeError: failed 3']));
  });

  it('aborts an attempt that takes too long, and goes on without one that does not listen', async () => {
    const queue = await testQueue(database, schema, { timing: { attempt: 100, attempts: 1 } });
    const gaveUp: unknown[] = [];
    await queue.work({
      run: (job, { signal }) =>
        job.kind === 'review-pull-request' && job.number === 1
          ? aborted(signal).then((reason) => Promise.reject(reason as Error))
          : new Promise(() => undefined),
      giveUp: async (job, error) => {
        gaveUp.push([nameOf(job), (error as Error).name]);
      },
    });
    await queue.accept('1', [review(1), review(2)]);
    await vi.waitFor(() => expect(gaveUp).toHaveLength(2), WAIT);
    expect(gaveUp.sort()).toEqual([
      ['review 1a', AttemptAborted.name],
      ['review 2a', AttemptAborted.name],
    ]);
  });

  it('works on as many jobs at a time as it may', async () => {
    const queue = await testQueue(database, schema, { concurrency: 3 });
    let running = 0;
    let most = 0;
    let done = 0;
    await queue.work({
      run: async () => {
        most = Math.max(most, ++running);
        // Long enough for the others to begin, however busy the machine is.
        if (most < 3) await vi.waitFor(() => expect(most).toBe(3), WAIT);
        await sleep(30);
        running--;
        done++;
      },
      giveUp: never,
    });
    await queue.accept(
      '1',
      Array.from({ length: 12 }, (_, index) => review(index + 1)),
    );
    await vi.waitFor(() => expect(done).toBe(12), WAIT);
    expect(most).toBe(3);
  });

  it('hands back at its stop what does not end in time, and others take it at once', async () => {
    const first = await testQueue(shared(database), schema, { timing: { stop: 50 } });
    const second = await testQueue(shared(database), schema);
    const started = gate();
    const reasons: unknown[] = [];
    await first.work({
      run: async (job, { signal }) => {
        if (nameOf(job) === 'review 1a') started.open();
        reasons.push(await aborted(signal));
        throw new Error('aborted');
      },
      giveUp: never,
    });
    await first.accept('1', [review(1), review(2)]);
    await started.opened;
    await vi.waitFor(async () => expect((await first.stats()).active).toBe(2), WAIT);
    await first.stop();
    expect(await second.stats()).toMatchObject({ waiting: 2, active: 0 });
    expect(reasons).toEqual([
      expect.objectContaining({ code: 'stopping' }),
      expect.objectContaining({ code: 'stopping' }),
    ]);
    const attempts: number[] = [];
    await second.work({
      run: async (_job, { number }) => {
        attempts.push(number);
      },
      giveUp: never,
    });
    await vi.waitFor(() => expect(attempts).toEqual([1, 1]), WAIT);
  });

  it('waits at its stop for what ends in time', async () => {
    const queue = await testQueue(database, schema);
    const started = gate();
    let done = false;
    await queue.work({
      run: async () => {
        started.open();
        await sleep(100);
        done = true;
      },
      giveUp: never,
    });
    await queue.accept('1', [review(1)]);
    await started.opened;
    await queue.stop();
    expect(done).toBe(true);
    expect(await queue.stats()).toMatchObject({ waiting: 0, active: 0 });
  });

  it('takes over the job of a worker that gives no sign of life, which is told to stop', async () => {
    const dying = mortal(shared(database));
    const timing = { lease: 400 };
    const first = await testQueue(dying.database, schema, { timing });
    const second = await testQueue(shared(database), schema, { timing });
    const started = gate();
    const attempts: number[] = [];
    await first.work({
      run: () => {
        started.open();
        return new Promise(() => undefined);
      },
      giveUp: never,
    });
    await first.accept('1', [review(1)]);
    await started.opened;
    await second.work({
      run: async (_job, { number }) => {
        attempts.push(number);
      },
      giveUp: never,
    });
    await sleep(600);
    expect(attempts).toEqual([]);
    dying.kill();
    await vi.waitFor(() => expect(attempts).toEqual([2]), WAIT);
  });

  it('aborts an attempt whose claim was lost, and does not let it decide about the job', async () => {
    const slow = shared(database);
    const first = await testQueue(slow, schema, { timing: { beat: 700, lease: 300 } });
    const second = await testQueue(slow, schema, { timing: { lease: 300 } });
    const started = gate();
    const goOn = gate();
    let reason: unknown;
    let done = 0;
    await first.work({
      run: async (_job, { signal }) => {
        started.open();
        reason = await aborted(signal);
      },
      giveUp: never,
    });
    await first.accept('1', [review(1)]);
    await started.opened;
    const taken = gate();
    await second.work({
      run: async () => {
        taken.open();
        await goOn.opened;
        done++;
      },
      giveUp: never,
    });
    await taken.opened;
    await vi.waitFor(() => expect(reason).toMatchObject({ code: 'claim-lost' }), WAIT);
    expect(await second.stats()).toMatchObject({ active: 1 });
    goOn.open();
    await vi.waitFor(() => expect(done).toBe(1), WAIT);
  });

  it('tells how much waits and for how long', async () => {
    const queue = await testQueue(database, schema);
    expect(await queue.stats()).toEqual({ waiting: 0, active: 0, oldestWaitingSeconds: 0 });
    await queue.accept('1', [review(1), review(2)]);
    await vi.waitFor(async () => {
      const stats = await queue.stats();
      expect(stats).toMatchObject({ waiting: 2, active: 0 });
      expect(stats.oldestWaitingSeconds).toBeGreaterThan(0.25);
      expect(stats.oldestWaitingSeconds).toBeLessThan(5);
    }, WAIT);
  });
});
