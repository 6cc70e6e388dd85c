import { nameWords } from './name-words.js';

/** Ways to write a name of several words. */
export type NameStyle =
  | 'snake_case'
  | 'kebab-case'
  | 'camelCase'
  | 'PascalCase'
  | 'SCREAMING_CASE'
  | 'dot.case'
  | 'Title Case'
  | 'Sentence case'
  | 'lower case';

/** Words that titles leave in lower case. */
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into nor of off on or per so the to up via vs with yet'.split(' '),
);

const isLower = (word: string): boolean => word === word.toLowerCase();
const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
/** Begins with a capital, or is a spelling of its own such as `iOS` or `2FA`. */
const isCapitalised = (word: string): boolean => !/^\p{L}/u.test(word) || !isLower(word);

function spacedStyles(name: string): readonly NameStyle[] {
  const words = name.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => /\p{L}/u.test(word));
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const significant = rest.filter((word) => !SMALL_WORDS.has(word));
  const styles: NameStyle[] = [];
  if (isCapitalised(first) && significant.every(isCapitalised)) styles.push('Title Case');
  // Proper names and abbreviations keep their capitals in a sentence, so one lower word after the first decides.
  if (isCapitalised(first) && (significant.length === 0 || significant.some(isLower)))
    styles.push('Sentence case');
  if (words.every(isLower)) styles.push('lower case');
  return styles;
}

/**
 * The styles that a name fits: one for most names of several words, several for a single word (`login` is lower case,
 * snake_case, camelCase …), none for mixtures.
 */
export function stylesOf(name: string): readonly NameStyle[] {
  const text = name.trim();
  if (/\s/.test(text)) return spacedStyles(text);
  if (/^\p{Ll}[\p{Ll}\p{N}]*$/u.test(text))
    return ['snake_case', 'kebab-case', 'camelCase', 'dot.case', 'lower case'];
  if (isUpper(text) && /^[\p{Lu}\p{N}]+$/u.test(text))
    return ['SCREAMING_CASE', 'PascalCase', 'Title Case', 'Sentence case'];
  if (/^\p{Lu}[\p{Ll}\p{N}]+$/u.test(text)) return ['PascalCase', 'Title Case', 'Sentence case'];
  if (/^[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)+$/u.test(text)) return ['snake_case'];
  if (/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u.test(text)) return ['kebab-case'];
  if (/^[\p{Lu}\p{N}]+(?:_[\p{Lu}\p{N}]+)+$/u.test(text)) return ['SCREAMING_CASE'];
  if (/^[\p{Ll}\p{N}_]+(?:\.[\p{Ll}\p{N}_]+)+$/u.test(text)) return ['dot.case'];
  if (/^\p{Ll}[\p{L}\p{N}]*$/u.test(text)) return ['camelCase'];
  if (/^\p{Lu}[\p{L}\p{N}]*$/u.test(text)) return ['PascalCase'];
  return [];
}

const MINIMUM_NAMES = 5;
const MAJORITY = 0.8;

/** The style in which at least four fifths of at least five names of several words are written, or null. */
export function prevailingStyle(names: readonly string[]): NameStyle | null {
  const telling = [...new Set(names)].map(stylesOf).filter((styles) => styles.length < 3);
  if (telling.length < MINIMUM_NAMES) return null;
  const counts = new Map<NameStyle, number>();
  for (const styles of telling) for (const style of styles) counts.set(style, (counts.get(style) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= telling.length * MAJORITY ? best[0] : null;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The same words in another style. */
export function inStyle(name: string, style: NameStyle): string {
  const words = nameWords(name);
  switch (style) {
    case 'snake_case':
      return words.join('_');
    case 'kebab-case':
      return words.join('-');
    case 'dot.case':
      return words.join('.');
    case 'SCREAMING_CASE':
      return words.join('_').toUpperCase();
    case 'camelCase':
      return words.map((word, index) => (index === 0 ? word : capital(word))).join('');
    case 'PascalCase':
      return words.map(capital).join('');
    case 'Title Case':
      return words.map(capital).join(' ');
    case 'Sentence case':
      return capital(words.join(' '));
    case 'lower case':
      return words.join(' ');
  }
}
