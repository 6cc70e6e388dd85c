import { setTimeout as sleep } from 'node:timers/promises';
import type { ContentBudget } from './content-budget.js';

/**
 * Leaves a pause between the requests of this process that create content, for each installation.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export function pacedBudget(budget: ContentBudget, pauseMs: number): ContentBudget {
  const next = new Map<number, number>();
  return {
    async take(installation, purpose) {
      const granted = await budget.take(installation, purpose);
      if (granted.waitUntil) return granted;
      const now = Date.now();
      const turn = Math.max(now, next.get(installation) ?? 0);
      next.set(installation, turn + pauseMs);
      if (turn > now) await sleep(turn - now);
      return granted;
    },
  };
}
