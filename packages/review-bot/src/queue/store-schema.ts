import PgBoss from 'pg-boss';
import type { Database } from './database.js';

/** The queue's name within pg-boss. */
export const QUEUE = 'jobs';

/** GitHub repeats a delivery for up to 3 days; for so long its rows are kept, to know it again. */
const KEEP_SECONDS = 4 * 24 * 3600;

/**
 * Starts pg-boss on the database, in a schema of its own, and adds to that schema what pg-boss 10 does not have.
 *
 * Who does what: pg-boss makes and migrates the tables, stores jobs (idempotent by id), holds the unique index by which
 * of one subject never two jobs are active (its policy `singleton`), and archives and deletes what is old. Taking jobs
 * and settling them is our own SQL on its table (`job-store.ts`), for three reasons: its `fetch` fails as a whole when
 * the first job's subject is busy, so one busy pull request would stop all others; it has no heartbeat, so the jobs of
 * a dead worker would wait for their time limit; and it cannot put a job back without counting an attempt. The version
 * of pg-boss is pinned for that.
 *
 * @param schema a name of letters, digits and underscores
 * @param onError told of errors of pg-boss's maintenance, which goes on
 */
export async function startBoss(
  database: Database,
  schema: string,
  onError: (error: Error) => void,
): Promise<PgBoss> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => ({
        // Its maintenance and migrations are scripts, which no driver runs with values.
        rows: [...(values ? await database.query(text, values) : await database.script(text))],
      }),
    },
    schema,
    schedule: false,
    archiveCompletedAfterSeconds: KEEP_SECONDS,
    archiveFailedAfterSeconds: KEEP_SECONDS,
    deleteAfterDays: 1,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    policy: 'singleton',
    // Retries, time limits and dead workers are the job store's; pg-boss's own must never come first.
    retryLimit: 0,
    expireInHours: 23,
    retentionDays: 365,
  });
  await addOwnTables(database, schema);
  return boss;
}

/** `claim`: the attempt that an active job belongs to, and until when that holds without a sign of life. */
async function addOwnTables(database: Database, schema: string): Promise<void> {
  await database.script(`
    BEGIN;
    SELECT pg_advisory_xact_lock(hashtext('${schema}:tables'));
    CREATE TABLE IF NOT EXISTS ${schema}.claim (
      job uuid PRIMARY KEY,
      token uuid NOT NULL,
      expires timestamptz NOT NULL
    );
    CREATE INDEX IF NOT EXISTS job_waiting_by_subject ON ${schema}.job (singleton_key) WHERE state < 'active';
    CREATE TABLE IF NOT EXISTS ${schema}.content_request (
      installation bigint NOT NULL,
      at timestamptz NOT NULL
    );
    CREATE INDEX IF NOT EXISTS content_request_at ON ${schema}.content_request (installation, at);
    COMMIT;
  `);
}
