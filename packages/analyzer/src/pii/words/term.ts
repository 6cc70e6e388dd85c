import type { PiiCategory } from '../taxonomy.js';

/**
 * A word or phrase that means personal data when it ends a name (English compounds are right-headed). Words are
 * lower-case and singular, as `toWords` gives them.
 */
export interface Term {
  readonly phrase: string;
  readonly category: PiiCategory;
  readonly scope: TermScope;
}

/** Which words may stand before the phrase. */
export type TermScope =
  /** Any word, except those listed. */
  | { readonly kind: 'anything'; readonly except: readonly string[] }
  /** Nothing, a person (`user`, `patient`), a word like `new` or `home`, or one of those listed. */
  | { readonly kind: 'person'; readonly also: readonly string[] }
  /** Only a person or one of those listed: the phrase alone means nothing. */
  | { readonly kind: 'listed'; readonly also: readonly string[] };

/** Phrases that are personal whatever stands before them, except the given words. */
export function anywhere(
  category: PiiCategory,
  phrases: readonly string[],
  except: readonly string[] = [],
): readonly Term[] {
  return phrases.map((phrase) => ({ phrase, category, scope: { kind: 'anything', except } }));
}

/** Phrases that are personal alone or of a person; `also` holds further words that keep them personal. */
export function ofPerson(
  category: PiiCategory,
  phrases: readonly string[],
  also: readonly string[] = [],
): readonly Term[] {
  return phrases.map((phrase) => ({ phrase, category, scope: { kind: 'person', also } }));
}

/** Phrases that are personal only after a person or one of the given words. */
export function onlyAfter(
  category: PiiCategory,
  phrases: readonly string[],
  also: readonly string[],
): readonly Term[] {
  return phrases.map((phrase) => ({ phrase, category, scope: { kind: 'listed', also } }));
}

/**
 * The phrases of a comma-separated text, so that long lists stay readable. Thousands of them are read at every start, so only
 * a phrase that goes over a line is looked at again.
 */
export function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => {
      const phrase = part.trim();
      return phrase.includes('\n') ? phrase.replace(/\s+/g, ' ') : phrase;
    })
    .filter((phrase) => phrase !== '');
}
