/**
 * A worker as a process of its own, for tests that kill it. Takes { location, schema, timing, jobMilliseconds } and tells its
 * parent when it is open, when it begins a job and when it has done one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { openDatabase, openQueue } from '../../dist/queue/index.js';

process.once('message', async ({ location, schema, timing, jobMilliseconds }) => {
  const database = await openDatabase(location);
  const queue = await openQueue({ database, schema, timing, log: pino({ level: 'silent' }) });
  const tell = (message) => new Promise((resolve) => process.send(message, resolve));
  process.on('message', async ({ delivery, jobs }) => {
    await queue.accept(delivery, jobs);
    await tell({ accepted: delivery });
  });
  process.once('SIGTERM', async () => {
    await queue.stop();
    await database.close();
    process.disconnect();
  });
  await queue.work({
    run: async (job, { number, signal }) => {
      await tell({ began: job.number, attempt: number });
      await sleep(jobMilliseconds, undefined, { signal });
      await tell({ done: job.number, attempt: number });
    },
    giveUp: async () => undefined,
  });
  await tell('open');
});
