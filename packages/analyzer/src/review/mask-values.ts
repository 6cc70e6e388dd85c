import { findPersonalText } from '../pii/index.js';
import type { Edit } from '../rules/rule.js';

/** Stands in for a personal value wherever source text or a message is shown. */
export const MASK = '•••';

/** The recogniser looks at no more than this; what lies behind it is left out rather than shown unchecked. */
const MAX_LENGTH = 20_000;

/** Replaces personal values (an e-mail address, a card number …) in text that a report shows. */
export function maskPersonalValues(text: string): string {
  const known = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  let result = '';
  let position = 0;
  for (const { start, end } of findPersonalText(known)) {
    result += known.slice(position, start) + MASK;
    position = end;
  }
  return result + known.slice(position);
}

/** Replaces the content of every string in code: of a secret, no form says that it is one. */
export function maskStrings(code: string): string {
  return code.replace(/(["'`])((?:\\.|(?!\1)[^\\])+)\1/g, `$1${MASK}$1`);
}

/** True if an edit can be shown as it is. A masked replacement would break the code, so others are left out. */
export const isPrintableEdit = ({ changes }: Edit): boolean =>
  changes.every(({ text }) => maskPersonalValues(text) === text);
