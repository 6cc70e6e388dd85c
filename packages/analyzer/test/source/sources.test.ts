import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitCommitSource } from '../../src/source/git-commit.js';
import { gitIndexSource } from '../../src/source/git-index.js';
import { memorySource } from '../../src/source/memory.js';
import { searchByReading } from '../../src/source/search-text.js';
import type { Source } from '../../src/source/source.js';
import { workingTreeSource } from '../../src/source/working-tree.js';
import { temporaryFolder } from './git-repository.js';

const ODD_NAMES = [
  'a b.ts',
  'ünï/çödé 文.tsx',
  `quo"te's.js`,
  'new\nline.mjs',
  'back\\slash.cts',
  '-dash.ts',
  ':(top)magic.ts',
  '[x]*.jsx',
];

const FILES: Record<string, string | Buffer> = {
  ...Object.fromEntries(ODD_NAMES.map((name, index) => [name, `mixpanel.track('e${index}')\n`])),
  'src/upper.TS': 'export const Tracker = 1;\n',
  'src/view.vue': '<script>track()</script>\n',
  'src/plain.ts': 'export const nothing = 1;\n',
  'src/bom.ts': '\ufeffmixpanel;\n',
  'src/crlf.ts': 'a;\r\nmixpanel;\r\n',
  'src/nul.ts': 'mixpanel\0\n',
  'src/empty.ts': '',
  'src/types.d.ts': 'declare const mixpanel: unknown;\n',
  'src/latin1.ts': Buffer.from('// caf\xe9 mixpanel\n', 'latin1'),
  'src/utf16.ts': Buffer.from('\ufeffmixpanel;\n', 'utf16le'),
  'src/lfs.ts': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\nmixpanel\n',
  'src/large.ts': `mixpanel;\n${'const a = 1;\n'.repeat(90_000)}`,
  'src/minified.js': `mixpanel;${'a=1;'.repeat(20_000)}`,
  'src/webpacked.js': `mixpanel; __webpack_require__(1);\n${'const a = 1;\n'.repeat(4_000)}`,
  'src/long.ts': `mixpanel;\n${'const a = 1;\n'.repeat(4_000)}`,
  'src/lib.min.js': 'mixpanel;\n',
  'node_modules/x/index.js': 'mixpanel;\n',
  'package.json': '{ "name": "mixpanel" }\n',
  'package-lock.json': '{}\n',
  '.babelrc': '{}\n',
  'notes.md': 'mixpanel\n',
  'locale.yml': 'mixpanel: 1\n',
};

const LISTED = [
  ...ODD_NAMES,
  ...[
    'src/upper.TS',
    'src/view.vue',
    'src/plain.ts',
    'src/bom.ts',
    'src/crlf.ts',
    'src/nul.ts',
    'src/empty.ts',
  ],
  ...[
    'src/types.d.ts',
    'src/latin1.ts',
    'src/utf16.ts',
    'src/lfs.ts',
    'src/large.ts',
    'src/minified.js',
    'src/webpacked.js',
    'src/long.ts',
  ],
  ...['package.json', '.babelrc', 'locale.yml'],
].sort();

const SKIPPED = [
  { path: 'src/large.ts', reason: 'large' },
  { path: 'src/lib.min.js', reason: 'generated' },
  { path: 'src/minified.js', reason: 'generated' },
  { path: 'src/webpacked.js', reason: 'generated' },
];

const repository = temporaryFolder();
const directory = temporaryFolder();
const sources: Record<string, Source> = {};

beforeAll(() => {
  repository.write(FILES);
  directory.write(FILES);
  repository.git('init', '-q');
  repository.git('add', '-A', '-f');
  repository.git('commit', '-q', '-m', 'first');
  sources['commit'] = gitCommitSource(repository.root, 'HEAD');
  sources['index'] = gitIndexSource(repository.root);
  sources['working tree'] = workingTreeSource(repository.root);
  sources['untracked'] = (() => {
    directory.git('init', '-q');
    const source = workingTreeSource(directory.root);
    source.list();
    return source;
  })();
  const plain = temporaryFolder();
  plain.write(FILES);
  sources['directory'] = workingTreeSource(plain.root);
});

