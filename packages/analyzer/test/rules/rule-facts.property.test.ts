import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { executionContextOf } from '../../src/rules/facts/execution-context.js';
import { inStyle, stylesOf } from '../../src/rules/facts/name-style.js';
import { nameKey, nameWords } from '../../src/rules/facts/name-words.js';
import { isNearSpelling, spelled } from '../../src/rules/facts/near-spelling.js';
import { nearestNames } from '../../src/rules/facts/nearest-name.js';
import { keyText, literalEdit } from '../../src/rules/facts/text-edits.js';

const AT = { file: 'a.ts', start: 0, end: 0 };
const STYLES = [
  'snake_case',
  'kebab-case',
  'camelCase',
  'PascalCase',
  'dot.case',
  'Title Case',
  'lower case',
] as const;
const word = fc.stringMatching(/^[a-z]{2,9}$/);

/** The value of a string literal as a parser reads it. */
function valueOf(literal: string): unknown {
  const [statement] = parseSync('a.ts', `x = ${literal}`).program.body;
  const right = (
    statement as { expression?: { right?: { value?: unknown; quasis?: { value: { cooked: string } }[] } } }
  ).expression?.right;
  return right?.quasis ? right.quasis[0]?.value.cooked : right?.value;
}

describe('facts that rules share', () => {
  it('replaces a literal by one with exactly the new value, whatever the quotes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(`'a'`, `"a"`, '`a`'),
        fc.string({ unit: 'grapheme' }),
        (original, value) => {
          fc.pre(!/[\r\u2028\u2029]/.test(value));
          expect(valueOf(literalEdit(AT, original, value)!.text)).toBe(value);
        },
      ),
    );
  });

  it('never takes an expression for a literal', () => {
    fc.assert(
      fc.property(fc.constantFrom(`'`, `"`, '`'), word, word, (quote, a, b) => {
        expect(literalEdit(AT, `${quote}${a}${quote} + ${quote}${b}${quote}`, 'x')).toBeNull();
        expect(literalEdit(AT, a, 'x')).toBeNull();
        expect(literalEdit(AT, '`' + a + '${' + b + '}`', 'x')).toBeNull();
      }),
    );
  });

  it('writes keys that a parser reads back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w $'"-]{1,12}$/), (key) => {
        const text = `(x = { ${keyText(key)}: 1 })`;
        expect(parseSync('a.ts', text).errors).toEqual([]);
      }),
    );
  });

  it('keeps the words of a name in every style, and recognises the style', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...STYLES),
        (words, style) => {
          const name = inStyle(words.join(' '), style);
          expect(nameKey(name)).toBe(words.join(''));
          expect(stylesOf(name)).toContain(style);
        },
      ),
    );
  });

  it('reads any name without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(nameWords(a).join('')).toBe(nameWords(a).join('').toLowerCase());
        stylesOf(a);
        executionContextOf(a);
        expect(isNearSpelling(spelled(a), spelled(b))).toBe(isNearSpelling(spelled(b), spelled(a)));
        expect(nearestNames(a, [a, b], 3)).not.toContain(a);
      }),
    );
  });
});
