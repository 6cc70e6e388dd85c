import { setTimeout as sleep } from 'node:timers/promises';
import type { Queries } from '../queue/database.js';

const ANSWER_MS = 2_000;

/**
 * What `/readyz` asks: does the database answer within 2 s, and are the workers at work?
 * @returns a question that answers null, or with what is missing in one sentence
 */
export function readinessOf(
  database: Queries,
  queue: { readonly isWorking: boolean },
): () => Promise<string | null> {
  return async () => {
    if (!queue.isWorking) return 'The workers are not started, or stopping.';
    const answered = await Promise.race([
      database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      sleep(ANSWER_MS, false, { ref: false }),
    ]);
    return answered ? null : 'The database does not answer.';
  };
}
