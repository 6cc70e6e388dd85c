import { CONTACT_TERMS } from './contact.js';
import { IDENTITY_TERMS } from './identity.js';
import { ONLINE_TERMS } from './online.js';
import { PLACE_TERMS } from './place.js';
import { SENSITIVE_TERMS } from './sensitive.js';
import type { Term } from './term.js';
import { TYPED_TERMS } from './typed.js';

const LISTS = [CONTACT_TERMS, PLACE_TERMS, IDENTITY_TERMS, SENSITIVE_TERMS, ONLINE_TERMS, TYPED_TERMS];

/** Every term by its phrase. A phrase that stands in two lists keeps its first meaning. */
export const TERMS_BY_PHRASE: ReadonlyMap<string, Term> = termsByPhrase();

/** Words in the longest phrase; a test counts them. */
export const LONGEST_PHRASE = 5;

function termsByPhrase(): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  for (const list of LISTS)
    for (const term of list) if (!terms.has(term.phrase)) terms.set(term.phrase, term);
  return terms;
}