afterAll(() => {
  repository.remove();
  directory.remove();
});

describe.each(['commit', 'index', 'working tree', 'untracked', 'directory'])('%s', (name) => {
  const source = (): Source => sources[name] as Source;

  test('lists readable files, sorted', () => {
    expect(
      source()
        .list()
        .map((entry) => entry.path),
    ).toEqual(LISTED);
    expect(
      source()
        .list()
        .every((entry) => source().has(entry.path)),
    ).toBe(true);
    expect(source().has('notes.md')).toBe(false);
  });

  test('reads text, and nothing that is not listed', () => {
    for (const path of ODD_NAMES) expect(source().read(path)).toBe(FILES[path]);
    expect(source().read('src/bom.ts')).toBe('mixpanel;\n');
    expect(source().read('src/crlf.ts')).toBe(FILES['src/crlf.ts']);
    expect(source().read('src/empty.ts')).toBe('');
    expect(source().read('src/long.ts')).toBe(FILES['src/long.ts']);
    expect(source().read('src/latin1.ts')).toBe('// caf\ufffd mixpanel\n');
    const silent = [
      'src/utf16.ts',
      'src/lfs.ts',
      'src/large.ts',
      'src/minified.js',
      'notes.md',
      'absent.ts',
      '../x.ts',
      '/etc/passwd',
      'node_modules/x/index.js',
    ];
    for (const path of silent) expect(source().read(path)).toBeNull();
  });

  test('says what it skips', () => {
    expect(source().skipped?.()).toEqual(SKIPPED);
  });

  test.each([
    [['mixpanel'], false],
    [['MIXPANEL'], false],
    [['MIXPANEL'], true],
    [['tracker', 'nothing'], true],
    [["track('e1')", '(e3'], false],
    [['.*'], false],
    [['absent-word'], false],
    [[], false],
    [[''], false],
    [['文', 'caf'], false],
    [['É'], true],
    [[...Array.from({ length: 200 }, (_, index) => `word${index}`), 'nothing'], false],
    [['a;\r\nmixpanel'], false],
  ])('finds %j as reading does', (words, ignoreCase) => {
    const byReading = searchByReading(source(), words, { ignoreCase });
    const found = source().search(words, { ignoreCase });
    expect(byReading.filter((path) => !found.includes(path))).toEqual([]);
    const extra = found.filter((path) => !byReading.includes(path));
    expect(extra.filter((path) => source().read(path) !== null)).toEqual([]);
    expect(found).toEqual(LISTED.filter((path) => found.includes(path)));
    expect(found).not.toContain('src/types.d.ts');
  });

  test('prefetching changes nothing', () => {
    source().prefetch?.([...LISTED, 'absent.ts']);
    expect(source().read('src/plain.ts')).toBe(FILES['src/plain.ts']);
  });
});

