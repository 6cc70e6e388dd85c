import { distance } from 'fastest-levenshtein';
import { nameKey } from './name-words.js';

/** A third of a name's letters may differ for it to count as near; short names allow two. */
const NEAR_SHARE = 0.3;
const NEAR_MINIMUM = 2;

/**
 * The candidates nearest to a name, best first, at most `limit`. Case and separators weigh nothing; names too far
 * away are left out, so the answer is often empty.
 */
export function nearestNames(name: string, candidates: readonly string[], limit: number): readonly string[] {
  const key = nameKey(name);
  const reach = Math.min(Math.max(NEAR_MINIMUM, Math.floor(key.length * NEAR_SHARE)), key.length - 1);
  return candidates
    .filter((candidate) => candidate !== name)
    .map((candidate) => ({ candidate, steps: distance(key, nameKey(candidate)) }))
    .filter(({ steps }) => steps <= reach)
    .sort((a, b) => a.steps - b.steps || compareText(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Order of code units: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `"a", "b" or "c"`, for messages. */
export function quotedList(names: readonly string[], conjunction: 'or' | 'and'): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop();
  if (last === undefined) return '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${conjunction} ${last}`;
}
