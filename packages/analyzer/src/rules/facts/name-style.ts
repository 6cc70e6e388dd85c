import { hasLetter, letterPattern } from '../../patterns/letter-pattern.js';
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

const LETTER_FIRST = letterPattern(/^[\p{L}]/u);
const BETWEEN_WORDS = letterPattern(/[^\p{L}\p{N}'’-]+/u);
const ONE_LOWER_WORD = letterPattern(/^[\p{Ll}][\p{Ll}\p{N}]*$/u);
const ONE_UPPER_WORD = letterPattern(/^[\p{Lu}\p{N}]+$/u);
const ONE_CAPITALISED_WORD = letterPattern(/^[\p{Lu}][\p{Ll}\p{N}]+$/u);
/** For a name of several words without spaces; the first that fits. */
const UNSPACED: readonly (readonly [NameStyle, (text: string) => RegExp])[] = [
  ['snake_case', letterPattern(/^[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)+$/u)],
  ['kebab-case', letterPattern(/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u)],
  ['SCREAMING_CASE', letterPattern(/^[\p{Lu}\p{N}]+(?:_[\p{Lu}\p{N}]+)+$/u)],
  ['dot.case', letterPattern(/^[\p{Ll}\p{N}_]+(?:\.[\p{Ll}\p{N}_]+)+$/u)],
  ['camelCase', letterPattern(/^[\p{Ll}][\p{L}\p{N}]*$/u)],
  ['PascalCase', letterPattern(/^[\p{Lu}][\p{L}\p{N}]*$/u)],
];

const isLower = (word: string): boolean => word === word.toLowerCase();
const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
/** Begins with a capital, or is a spelling of its own such as `iOS` or `2FA`. */
const isCapitalised = (word: string): boolean => !LETTER_FIRST(word).test(word) || !isLower(word);

function spacedStyles(name: string): readonly NameStyle[] {
  const words = name.split(BETWEEN_WORDS(name)).filter((word) => hasLetter(word));
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
  if (ONE_LOWER_WORD(text).test(text))
    return ['snake_case', 'kebab-case', 'camelCase', 'dot.case', 'lower case'];
  if (isUpper(text) && ONE_UPPER_WORD(text).test(text))
    return ['SCREAMING_CASE', 'PascalCase', 'Title Case', 'Sentence case'];
  if (ONE_CAPITALISED_WORD(text).test(text)) return ['PascalCase', 'Title Case', 'Sentence case'];
  return UNSPACED.filter(([, pattern]) => pattern(text).test(text))
    .slice(0, 1)
    .map(([style]) => style);
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
