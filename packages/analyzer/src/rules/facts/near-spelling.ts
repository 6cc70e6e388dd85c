import { distance } from 'fastest-levenshtein';
import { nameWords } from './name-words.js';

/** Shorter words differ by one letter too often without being misspelled (`date`, `data`). */
const SHORTEST_WORD = 6;
const TWO_STEPS_FROM = 11;
/** Endings that make another form of the same word rather than a misspelling. */
const INFLECTION = /^(?:s|es|d|ed|r|er|or|y|ly|ing|e|n|al|ion|able|ment)?$/;

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function isMisspelling(a: string, b: string): boolean {
  const shorter = a.length <= b.length ? a : b;
  if (shorter.length < SHORTEST_WORD || a[0] !== b[0]) return false;
  const steps = distance(a, b);
  if (steps === 0 || steps > (shorter.length >= TWO_STEPS_FROM ? 2 : 1)) {
    return isTransposition(a, b);
  }
  const start = commonStart(a, b);
  const ends = [a.slice(start), b.slice(start)];
  if (ends.every((end) => INFLECTION.test(end)) || /\d/.test(ends.join(''))) return false;
  // `minimum`, `maximum`; `internal`, `external`: whole prefixes differ.
  return start >= 2;
}

function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const i = commonStart(a, b);
  return i >= 1 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

export interface SpelledName {
  readonly name: string;
  readonly words: readonly string[];
  readonly joined: string;
}

/** A name with its words, so that many names can be compared without splitting each of them many times. */
export function spelled(name: string): SpelledName {
  const words = nameWords(name);
  return { name, words, joined: words.join('') };
}

/**
 * True if one of two property names is probably a misspelling of the other: all words equal but one long one, which
 * differs by one or two letters; plurals, other verb forms and numbers do not count.
 */
export function isNearSpelling(a: SpelledName, b: SpelledName): boolean {
  if (a.joined === b.joined || a.joined[0] !== b.joined[0] || Math.abs(a.joined.length - b.joined.length) > 2)
    return false;
  if (a.words.length === b.words.length) {
    const different = a.words.flatMap((word, index) =>
      word === b.words[index] ? [] : [[word, b.words[index] ?? ''] as const],
    );
    const [pair] = different;
    return different.length === 1 && pair !== undefined && isMisspelling(pair[0], pair[1]);
  }
  // A compound that one of them writes without a hump: `Walletbalace`, `WalletBalance`.
  return Math.abs(a.words.length - b.words.length) === 1 && isMisspelling(a.joined, b.joined);
}