describe('working tree and index apart', () => {
  const folder = temporaryFolder();
  const outside = temporaryFolder();
  beforeAll(() => {
    outside.write({ 'secret.ts': 'outside;\n' });
    folder.write({
      'same.ts': 'same;\n',
      'changed.ts': 'old;\n',
      'deleted.ts': 'deleted;\n',
      'hidden.ts': 'old;\n',
      'dir/moved.ts': 'inside;\n',
      'sub/inner.ts': 'inner;\n',
      '.gitignore': 'ignored.ts\nout/\n',
    });
    symlinkSync(join(outside.root, 'secret.ts'), join(folder.root, 'link.ts'));
    folder.git('init', '-q');
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'first');
    folder.git('update-index', '--assume-unchanged', 'hidden.ts');
    folder.write({ 'changed.ts': 'staged;\n' });
    folder.git('add', 'changed.ts');
    folder.write({
      'changed.ts': 'on disk;\n',
      'hidden.ts': 'new;\n',
      'new.ts': 'untracked;\n',
      'ignored.ts': 'x',
      'out/a.ts': 'x',
    });
    rmSync(join(folder.root, 'deleted.ts'));
    rmSync(join(folder.root, 'dir'), { recursive: true });
    symlinkSync(outside.root, join(folder.root, 'dir'));
    symlinkSync(join(outside.root, 'secret.ts'), join(folder.root, 'untracked-link.ts'));
    mkdirSync(join(folder.root, 'nested'));
    folder.git('init', '-q', 'nested');
    folder.write({ 'nested/n.ts': 'other repository;\n' });
  });
  afterAll(() => {
    folder.remove();
    outside.remove();
  });

  test('the working tree is what lies on disk', () => {
    const source = workingTreeSource(folder.root);
    const readable = source.list().filter((entry) => source.read(entry.path) !== null);
    expect(readable.map((entry) => entry.path)).toEqual([
      'changed.ts',
      'hidden.ts',
      'new.ts',
      'same.ts',
      'sub/inner.ts',
    ]);
    expect(source.read('changed.ts')).toBe('on disk;\n');
    expect(source.search(['untracked', 'outside', 'on disk'], { ignoreCase: false })).toEqual([
      'changed.ts',
      'new.ts',
    ]);
  });

  test('content ids are given for unmodified files only', () => {
    const ids = new Map(
      workingTreeSource(folder.root)
        .list()
        .map((entry) => [entry.path, entry.contentId]),
    );
    const inIndex = new Map(
      gitIndexSource(folder.root)
        .list()
        .map((entry) => [entry.path, entry.contentId]),
    );
    expect(ids.get('same.ts')).toBe(inIndex.get('same.ts'));
    expect(['changed.ts', 'hidden.ts', 'new.ts'].map((path) => ids.get(path))).toEqual([null, null, null]);
  });

  test('the index is what is staged', () => {
    const source = gitIndexSource(folder.root);
    expect(source.list().map((entry) => entry.path)).toEqual([
      'changed.ts',
      'deleted.ts',
      'dir/moved.ts',
      'hidden.ts',
      'same.ts',
      'sub/inner.ts',
    ]);
    expect(source.read('changed.ts')).toBe('staged;\n');
    expect(source.search(['staged', 'on disk'], { ignoreCase: false })).toEqual(['changed.ts']);
  });

  test('a folder inside the repository is a root of its own', () => {
    const sub = join(folder.root, 'sub');
    for (const source of [workingTreeSource(sub), gitIndexSource(sub), gitCommitSource(sub, 'HEAD')]) {
      expect(source.list().map((entry) => entry.path)).toEqual(['inner.ts']);
      expect(source.search(['inner'], { ignoreCase: true })).toEqual(['inner.ts']);
      expect(source.read('inner.ts')).toBe('inner;\n');
    }
  });

  test('a commit is what it was', () => {
    const source = gitCommitSource(folder.root, 'HEAD');
    expect(source.read('changed.ts')).toBe('old;\n');
    expect(source.label).toMatch(/^commit [0-9a-f]{7}$/);
  });

  test.each(['absent', '--help', 'HEAD~5', 'HEAD:same.ts', ''])('%j names no commit', (ref) => {
    expect(() => gitCommitSource(folder.root, ref)).toThrow(expect.objectContaining({ code: 'unknown-ref' }));
  });

  test('no repository is said', () => {
    expect(() => gitIndexSource(outside.root)).toThrow(expect.objectContaining({ code: 'not-a-repository' }));
    expect(() => gitCommitSource(outside.root, 'HEAD')).toThrow(
      expect.objectContaining({ code: 'not-a-repository' }),
    );
  });
});

test('memory treats files as the disk does', () => {
  const texts = Object.fromEntries(
    Object.entries(FILES).filter(([, content]) => typeof content === 'string'),
  ) as Record<string, string>;
  const source = memorySource(texts);
  expect(source.list().map((entry) => entry.path)).toEqual(LISTED.filter((path) => path in texts));
  expect(source.skipped?.()).toEqual(SKIPPED);
  expect(source.read('src/bom.ts')).toBe('mixpanel;\n');
  expect(source.search(['MIXPANEL'], { ignoreCase: true })).toContain('a b.ts');
});
