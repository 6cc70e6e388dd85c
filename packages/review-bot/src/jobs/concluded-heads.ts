import type { PullRequest } from '../github/repository-api.js';

/** Far more than move in a day; an entry takes some 200 bytes. */
const MOST = 20_000;

/** Pull requests whose head was seen to have a concluded check: looking again would cost a request each time. */
export interface ConcludedHeads {
  has(pull: PullRequest): boolean;
  add(pull: PullRequest): void;
}

/** In memory, because who has lost its data has to compare everything anew. The oldest entries are forgotten first. */
export function createConcludedHeads(): ConcludedHeads {
  const seen = new Set<string>();
  const keyOf = ({ repositoryId, number, head }: PullRequest): string =>
    `${repositoryId}#${number}@${head.sha}`;
  return {
    has: (pull) => seen.has(keyOf(pull)),
    add(pull) {
      seen.add(keyOf(pull));
      const [oldest] = seen;
      if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
    },
  };
}
