import { memorySource } from '@tracklint/analyzer';
import { describe, expect, it } from 'vitest';
import { overlaySource } from '../../src/project/overlay-source.js';

const base = memorySource({ 'src/a.ts': 'track("a");', 'src/c.ts': 'other();' });

describe('a file that is open in an editor', () => {
  it('is read as it is in the editor; other files as they are', () => {
    const source = overlaySource(base, 'src/a.ts', 'changed();');
    expect(source.read('src/a.ts')).toBe('changed();');
    expect(source.read('src/c.ts')).toBe('other();');
    expect(source.list().map((entry) => entry.path)).toEqual(['src/a.ts', 'src/c.ts']);
  });

  it('is there before it is saved, in its place in the order', () => {
    const source = overlaySource(base, 'src/b.ts', '');
    expect(source.has('src/b.ts')).toBe(true);
    expect(source.has('src/d.ts')).toBe(false);
    expect(source.list().map((entry) => entry.path)).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts']);
  });

  it.each([
    ['what the disk has but the editor does not', 'src/a.ts', 'nothing();', ['track'], []],
    [
      'what the editor has but the disk does not',
      'src/c.ts',
      'track();',
      ['track'],
      ['src/a.ts', 'src/c.ts'],
    ],
    ['a word in another case', 'src/c.ts', 'TRACK();', ['track'], ['src/a.ts', 'src/c.ts']],
    ['none of the words', 'src/c.ts', 'nothing();', ['identify'], []],
  ])('is searched for %s', (_, path, text, words, found) => {
    expect(overlaySource(base, path, text).search(words, { ignoreCase: true })).toEqual(found);
  });

  it('keeps upper and lower case apart where that was asked for', () => {
    expect(overlaySource(base, 'src/c.ts', 'TRACK();').search(['track'], { ignoreCase: false })).toEqual([
      'src/a.ts',
    ]);
  });
});
