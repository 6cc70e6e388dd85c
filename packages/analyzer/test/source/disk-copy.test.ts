import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import { gitCommitSource } from '../../src/source/git-commit.js';
import { gitIndexSource } from '../../src/source/git-index.js';
import { searchByReading } from '../../src/source/search-text.js';
import type { Source } from '../../src/source/source.js';
import { workingTreeSource } from '../../src/source/working-tree.js';
import { temporaryFolder } from './git-repository.js';
import type { Folder } from './git-repository.js';

const folders: Folder[] = [];
function repository(files: Readonly<Record<string, string>>): Folder {
  const folder = temporaryFolder();
  folders.push(folder);
  folder.git('init', '-q');
  folder.write(files);
  folder.git('add', '-A');
  folder.git('commit', '-q', '--allow-empty', '-m', 'first');
  return folder;
}
afterAll(() => folders.forEach((folder) => folder.remove()));
afterEach(() => {
  delete process.env['GIT_INDEX_FILE'];
  delete process.env['GIT_DIR'];
});

const textOf = (source: Source, path: string): string | null => source.read(path);
const find = (source: Source, word: string): readonly string[] =>
  source.search([word], { ignoreCase: false });

test('line ends that are converted on the way into the repository', () => {
  const folder = repository({ '.gitattributes': '* text=auto\n' });
  folder.write({ 'a.ts': 'one;\r\ntwo;\r\n' });
  folder.git('add', 'a.ts');
  expect(textOf(workingTreeSource(folder.root), 'a.ts')).toBe('one;\r\ntwo;\r\n');
  expect(workingTreeSource(folder.root).list()[0]?.contentId).toBeNull();
  expect(textOf(gitIndexSource(folder.root), 'a.ts')).toBe('one;\ntwo;\n');
  expect(find(gitIndexSource(folder.root), 'two')).toEqual(['a.ts']);
});

test('filters that change words', () => {
  const folder = repository({ '.gitattributes': '*.ts filter=swap\n' });
  folder.git('config', 'filter.swap.clean', 'sed s/outside/inside/');
  folder.git('config', 'filter.swap.smudge', 'sed s/inside/outside/');
  folder.write({ 'a.ts': 'outside;\n' });
  folder.git('add', 'a.ts');
  expect(textOf(gitIndexSource(folder.root), 'a.ts')).toBe('inside;\n');
  expect(find(gitIndexSource(folder.root), 'inside')).toEqual(['a.ts']);
  expect(find(gitIndexSource(folder.root), 'outside')).toEqual([]);
  expect(find(workingTreeSource(folder.root), 'outside')).toEqual(['a.ts']);
});

test('a file that changes after it was listed', () => {
  const folder = repository({ 'a.ts': 'first;\n' });
  const source = gitIndexSource(folder.root);
  expect(find(source, 'first')).toEqual(['a.ts']);
  folder.write({ 'a.ts': 'later;\n' });
  expect(textOf(source, 'a.ts')).toBe('first;\n');
});

test('files that are gone from the disk, or from the index', () => {
  const folder = repository({ 'a.ts': 'word;\n', 'b.ts': 'word;\n', 'c.ts': 'word;\n' });
  rmSync(join(folder.root, 'a.ts'));
  folder.git('rm', '-q', '--cached', 'b.ts');
  expect(find(gitIndexSource(folder.root), 'word')).toEqual(['a.ts', 'c.ts']);
  expect(find(gitCommitSource(folder.root, 'HEAD'), 'word')).toEqual(['a.ts', 'b.ts', 'c.ts']);
  expect(find(workingTreeSource(folder.root), 'word')).toEqual(['b.ts', 'c.ts']);
  expect(textOf(gitCommitSource(folder.root, 'HEAD'), 'a.ts')).toBe('word;\n');
});

test('a repository without a working tree', () => {
  const folder = repository({ 'a.ts': 'word;\n' });
  const bare = temporaryFolder();
  folders.push(bare);
  bare.git('clone', '-q', '--bare', folder.root, 'bare.git');
  const source = gitCommitSource(join(bare.root, 'bare.git'), 'HEAD');
  expect(find(source, 'word')).toEqual(['a.ts']);
  expect(textOf(source, 'a.ts')).toBe('word;\n');
});

test('more changed files than are worth reading', () => {
  const names = Array.from({ length: 400 }, (_, index) => `f${String(index).padStart(3, '0')}.ts`);
  const folder = repository(Object.fromEntries(names.map((name) => [name, `old ${name};\n`])));
  folder.write(Object.fromEntries(names.map((name) => [name, `new ${name};\n`])));
  const source = gitIndexSource(folder.root);
  expect(find(source, 'old')).toEqual(names);
  expect(find(source, 'new')).toEqual([]);
});

test('a file in conflict is the version of the current branch', () => {
  const folder = repository({ 'a.ts': 'base;\n' });
  folder.git('checkout', '-q', '-b', 'other');
  folder.write({ 'a.ts': 'theirs;\n' });
  folder.git('commit', '-q', '-a', '-m', 'theirs');
  folder.git('checkout', '-q', '-');
  folder.write({ 'a.ts': 'ours;\n' });
  folder.git('commit', '-q', '-a', '-m', 'ours');
  expect(() => folder.git('merge', '-q', 'other')).toThrow();
  expect(textOf(gitIndexSource(folder.root), 'a.ts')).toBe('ours;\n');
  expect(textOf(workingTreeSource(folder.root), 'a.ts')).toContain('<<<<<<<');
});

test('a hook sees the index of the commit in progress, if it is that of this repository', () => {
  const folder = repository({ 'a.ts': 'staged;\n' });
  folder.write({ 'a.ts': 'in progress;\n' });
  process.env['GIT_INDEX_FILE'] = join(folder.root, '.git/next-index');
  folder.git('read-tree', 'HEAD');
  folder.git('add', 'a.ts');
  expect(textOf(gitIndexSource(folder.root), 'a.ts')).toBe('in progress;\n');
  process.env['GIT_DIR'] = join(folder.root, '.git');
  delete process.env['GIT_INDEX_FILE'];
  expect(textOf(gitIndexSource(folder.root), 'a.ts')).toBe('staged;\n');
  process.env['GIT_INDEX_FILE'] = join(folder.root, '.git/next-index');
  const other = temporaryFolder();
  folders.push(other);
  delete process.env['GIT_DIR'];
  other.git('init', '-q');
  process.env['GIT_DIR'] = join(folder.root, '.git');
  expect(gitIndexSource(other.root).list()).toEqual([]);
});

test('every source finds what reading finds, whatever the texts and words', () => {
  const piece = fc.constantFrom(
    'track',
    'Track',
    'mix',
    'panel',
    '.',
    '(',
    '*',
    '[',
    '\\',
    ' ',
    '\n',
    '\r\n',
    '\t',
    'ß',
    'İ',
    '文',
    '"',
    '-e',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  const name = fc.constantFrom('a.ts', 'b c.js', '-d.tsx', 'é/f.vue', 'g.d.ts', 'h.md');
  const tree = fc.dictionary(name, text, { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(
      tree,
      tree,
      fc.array(text, { maxLength: 3 }),
      fc.boolean(),
      (committed, later, words, ignoreCase) => {
        const folder = repository(committed);
        folder.write(later);
        for (const open of [
          workingTreeSource,
          gitIndexSource,
          (root: string) => gitCommitSource(root, 'HEAD'),
        ]) {
          const source = open(folder.root);
          expect(source.search(words, { ignoreCase })).toEqual(
            searchByReading(source, words, { ignoreCase }),
          );
        }
      },
    ),
    { numRuns: 15 },
  );
});
