import pg from 'pg';
import type { Database, Queries, Row } from './database.js';

const CONNECTIONS = 10;
/** An answer that takes longer is not coming; what waits for it has to be told, because a webhook waits for that. */
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens a pool of connections to a PostgreSQL server and tries one. @throws if it cannot be reached */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
    application_name: 'tracklint-bot',
    keepAlive: true,
  });
  // A connection that breaks is replaced by the pool, and whoever waits for an answer of it is told. Without a listener the
  // event would end the process; the pool's own one is about idle connections, and in a transaction nobody else listens.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const query = async (on: pg.Pool | pg.PoolClient, text: string, values?: readonly unknown[]) =>
    (await on.query(text, values ? [...values] : undefined)).rows as readonly Row[];

  const inOneConnection = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  await pool.query('SELECT 1').catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });

  return {
    kind: 'postgres',
    directory: null,
    query: (text, values) => query(pool, text, values),
    transaction: (work) =>
      inOneConnection(async (client) => {
        const transaction: Queries = { query: (text, values) => query(client, text, values) };
        await client.query('BEGIN');
        const result = await work(transaction);
        await client.query('COMMIT');
        return result;
      }),
    script: (text) =>
      inOneConnection(async (client) => {
        const results: unknown = await client.query(text);
        const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult | undefined;
        return (last?.rows ?? []) as readonly Row[];
      }),
    lost: new Promise(() => undefined),
    close: () => pool.end(),
  };
}
