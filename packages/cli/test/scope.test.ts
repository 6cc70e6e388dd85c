import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ANALYTICS,
  CLEAN,
  DIRTY,
  brief,
  reviewJson,
  temporaryDirectory,
  temporaryRepository,
} from './temporary-repository.js';
import type { Directory, Files, JsonReview } from './temporary-repository.js';

const EMAIL = 'no-pii email src/task.ts';
const TASK = DIRTY['src/task.ts'] ?? '';

/** Reviews the same change once staged and once committed on a branch. */
function reviewChange(before: Files, change: (repository: Directory) => void) {
  const repository = temporaryRepository(before);
  repository.git('checkout', '--quiet', '-b', 'feature');
  change(repository);
  repository.git('add', '--all');
  const staged = reviewJson(repository, ['staged']);
  repository.git('commit', '--quiet', '--allow-empty', '--message=change');
  const branch = reviewJson(repository, ['branch', '--base', 'main']);
  expect(brief(branch.findings)).toEqual(brief(staged.findings));
  return staged;
}

describe('what a change causes', () => {
  it.each<[string, Files, Files, readonly string[]]>([
    ['a personal property is added', CLEAN, DIRTY, [EMAIL]],
    ['a personal property is removed', DIRTY, CLEAN, []],
    ['lines shift', DIRTY, { 'src/task.ts': `// A\n// B\n\n${TASK}` }, []],
    [
      'the file is reformatted',
      DIRTY,
      { 'src/task.ts': TASK.replaceAll("'", '"').replace(', email', ',\n    email') },
      [],
    ],
    ['the function is renamed', DIRTY, { 'src/task.ts': TASK.replace('createTask', 'addTask') }, []],
    ['the event is renamed', DIRTY, { 'src/task.ts': TASK.replace('Task Created', 'Task Added') }, []],
    ['something else changes', DIRTY, { 'src/other.ts': 'export const a = 1;\n' }, []],
    ['a second call sends the same', DIRTY, { 'src/again.ts': TASK }, ['no-pii email src/again.ts']],
    [
      'another event of the same file sends the same',
      DIRTY,
      {
        'src/task.ts': `${TASK}export const close = (user: { email: string }) => trackEvent('Task Closed', { email: user.email });\n`,
      },
      [EMAIL],
    ],
  ])('%s', (_, before, after, expected) => {
    const review = reviewChange(before, ({ write }) => write(after));
    expect(brief(review.findings).filter((text) => text.startsWith('no-pii'))).toEqual(expected);
  });

  it('is nothing when a file is renamed', () => {
    const review = reviewChange(DIRTY, ({ directory }) =>
      renameSync(join(directory, 'src/task.ts'), join(directory, 'src/renamed task.ts')),
    );
    expect(review.findings).toEqual([]);
  });

  it('is nothing when a file is renamed and changed', () => {
    const review = reviewChange(DIRTY, ({ directory, write }) => {
      rmSync(join(directory, 'src/task.ts'));
      write({ 'src/moved.ts': `// Moved\n${TASK.replace('createTask', 'addTask')}` });
    });
    expect(review.findings).toEqual([]);
  });

  it('is named with its place when the finding lies in an untouched file', () => {
    const before = {
      'src/analytics.ts': (CLEAN['src/analytics.ts'] ?? '').replace(
        'mixpanel.track(name, properties)',
        'console.debug(name)',
      ),
      'src/task.ts': TASK,
    };
    const review = reviewChange(before, ({ write }) =>
      write(CLEAN['src/analytics.ts'] ? { 'src/analytics.ts': CLEAN['src/analytics.ts'] } : {}),
    );
    const finding = review.findings.find(({ rule }) => rule === 'no-pii');
    expect(finding).toMatchObject({ file: 'src/task.ts', cause: { file: 'src/analytics.ts', line: 5 } });
  });

  it('is a type that got a field, in a file that only the compiler leads to', () => {
    const before = {
      'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
      'src/row.ts': 'export interface Row { id: string; plan: string }\n',
      'src/generic.ts': 'export type Flat<T> = { [K in keyof T]: T[K] };\n',
      'src/payload.ts':
        "import type { Flat } from './generic';\nimport type { Row } from './row';\nexport type Payload = Flat<Omit<Row, 'id'> & { role: string }>;\n",
      'src/analytics.ts': ANALYTICS,
      'src/send.ts': `import { trackEvent } from './analytics';
import type { Payload } from './payload';
declare function load(): Payload;
export const whole = () => trackEvent('Whole', load());
export const spread = (rows: Payload[]) => rows.forEach((row) => trackEvent('Spread', { ...row }));
export const picked = (row: Payload) => trackEvent('Picked', { plan: row.plan });
`,
    };
    const repository = temporaryRepository(before);
    const found = (args: readonly string[]) => {
      const { out } = repository.run(['review', ...args, '--format', 'json']);
      return (JSON.parse(out) as JsonReview).findings.filter(({ rule }) => rule === 'no-pii');
    };
    expect(found(['all'])).toEqual([]);
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.write({ 'src/row.ts': 'export interface Row { id: string; plan: string; email: string }\n' });
    repository.git('add', '--all');
    const cause = { file: 'src/row.ts', line: 1 };
    const expected = [
      { file: 'src/send.ts', line: 4, severity: 'P0', cause },
      { file: 'src/send.ts', line: 5, severity: 'P0', cause },
    ];
    expect(found(['staged'])).toMatchObject(expected);
    repository.git('commit', '--quiet', '--message=field');
    expect(found(['branch', '--base', 'main'])).toMatchObject(expected);
  });

  it('is without a place when the finding lies on a changed line', () => {
    const review = reviewChange(CLEAN, ({ write }) => write(DIRTY));
    expect(review.findings[0]).toMatchObject({ file: 'src/task.ts', cause: null });
  });
});

