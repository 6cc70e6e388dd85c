import { memorySource } from '@tracklint/analyzer';
import { describe, expect, it } from 'vitest';
import { overlaySource } from '../../src/project/overlay-source.js';

const base = memorySource({ 'src/a.ts': 'track("a");', 'src/c.ts': 'other();' });
const over = (texts: Readonly<Record<string, string | null>>) =>
  overlaySource(base, new Map(Object.entries(texts)));

const paths = (texts: Readonly<Record<string, string | null>>): readonly string[] =>
  over(texts)
    .list()
    .map((entry) => entry.path);

describe('a file that is open in an editor', () => {
  it('is read as it is in the editor; other files as they are', () => {
    const source = over({ 'src/a.ts': 'changed();' });
    expect(source.read('src/a.ts')).toBe('changed();');
    expect(source.read('src/c.ts')).toBe('other();');
    expect(paths({ 'src/a.ts': 'changed();' })).toEqual(['src/a.ts', 'src/c.ts']);
  });

  it.each([
    ['before the others', 'lib/a.ts', ['lib/a.ts', 'src/a.ts', 'src/c.ts']],
    ['between them', 'src/b.ts', ['src/a.ts', 'src/b.ts', 'src/c.ts']],
    ['after them', 'src/d.ts', ['src/a.ts', 'src/c.ts', 'src/d.ts']],
  ])('is there before it is saved, %s', (_, path, listed) => {
    expect(over({ [path]: '' }).has(path)).toBe(true);
    expect(over({ [path]: '' }).has('src/e.ts')).toBe(false);
    expect(paths({ [path]: '' })).toEqual(listed);
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
    ['one of several words', 'src/c.ts', 'identify();', ['alias', 'identify'], ['src/c.ts']],
    ['a word in a file that was never saved', 'src/b.ts', 'track();', ['track'], ['src/a.ts', 'src/b.ts']],
  ])('is searched for %s', (_, path, text, words, found) => {
    expect(over({ [path]: text }).search(words, { ignoreCase: true })).toEqual(found);
  });

  it('keeps upper and lower case apart where that was asked for', () => {
    const source = over({ 'src/c.ts': 'TRACK();' });
    expect(source.search(['track'], { ignoreCase: false })).toEqual(['src/a.ts']);
  });

  it('may be empty, which is something else than absent', () => {
    expect(over({ 'src/a.ts': '' }).read('src/a.ts')).toBe('');
    expect(over({ 'src/b.ts': '' }).read('src/b.ts')).toBe('');
    expect(base.read('src/b.ts')).toBeNull();
  });
});

describe('a file whose content is to be read again', () => {
  it('keeps its text and its place, and loses what was known of its content', () => {
    const known = { ...base, list: () => base.list().map((entry) => ({ ...entry, contentId: 'known' })) };
    const source = overlaySource(known, new Map([['src/a.ts', null]]));
    expect(source.list()).toEqual([
      { path: 'src/a.ts', contentId: null },
      { path: 'src/c.ts', contentId: 'known' },
    ]);
    expect(source.read('src/a.ts')).toBe('track("a");');
    expect(source.search(['track'], { ignoreCase: false })).toEqual(['src/a.ts']);
  });

  it('that is not there does not come to be', () => {
    expect(paths({ 'src/b.ts': null })).toEqual(['src/a.ts', 'src/c.ts']);
    expect(over({ 'src/b.ts': null }).has('src/b.ts')).toBe(false);
    expect(over({ 'src/b.ts': null }).read('src/b.ts')).toBeNull();
    expect(over({ 'src/b.ts': null }).search(['track'], { ignoreCase: false })).toEqual(['src/a.ts']);
  });
});

it('several files can lie over each other', () => {
  const source = overlaySource(
    over({ 'src/a.ts': null, 'src/b.ts': 'track();' }),
    new Map([['src/a.ts', 'x();']]),
  );
  expect(source.read('src/a.ts')).toBe('x();');
  expect(source.search(['track'], { ignoreCase: false })).toEqual(['src/b.ts']);
  expect(source.list().map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts']);
});

it('files that were not read say so, but for those that are open', () => {
  const generated = memorySource({ 'src/a.min.js': '' });
  expect(overlaySource(generated, new Map()).skipped?.()).toHaveLength(1);
  expect(overlaySource(generated, new Map([['src/a.min.js', 'x']])).skipped?.()).toEqual([]);
});
