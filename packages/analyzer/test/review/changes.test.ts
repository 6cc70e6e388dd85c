import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../src/review/changes.js';

describe('compareTexts', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb', []],
    ['a changed line', 'a\nb\nc', 'a\nx\nc', [2]],
    ['an added line', 'a\nc', 'a\nb\nc', [2]],
    ['a deleted line', 'a\nb\nc', 'a\nc', [2]],
    ['everything deleted', 'a\nb', '', [1]],
    ['other line ends', 'a\r\nb', 'a\nb', []],
  ])('finds %s', (_, before, after, changed) => {
    expect(compareTexts('a.ts', before, after).changedLines).toEqual(changed);
  });

  it('counts every line of a new file as changed', () => {
    const change = compareTexts(null, '', 'a\nb');
    expect(change.changedLines).toEqual([1, 2]);
    expect(change.toOldLine(1)).toBeNull();
  });

  it('maps unchanged lines to equal lines', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const change = compareTexts('a.ts', before.join('\n'), after.join('\n'));
        after.forEach((text, index) => {
          const old = change.toOldLine(index + 1);
          if (old !== null) expect(before[old - 1]).toBe(text);
          else expect(change.changedLines).toContain(index + 1);
        });
      }),
    );
  });

  it('gives up on texts that have nothing in common', () => {
    const before = Array.from({ length: 9000 }, (_, i) => `a${i}`).join('\n');
    const after = Array.from({ length: 9000 }, (_, i) => `b${i}`).join('\n');
    expect(compareTexts('a.ts', before, after).changedLines).toHaveLength(9000);
  });
});
