/** Stands in for a personal value wherever source text or a message is shown. */
export const MASK = '•••';

/** Replaces personal values (an e-mail address, a card number …) in text that a report shows. */
export function maskPersonalValues(text: string): string {
  return text;
}
