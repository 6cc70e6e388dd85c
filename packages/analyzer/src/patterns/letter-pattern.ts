const ASCII_CLASSES: readonly (readonly [unicode: string, ascii: string])[] = [
  ['\\p{L}', 'A-Za-z'],
  ['\\p{Ll}', 'a-z'],
  ['\\p{Lu}', 'A-Z'],
  ['\\p{N}', '0-9'],
];

const ASCII = /^[\0-\x7f]*$/;

/**
 * A pattern with letters and digits of every script. Each such pattern takes V8 about half a millisecond when it is first
 * used, and together they took longer than judging a small change. Names are ASCII nearly always, and there `A-Z` means
 * the same and costs nothing.
 *
 * @param pattern with the flag `u` and without `i`; of the classes of Unicode it has `\p{L}`, `\p{Ll}`, `\p{Lu}` and `\p{N}`,
 *   always inside brackets
 * @returns what to use on a given text
 */
export function letterPattern(pattern: RegExp): (text: string) => RegExp {
  let inAscii: RegExp | null = null;
  return (text) => (ASCII.test(text) ? (inAscii ??= asciiPattern(pattern)) : pattern);
}

function asciiPattern({ source, flags }: RegExp): RegExp {
  const ascii = ASCII_CLASSES.reduce(
    (text, [unicodeClass, asciiClass]) => text.replaceAll(unicodeClass, asciiClass),
    source,
  );
  return new RegExp(ascii, flags);
}

const LETTER = letterPattern(/[\p{L}]/u);

/** Whether a text has a letter of any script. */
export const hasLetter = (text: string): boolean => LETTER(text).test(text);
