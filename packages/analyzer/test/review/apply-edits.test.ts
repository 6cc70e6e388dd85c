import { describe, expect, it } from 'vitest';
import { applySafeEdits } from '../../src/review/apply-edits.js';
import type { Edit } from '../../src/rules/rule.js';
import { finding } from '../report/review-value.js';

const TEXT = '0123456789';
const texts = new Map([
  ['a.ts', TEXT],
  ['b.ts', TEXT],
]);

const edit = (...changes: readonly [start: number, end: number, text: string, file?: string][]): Edit => ({
  title: 'x',
  isSafe: true,
  changes: changes.map(([start, end, text, file = 'a.ts']) => ({ at: { file, start, end }, text })),
});
const unsafe: Edit = { ...edit([0, 10, 'unsafe']), isSafe: false };

describe('applySafeEdits', () => {
  it.each<[string, readonly (readonly Edit[])[], string | undefined, number]>([
    ['nothing', [[]], undefined, 0],
    ['no unsafe edit', [[unsafe]], undefined, 0],
    ['the first safe edit', [[unsafe, edit([1, 3, 'x']), edit([5, 6, 'y'])]], '0x3456789', 1],
    ['several, in any order', [[edit([8, 9, 'b'])], [edit([1, 2, 'a'])]], '0a234567b9', 2],
    ['one of two that overlap', [[edit([1, 5, 'a'])], [edit([4, 6, 'b'])]], '0a56789', 1],
    ['one of two that touch', [[edit([1, 3, 'a'])], [edit([3, 5, 'b'])]], '0a3456789', 1],
    ['one of two insertions at one place', [[edit([3, 3, 'a'])], [edit([3, 3, 'b'])]], '012a3456789', 1],
    [
      'an edit wholly or not at all',
      [[edit([1, 2, 'a'])], [edit([0, 3, 'b'], [6, 7, 'c'])]],
      '0a23456789',
      1,
    ],
    ['no edit of a file that is not known', [[edit([1, 2, 'a'], [1, 2, 'a', 'c.ts'])]], undefined, 0],
    ['no empty edit', [[edit()]], undefined, 0],
  ])('applies %s', (_, edits, expected, count) => {
    const result = applySafeEdits(
      edits.map((list) => finding({ edits: list })),
      texts,
    );
    expect(result.texts.get('a.ts')).toBe(expected);
    expect(result.fixed).toHaveLength(count);
  });

  it('changes several files at once', () => {
    const { texts: result } = applySafeEdits(
      [finding({ edits: [edit([0, 1, 'a'], [9, 10, 'b', 'b.ts'])] })],
      texts,
    );
    expect([...result]).toEqual([
      ['a.ts', 'a123456789'],
      ['b.ts', '012345678b'],
    ]);
  });
});
