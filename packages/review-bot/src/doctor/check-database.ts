import { DirectoryInUse, openDatabase } from '../queue/index.js';
import type { Database, DatabaseLocation } from '../queue/index.js';
import { ok, problem } from './line.js';
import type { Line } from './line.js';
import { networkFailure } from './network-failure.js';

const TOPIC = 'database';
/** What the queue's SQL needs. */
const OLDEST_POSTGRES = 13;

/** Can the jobs be kept? */
export async function checkDatabase(location: DatabaseLocation): Promise<Line> {
  try {
    const database = await openDatabase(location);
    try {
      return 'url' in location
        ? await checkPostgres(database)
        : await checkEmbedded(database, location.directory);
    } finally {
      await database.close();
    }
  } catch (error) {
    return 'url' in location
      ? problem(TOPIC, postgresFailure(error, location.url))
      : embeddedFailure(error, location.directory);
  }
}

async function checkEmbedded(database: Database, directory: string): Promise<Line> {
  await database.query('SELECT 1');
  return ok(TOPIC, `The embedded one in ${directory} opens; it serves one process.`);
}

async function checkPostgres(database: Database): Promise<Line> {
  const [row] = await database.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, pg_is_in_recovery() AS copies,
       has_database_privilege(current_database(), 'CREATE') OR
       COALESCE((SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'tracklint'), false) AS may`,
  );
  const version = Number(row?.['version']);
  if (version < OLDEST_POSTGRES)
    return problem(TOPIC, `PostgreSQL ${version} is too old; ${OLDEST_POSTGRES} or newer is needed.`);
  if (row?.['copies'] === true)
    return problem(
      TOPIC,
      'This PostgreSQL is a copy that takes no writes; name the primary in DATABASE_URL.',
    );
  if (row?.['may'] !== true)
    return problem(
      TOPIC,
      'The user of DATABASE_URL may not make the schema "tracklint"; grant it CREATE on the database.',
    );
  return ok(TOPIC, `PostgreSQL ${version} answers, and any number of processes can share it.`);
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; never with the URL, which has a password. */
function postgresFailure(error: unknown, url: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '28P01' || code === '28000')
    return 'PostgreSQL lets the user of DATABASE_URL not in; correct its name, password, or pg_hba.conf.';
  if (code === '3D000')
    return 'PostgreSQL has no database of the name in DATABASE_URL; make it, or correct the name.';
  if (code === '53300')
    return 'PostgreSQL has no connection left; raise max_connections, or use fewer processes.';
  if (error instanceof Error && /timeout/i.test(error.message))
    return `${hostOf(url)} does not answer in time; look at firewalls between here and there.`;
  return networkFailure(error, hostOf(url));
}

const hostOf = (url: string): string =>
  (URL.canParse(url) ? new URL(url).host : '') || 'the host of DATABASE_URL';

function embeddedFailure(error: unknown, directory: string): Line {
  if (error instanceof DirectoryInUse)
    return ok(TOPIC, `The embedded one in ${directory} is in use, which is right if the bot is running.`);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return problem(
    TOPIC,
    `The embedded one in ${directory} cannot be opened${code}; look at the permissions of DATA_DIRECTORY, or begin with an empty one: nothing is lost but time.`,
  );
}
