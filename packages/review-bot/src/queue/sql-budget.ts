import type { ContentBudget } from './content-budget.js';
import type { Database } from './database.js';

/** Requests that create content, per installation. Comments stop earlier, so that checks always have some left. */
interface Window {
  readonly seconds: number;
  readonly requests: number;
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
export const CONTENT_LIMITS: readonly Window[] = [
  { seconds: 60, requests: 80 },
  { seconds: 3600, requests: 500 },
];

/** What comments may use of a window. */
const SHARE_OF_COMMENTS = 0.8;
const LONGEST_SECONDS = Math.max(...CONTENT_LIMITS.map(({ seconds }) => seconds));

/**
 * The budget as one row per request in the database, so that all workers count together, by the database's clock.
 * @param schema the queue's schema, which has the table
 * @param onTake told of every request that was granted
 */
export function sqlBudget(
  database: Database,
  schema: string,
  onTake: (purpose: 'check' | 'comment') => void = () => undefined,
): ContentBudget {
  const table = `${schema}.content_request`;
  return {
    take: async (installation, purpose) => {
      const share = purpose === 'comment' ? SHARE_OF_COMMENTS : 1;
      const waitMilliseconds = await database.transaction(async (transaction) => {
        await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${table}:${installation}`]);
        await transaction.query(
          `DELETE FROM ${table} WHERE installation = $1 AND at <= now() - $2 * interval '1 second'`,
          [installation, LONGEST_SECONDS],
        );
        let wait = 0;
        for (const { seconds, requests } of CONTENT_LIMITS) {
          // The window is full until the request that is now the nth newest leaves it.
          const [row] = await transaction.query(
            `SELECT (EXTRACT(epoch FROM at + $2 * interval '1 second' - now()) * 1000)::float8 AS wait
             FROM ${table} WHERE installation = $1 AND at > now() - $2 * interval '1 second'
             ORDER BY at DESC OFFSET $3::int LIMIT 1`,
            [installation, seconds, Math.floor(requests * share) - 1],
          );
          wait = Math.max(wait, Number(row?.['wait'] ?? 0));
        }
        if (wait > 0) return wait;
        // Not the time of the transaction's begin: it may have waited for others to count.
        await transaction.query(`INSERT INTO ${table} (installation, at) VALUES ($1, clock_timestamp())`, [
          installation,
        ]);
        return 0;
      });
      if (waitMilliseconds > 0) return { waitUntil: new Date(Date.now() + Math.ceil(waitMilliseconds)) };
      onTake(purpose);
      return { waitUntil: null };
    },
  };
}
