import type { ContentBudget } from '../queue/content-budget.js';
import { NotBefore } from '../queue/queue.js';
import type { Attempt } from '../queue/queue.js';

export type Purpose = 'check' | 'comment';

/**
 * What is awaited before each request that creates content: stops a job that is no longer wanted, and puts one off whose
 * installation has used up its budget.
 * @throws {NotBefore}
 */
export function budgeted(
  budget: ContentBudget,
  installation: number,
  { signal }: Attempt,
): (purpose: Purpose) => () => Promise<void> {
  return (purpose) => async () => {
    signal.throwIfAborted();
    const { waitUntil } = await budget.take(installation, purpose);
    if (waitUntil) throw new NotBefore(waitUntil, 'The installation has used up its budget of content.');
  };
}
