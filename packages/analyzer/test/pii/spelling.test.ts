import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyName } from '../../src/pii/classify-name.js';
import { customCategoryOfText } from '../../src/pii/custom-category.js';
import { defaultConfig } from '../../src/config/defaults.js';
import { FOURTH_LOOK_NAMES } from './names/fourth-look-names.js';
import { SECOND_LOOK_NAMES } from './names/second-look-names.js';
import { THIRD_LOOK_NAMES } from './names/third-look-names.js';
import { TRACKING_PLAN_NAMES } from './names/tracking-plan-names.js';

const severity = (name: string): string => {
  const verdict = classifyName(name);
  return verdict.kind === 'clean' ? 'clean' : verdict.severity;
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The same words in the spellings that code bases use. */
const SPELLINGS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  camel: (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join(''),
  pascal: (words) => words.map(capital).join(''),
  kebab: (words) => words.join('-'),
  dotted: (words) => words.join('.'),
  title: (words) => words.map(capital).join(' '),
  constant: (words) => words.join('_').toUpperCase(),
  reserved: (words) => `$${words.join('_')}`,
};

const snakeNames = [TRACKING_PLAN_NAMES, SECOND_LOOK_NAMES, THIRD_LOOK_NAMES, FOURTH_LOOK_NAMES]
  .flatMap((table) => Object.values(table).flat())
  .filter((name) => /^[a-z]+(?:_[a-z]+)+$/.test(name));

describe('spelling', () => {
  it.each(Object.entries(SPELLINGS))('%s names have the verdict of snake case', (_, spell) => {
    const different = snakeNames.filter((name) => severity(spell(name.split('_'))) !== severity(name));
    expect(different).toEqual([]);
  });

  it('judges any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, owner) => {
        expect(['personal', 'ambiguous', 'clean']).toContain(classifyName(name, { owner }).kind);
      }),
    );
  });

  it.each(['a', 'useremail', 'e_', 'nameName', 'ofof_', '$'])(
    'does not hang on a long name of %j',
    (piece) => {
      expect(() => classifyName(piece.repeat(50_000))).not.toThrow();
    },
  );

  it('does not hang on a hostile pattern of the configuration', () => {
    const categories = [{ name: 'hostile', severity: 'P1' as const, words: [], pattern: '^(a+)+$' }];
    const config = { ...defaultConfig, pii: { ...defaultConfig.pii, categories } };
    expect(customCategoryOfText(`${'a'.repeat(3_000)}!`, config)).toBeNull();
  });
});
