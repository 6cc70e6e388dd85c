import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLetter, letterPattern } from '../../src/patterns/letter-pattern.js';

const PATTERNS = [
  /[^\p{L}\p{N}]+/gu,
  /([\p{Ll}\p{N}])([\p{Lu}])/gu,
  /(?<![\p{L}\p{N}])(?:[\p{L}]\.){2,}[\p{L}]?/gu,
  /^[\p{Lu}][\p{L}\p{N}_$]*$/gu,
];

describe('letterPattern', () => {
  it('finds the same with the pattern for ASCII as with that for every script', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'Z', '7', '_', '.', ' ', 'é', 'Ж', '٣', 'K') }),
    );
    for (const pattern of PATTERNS) {
      const chosen = letterPattern(pattern);
      fc.assert(
        fc.property(text, (value) => {
          expect(value.replace(chosen(value), '<$&>')).toBe(value.replace(pattern, '<$&>'));
        }),
      );
    }
  });

  it.each([
    ['ascii', false],
    ['straße', true],
  ])('leaves %s to Unicode: %s', (text, isUnicode) => {
    const pattern = /[\p{L}]/u;
    expect(letterPattern(pattern)(text) === pattern).toBe(isUnicode);
  });
});

describe('hasLetter', () => {
  it.each([
    ['a', true],
    ['ß', true],
    ['日', true],
    ['12', false],
    ['_ 🎉', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(hasLetter(text)).toBe(expected);
  });
});
