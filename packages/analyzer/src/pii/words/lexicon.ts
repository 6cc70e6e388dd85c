import { CONTACT_TERMS } from './contact.js';
import { IDENTITY_TERMS } from './identity.js';
import { ONLINE_TERMS } from './online.js';
import { PLACE_TERMS } from './place.js';
import { SENSITIVE_TERMS } from './sensitive.js';
import type { Term } from './term.js';
import { TYPED_TERMS } from './typed.js';

const ALL: readonly Term[] = [
  ...CONTACT_TERMS,
  ...PLACE_TERMS,
  ...IDENTITY_TERMS,
  ...SENSITIVE_TERMS,
  ...ONLINE_TERMS,
  ...TYPED_TERMS,
];

/** Every term by its phrase. A phrase that stands in two lists keeps its first meaning. */
export const TERMS_BY_PHRASE: ReadonlyMap<string, Term> = new Map(
  [...ALL].reverse().map((term) => [term.phrase, term]),
);

/** Words in the longest phrase. */
export const LONGEST_PHRASE = Math.max(...ALL.map((term) => term.phrase.split(' ').length));
