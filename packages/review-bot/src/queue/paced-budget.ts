import { setTimeout as sleep } from 'node:timers/promises';
import type { ContentBudget } from './content-budget.js';

/** GitHub asks for a second between two requests that change something. */
const PAUSE_MS = 1_000;

/**
 * Leaves a pause between the requests of this process that create content, for each installation.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export function pacedBudget(budget: ContentBudget): ContentBudget {
  const next = new Map<number, number>();
  return {
    async take(installation, purpose) {
      const granted = await budget.take(installation, purpose);
      if (granted.waitUntil) return granted;
      const now = Date.now();
      const turn = Math.max(now, next.get(installation) ?? 0);
      next.set(installation, turn + PAUSE_MS);
      if (turn > now) await sleep(turn - now);
      return granted;
    },
  };
}

/** For a server without such limits. */
export const unlimitedBudget = (onTake: (purpose: 'check' | 'comment') => void): ContentBudget => ({
  take: async (_installation, purpose) => {
    onTake(purpose);
    return { waitUntil: null };
  },
});
