/**
 * The bot's server and queue as a process of its own. Takes { location, schema, secret }, tells its parent the port, and
 * stops on SIGTERM.
 */
import { pino } from 'pino';
import { openDatabase, openQueue } from '../../dist/queue/index.js';
import { createBotServer, createMetrics, readinessOf, stopOnSignals } from '../../dist/server/index.js';

process.once('message', async ({ location, schema, secret }) => {
  const log = pino({ level: 'silent' });
  const database = await openDatabase(location);
  const queue = await openQueue({ database, schema, log });
  const server = createBotServer({
    secret,
    queue,
    jobsOf: (_event, { number }) => [
      {
        kind: 'review-pull-request',
        installation: 1,
        owner: 'example',
        repo: 'shop',
        number,
        head: 'a'.repeat(40),
        again: null,
      },
    ],
    metrics: createMetrics(() => queue.stats()),
    metricsToken: null,
    readiness: readinessOf(database, queue),
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  stopOnSignals(log, async () => {
    await server.close();
    await queue.stop();
    await database.close();
    process.disconnect();
  });
  process.send({ port });
});
