import type { PullRequest } from '../github/repository-api.js';

/** Not for ever: a run that a person asked for since may have been lost. */
const GOOD_FOR_MS = 60 * 60_000;

/** Pull requests whose head was seen to have a concluded check: looking again would cost a request each time. */
export interface ConcludedHeads {
  has(pull: PullRequest): boolean;
  add(pull: PullRequest): void;
}

/** In memory, because who has lost its data has to compare everything anew. */
export function createConcludedHeads(now: () => number = Date.now): ConcludedHeads {
  /** When each was seen, the oldest first. */
  const seen = new Map<string, number>();
  const isGood = (at: number): boolean => now() - at < GOOD_FOR_MS;
  const keyOf = ({ repositoryId, number, head }: PullRequest): string =>
    `${repositoryId}#${number}@${head.sha}`;
  return {
    has: (pull) => isGood(seen.get(keyOf(pull)) ?? -Infinity),
    add(pull) {
      for (const [key, at] of seen) {
        if (isGood(at)) break;
        seen.delete(key);
      }
      seen.set(keyOf(pull), now());
    },
  };
}
