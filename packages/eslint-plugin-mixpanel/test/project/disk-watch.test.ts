import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiskWatch } from '../../src/project/disk-watch.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

const TREE = ['src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'lib/d.ts'];
const WANTED = ['src/a.ts', 'src/deep/c.ts', 'unwatched.ts'];
const NOTHING = { written: [], moved: false };

type Change = (root: string) => void;

const write =
  (path: string): Change =>
  (root) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'changed();\n');
  };
const remove =
  (path: string): Change =>
  (root) =>
    rmSync(join(root, path), { recursive: true });

const treeOnDisk = () => projectOnDisk(Object.fromEntries(TREE.map((path) => [path, 'track();\n'])));

describe.each<readonly [string, Change, readonly string[], readonly string[], boolean]>([
  ['nothing', () => undefined, [], [], false],
  ['a wanted file is written', write('src/a.ts'), ['src/a.ts'], ['src/a.ts'], false],
  ['another file is written', write('src/b.ts'), [], ['src/b.ts'], false],
  ['a file is added beside others', write('src/e.ts'), [], [], true],
  ['a file is added where only folders were', write('e.ts'), [], [], true],
  ['a file is added in a folder that comes to be', write('other/deep/e.ts'), [], [], true],
  ['a wanted file is removed', remove('src/a.ts'), ['src/a.ts'], ['src/a.ts'], true],
  ['another file is removed', remove('lib/d.ts'), [], ['lib/d.ts'], true],
  [
    'a file is renamed',
    (root) => renameSync(join(root, 'lib/d.ts'), join(root, 'lib/e.ts')),
    [],
    ['lib/d.ts'],
    true,
  ],
  ['a whole folder is removed', remove('src/deep'), ['src/deep/c.ts'], ['src/deep/c.ts'], true],
])('%s', (_, change, writtenOfWanted, writtenOfAll, moved) => {
  it.each([
    ['some files', WANTED, writtenOfWanted],
    ['all files', 'all' as const, writtenOfAll],
  ])('is seen once by a look at %s', (_name, wanted, written) => {
    const root = treeOnDisk();
    const watch = createDiskWatch(root);
    watch.watch(TREE);
    expect(watch.look('all')).toEqual(NOTHING);
    change(root);
    expect(watch.look(wanted)).toEqual({ written, moved });
    expect(watch.look(wanted)).toEqual(NOTHING);
  });
});

it('keeps what was not looked at yet when other files are watched', () => {
  const root = treeOnDisk();
  const watch = createDiskWatch(root);
  watch.watch(TREE);
  write('src/b.ts')(root);
  write('src/e.ts')(root);
  watch.watch([...TREE, 'src/e.ts']);
  expect(watch.look('all')).toEqual({ written: ['src/b.ts'], moved: true });
  watch.watch(['src/a.ts']);
  write('src/b.ts')(root);
  expect(watch.look('all')).toEqual(NOTHING);
});