describe('staged', () => {
  it('reviews what is staged, not what lies on disk', () => {
    const repository = temporaryRepository(CLEAN);
    repository.write(DIRTY);
    expect(brief(reviewJson(repository, ['staged']).findings)).toEqual([]);
    repository.git('add', '--all');
    repository.write(CLEAN);
    expect(brief(reviewJson(repository, ['staged']).findings)).toEqual([EMAIL]);
  });

  it('reviews everything before the first commit', () => {
    const repository = temporaryDirectory(DIRTY);
    repository.git('init', '--quiet');
    repository.git('add', '--all');
    const review = reviewJson(repository, ['staged']);
    expect(brief(review.findings)).toContain(EMAIL);
    expect(review.scope.base).toBeNull();
  });
});

describe('branch', () => {
  it('counts uncommitted and untracked files, and leaves out what the base got meanwhile', () => {
    const repository = temporaryRepository(CLEAN);
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'src/main-only.ts': TASK });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message=main');
    repository.git('checkout', '--quiet', 'feature');
    repository.write({ 'src/untracked.ts': TASK });
    const review = reviewJson(repository, ['branch']);
    expect(brief(review.findings)).toEqual(['no-pii email src/untracked.ts']);
    expect(review.scope).toMatchObject({ mode: 'branch', branch: 'feature' });
    expect(review.scope.base).toMatch(/^[0-9a-f]{40}$/);
  });

  it('finds the default branch of the remote', () => {
    const origin = temporaryRepository(CLEAN);
    const clone = temporaryDirectory();
    clone.git('clone', '--quiet', origin.directory, '.');
    clone.git('checkout', '--quiet', '-b', 'feature');
    clone.git('branch', '--quiet', '-D', 'main');
    clone.write(DIRTY);
    expect(brief(reviewJson(clone, ['branch']).findings)).toEqual([EMAIL]);
    expect(brief(reviewJson(clone, ['branch', '--base', 'main']).findings)).toEqual([EMAIL]);
  });

  it('says what to do in a clone that is too shallow', () => {
    const origin = temporaryRepository(CLEAN);
    origin.git('checkout', '--quiet', '-b', 'feature');
    for (const branch of ['feature', 'main']) {
      origin.git('checkout', '--quiet', branch);
      origin.git('commit', '--quiet', '--allow-empty', `--message=${branch}`);
    }
    const clone = temporaryDirectory();
    clone.git(
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      '--branch=feature',
      `file://${origin.directory}`,
      '.',
    );
    const result = clone.run(['review', 'branch']);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(/too shallow.*git fetch --unshallow.*fetch-depth: 0/);
  });

  it.each([
    [
      'no base branch',
      (repository: Directory) => repository.git('branch', '-m', 'trunk'),
      /No base branch found.*--base REF/,
    ],
    [
      'no common commit',
      (repository: Directory) => {
        repository.git('checkout', '--quiet', '--orphan', 'other');
        repository.git('commit', '--quiet', '--message=other');
      },
      /HEAD and main have no common commit/,
    ],
  ])('says what to do with %s', (_, prepare, message) => {
    const repository = temporaryRepository(CLEAN);
    prepare(repository);
    const result = repository.run(['review', 'branch']);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(message);
  });

  it('knows no branch when HEAD is detached', () => {
    const repository = temporaryRepository(CLEAN);
    repository.git('checkout', '--quiet', '--detach');
    expect(reviewJson(repository, ['branch']).scope.branch).toBeNull();
  });

  it('works in a linked work tree without touching it', () => {
    const repository = temporaryRepository(DIRTY);
    repository.git('worktree', 'add', '--quiet', '-b', 'linked', 'linked tree');
    const status = () =>
      execFileSync('git', ['status', '--porcelain'], {
        cwd: join(repository.directory, 'linked tree'),
      }).toString();
    expect(brief(reviewJson(repository, ['all'], { folder: 'linked tree' }).findings)).toEqual([EMAIL]);
    expect(status()).toBe('');
  });
});
