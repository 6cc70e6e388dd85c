import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openQueue } from '../../src/queue/boss-queue.js';
import { job } from '../../src/queue/job.js';
import { pino } from 'pino';
import { freshSchema, testDatabases } from '../queue/test-databases.js';
import { deliver, SECRET } from './test-server.js';

const PROCESS = fileURLToPath(new URL('server-process.mjs', import.meta.url));
const DELIVERIES = 500;

// How fast they are acknowledged is measured by bench/webhook-burst.mjs; a busy machine must not fail this test.
describe.each(await testDatabases())('a burst of deliveries to a process on $name', (test) => {
  afterAll(() => test.remove());

  it('is acknowledged and stored, each delivery once, and the process stops in order', async () => {
    const schema = freshSchema();
    const child = fork(PROCESS, [], { execArgv: [] });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.send({ location: test.location, schema, secret: SECRET });
    const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
    const server = { url: `http://127.0.0.1:${port}` };

    const send = (number: number) =>
      deliver(server, JSON.stringify({ number, text: 'x'.repeat(20_000) }), {
        'x-github-delivery': `d-${number}`,
      });
    const numbers = Array.from({ length: DELIVERIES }, (_, index) => index + 1);
    const answers = await Promise.all(numbers.map(send));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(DELIVERIES);
    // Delivered again, with the same ids.
    await Promise.all(numbers.slice(0, 50).map(send));

    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);

    const database = await test.open();
    const queue = await openQueue({ database, schema, log: pino({ level: 'silent' }) });
    expect((await queue.stats()).waiting).toBe(DELIVERIES);
    const stored = await database.query(`SELECT data FROM ${schema}.job`);
    const read = stored.map(({ data }) => job.parse((data as { readonly job: unknown }).job));
    expect(new Set(read.map((own) => 'number' in own && own.number))).toEqual(new Set(numbers));
    await queue.stop();
    await database.query(`DROP SCHEMA ${schema} CASCADE`);
    await database.close();
  });
});
