import { expect, it } from 'vitest';
import type { PullRequest } from '../../src/github/repository-api.js';
import { createConcludedHeads } from '../../src/jobs/concluded-heads.js';

const MINUTE_MS = 60_000;
const pull = (number: number, sha: string, repositoryId = 1): PullRequest =>
  ({ repositoryId, number, head: { sha } }) as PullRequest;

it('knows a head of a pull request for an hour, and no other', () => {
  let now = 0;
  const heads = createConcludedHeads(() => now);
  heads.add(pull(1, 'a'));
  now = 30 * MINUTE_MS;
  heads.add(pull(2, 'b'));
  const others = [pull(1, 'b'), pull(2, 'a'), pull(1, 'a', 2)];
  expect([pull(1, 'a'), pull(2, 'b'), ...others].map(heads.has)).toEqual([true, true, false, false, false]);
  now = 60 * MINUTE_MS;
  expect([pull(1, 'a'), pull(2, 'b')].map(heads.has)).toEqual([false, true]);
  heads.add(pull(1, 'a'));
  now = 95 * MINUTE_MS;
  expect([pull(1, 'a'), pull(2, 'b')].map(heads.has)).toEqual([true, false]);
});
