import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  knownRules,
  loadConfigOnDemand,
  renderReview,
  runReview,
  workingTreeSource,
} from '@tracklint/analyzer';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from './temporary-repository.js';
import type { Files } from './temporary-repository.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SAMPLES = join(ROOT, 'test-fixtures', 'samples');
const GENERATED_FILES = 300;

type Repository = ReturnType<typeof temporaryDirectory>;

interface Case {
  readonly name: string;
  readonly open: () => Repository;
}

function filesBelow(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.split(sep).includes('.git'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** A repository with everything committed; the files are written in the order of their names, or against it. */
function repositoryOf(files: Files, order: 'forward' | 'backward' = 'forward'): Repository {
  const names = Object.keys(files).sort();
  if (order === 'backward') names.reverse();
  const repository = temporaryDirectory();
  for (const name of names) repository.write({ [name]: files[name] ?? '' });
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message=All');
  return repository;
}

function generatedFiles(): Files {
  const { directory } = temporaryDirectory();
  const target = join(directory, 'generated');
  const script = join(ROOT, 'bench', 'generate.mjs');
  execFileSync(process.execPath, [script, '--files', String(GENERATED_FILES), '--directory', target]);
  return filesBelow(target);
}

const withoutTime = (report: string): string => report.replace(/"milliseconds": \d+/, '"milliseconds": 0');

/** How much was parsed is what the prefilter changes, so that number tells only that it worked. */
const withoutEffort = (report: string): string => withoutTime(report).replace(/"parsed": \d+/, '"parsed": 0');

function review(repository: Repository, env: NodeJS.ProcessEnv = {}, ...options: string[]): string {
  const { code, out, err } = repository.run(['review', 'all', '--format', 'json', ...options], { env });
  expect(err).toBe('');
  expect([0, 1]).toContain(code);
  return withoutTime(out);
}

/** The same review without the command line, which has no option that turns the prefilter off. */
async function reviewHere(repository: Repository, usePrefilter: boolean): Promise<string> {
  const head = workingTreeSource(repository.directory);
  const { review } = await runReview({
    mode: 'all',
    scope: { head, before: null, branch: 'main', base: null },
    config: await loadConfigOnDemand(head, { knownRules }),
    engine: { useTypes: true, usePrefilter },
    baseline: null,
    isWanted: () => true,
    date: '2026-01-01',
    now: () => 0,
  });
  const report = { color: false, width: 80, version: '0.0.0', rules: [] };
  return withoutEffort(await renderReview('json', review, report));
}

const CLOCKS_AND_LANGUAGES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/Adak', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
];

const COPY = `import mixpanel from 'mixpanel-browser';
export const create = (user: { email: string }) => mixpanel.track('Task Created', { email: user.email });
`;

const cases: readonly Case[] = [
  { name: 'equal files', open: () => repositoryOf({ 'src/a.ts': COPY, 'src/b.ts': COPY, 'c.ts': COPY }) },
  ...readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, open: () => repositoryOf(filesBelow(join(SAMPLES, name))) })),
  { name: `${GENERATED_FILES} generated files`, open: () => repositoryOf(generatedFiles()) },
];

describe.each(cases)('the review of $name', ({ open }) => {
  const repository = open();
  const first = review(repository, {}, '--no-cache');

  it('has something to say', () => {
    expect(JSON.parse(first)).toMatchObject({ stats: { calls: expect.toSatisfy((calls) => calls > 0) } });
  });

  it.each(CLOCKS_AND_LANGUAGES)('is the same with $TZ and $LANG', (env) => {
    expect(review(repository, env, '--no-cache')).toBe(first);
  });

  it('is the same with a cold and with a warm cache', () => {
    const cache = join(repository.directory, '.git', 'tracklint-cache');
    rmSync(cache, { recursive: true, force: true });
    expect(review(repository)).toBe(first);
    expect(review(repository)).toBe(first);
  });

  it('is the same where nothing can be kept', () => {
    const cache = join(repository.directory, '.git', 'tracklint-cache');
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(cache, 'a file where the folder should be');
    expect(review(repository)).toBe(first);
    rmSync(cache);
  });

  it('does not depend on the order in which files were written', () => {
    const other = repositoryOf(filesBelow(repository.directory), 'backward');
    expect(review(other, {}, '--no-cache')).toBe(first);
  });

  it('is the same with and without the prefilter', async () => {
    expect(await reviewHere(repository, false)).toBe(await reviewHere(repository, true));
  });
});
