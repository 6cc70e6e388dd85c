import { INFO_TAILS, TRANSPARENT } from './words/heads.js';
import { LONGEST_PHRASE, TERMS_BY_PHRASE } from './words/lexicon.js';
import { PERSON_WORDS, SELF_WORDS } from './words/people.js';
import type { Term } from './words/term.js';

/** The longest phrase that ends the words, if what stands before it lets it count. */
export function findTerm(words: readonly string[]): Term | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length >= 1; length -= 1) {
    const term = TERMS_BY_PHRASE.get(words.slice(words.length - length).join(' '));
    if (term && isInScope(term, words[words.length - length - 1])) return term;
  }
  return null;
}

/** A phrase of several words whose last would be taken for one that says nothing: `db_connection_string`. */
export function findWhole(words: readonly string[]): Term | null {
  const term = TRANSPARENT.has(words.at(-1) ?? '') ? findTerm(words) : null;
  return term !== null && term.phrase.includes(' ') ? term : null;
}

/** `allergy_info`, `passport_data`: sensitive data and a word that adds nothing. */
export function findDetailed(words: readonly string[]): Term | null {
  if (words.length < 2 || !INFO_TAILS.has(words.at(-1) ?? '')) return null;
  const term = findTerm(words.slice(0, -1));
  return term !== null && term.scope.kind === 'anything' && DETAILED.has(term.category) ? term : null;
}

const DETAILED: ReadonlySet<string> = new Set([
  'health',
  'special-category',
  'government-id',
  'payment',
  'demographic',
]);

/** `iban code`, `passport no`: the number of something that is a number itself. */
export function findNumbered(words: readonly string[]): Term | null {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || (last !== 'number' && last !== 'code')) return null;
  const term = findTerm(words.slice(0, -1));
  if (term === null) return null;
  const isNumber =
    term.category === 'government-id' ||
    term.category === 'payment' ||
    (last === 'number' && term.category === 'phone');
  return isNumber ? term : null;
}

function isInScope(term: Term, before: string | undefined): boolean {
  const { scope } = term;
  switch (scope.kind) {
    case 'anything':
      return before === undefined || !scope.except.includes(before);
    case 'person':
      return (
        before === undefined ||
        PERSON_WORDS.has(before) ||
        SELF_WORDS.has(before) ||
        scope.also.includes(before)
      );
    case 'listed':
      return before !== undefined && (PERSON_WORDS.has(before) || scope.also.includes(before));
  }
}
