import { createBotContext } from './bot.js';
import { apiUrlOf } from './environment.js';
import type { Environment } from './environment.js';
import { jobsOf } from './events/jobs-of.js';
import { appApi } from './github/app-api.js';
import { connectApp } from './github/github-client.js';
import { giveUp } from './jobs/give-up.js';
import { runJob } from './jobs/run-job.js';
import {
  DEFAULT_SCHEMA,
  openDatabase,
  openQueue,
  pacedBudget,
  scheduleReconciliation,
  sqlBudget,
  unlimitedBudget,
} from './queue/index.js';
import type { Database } from './queue/index.js';
import {
  createBotServer,
  createLog,
  createMetrics,
  readinessOf,
  stopInOrder,
  stopOnSignals,
} from './server/index.js';

/**
 * Starts the bot: a process that takes webhooks and works off what follows from them.
 * @throws DirectoryInUse, or what the database's driver throws, if the data cannot be opened; or if the port is taken
 */
export async function start(environment: Environment): Promise<void> {
  const database = await openDatabase(environment.database);
  try {
    await startWith(database, environment);
  } catch (error) {
    // It would keep the process alive.
    await database.close();
    throw error;
  }
}

async function startWith(database: Database, environment: Environment): Promise<void> {
  const log = createLog(environment.logLevel);
  const metrics = createMetrics(() => queue.stats());
  const queue = await openQueue({
    database,
    log,
    concurrency: environment.concurrency,
    timing: { firstRetry: environment.firstRetryMilliseconds },
    onAttempt: (job, outcome, seconds) => metrics.job(job.kind, outcome, seconds),
  });
  const github = connectApp(
    {
      appId: String(environment.appId),
      privateKey: environment.privateKey,
      baseUrl: apiUrlOf(environment),
    },
    {
      onAnswer: ({ installation, remaining }) => {
        if (installation !== null && remaining !== null) metrics.requestsRemaining(installation, remaining);
      },
      onLimit: (kind) => metrics.limitHit(kind),
    },
  );
  const onTake = (purpose: 'check' | 'comment'): void => metrics.contentRequest(purpose);
  const budget =
    environment.contentBudget === 'on'
      ? pacedBudget(sqlBudget(database, DEFAULT_SCHEMA, onTake))
      : unlimitedBudget(onTake);
  const context = await createBotContext({
    github,
    app: appApi(github),
    budget,
    queue,
    dataDirectory: environment.dataDirectory,
    limits: {
      timeoutMs: environment.timeLimitSeconds * 1_000,
      memoryMegabytes: environment.memoryLimitMegabytes,
    },
    markerKey: environment.markerKey,
    onFailure: environment.onFailure,
  });
  const server = createBotServer({
    secret: environment.webhookSecret,
    webhookPath: environment.webhookPath,
    queue,
    jobsOf,
    metrics,
    metricsToken: environment.metricsToken,
    readiness: readinessOf(database, queue),
    log,
  });
  await queue.work({
    run: (job, attempt) => runJob(job, attempt, context),
    giveUp: (job, error) => giveUp(job, error, context),
  });
  const schedule = scheduleReconciliation(queue, log);
  const port = await server.listen(environment.port, environment.host);
  log.info({ port, database: database.kind }, 'listening');
  const stop = async (): Promise<void> => {
    schedule.stop();
    await server.close();
    await queue.stop();
    await database.close();
  };
  stopOnSignals(log, stop);
  // Everything that was acknowledged is on disk, and only a new process can open it again.
  void database.lost.then((error) => {
    log.fatal({ err: error }, 'the database is lost, so the process ends; start it again');
    process.exitCode = 1;
    return stopInOrder(log, stop);
  });
}
