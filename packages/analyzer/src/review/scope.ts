import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitIndexSource, memorySource, resolveCommit, workingTreeSource } from '../source/index.js';
import { diskCopyAt } from '../source/disk-copy.js';
import type { DiskCopy } from '../source/disk-copy.js';
import { readBlobTexts } from '../source/git-blobs.js';
import { sourceOfCommit } from '../source/git-commit.js';
import { FILE_MODES, GitError, indexEnvironment, runGit, runGitList } from '../source/git.js';
import { once } from '../source/once.js';
import type { FilePath, Source } from '../source/source.js';
import { compareSources } from './changes.js';
import type { Changes, FileBefore } from './changes.js';
import type { ReviewScope } from './review.js';
import { ReviewError } from './review-error.js';

/** Which states of the code a review reads. */
export interface OpenScope {
  readonly head: Source;
  /** What the head is compared with; null for `all`. */
  readonly before: { readonly source: () => Source; readonly changes: Changes } | null;
  readonly branch: string | null;
  /** Commit id of the base; null for `all` and for a repository without a commit. */
  readonly base: string | null;
}

export interface ScopeRequest {
  readonly mode: ReviewScope['mode'];
  /** `--base`; null: the default branch. */
  readonly baseRef: string | null;
}

const DEFAULT_BASES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'] as const;

/**
 * `all`: the working tree. `staged`: the index against HEAD. `branch`: the working tree, uncommitted changes included,
 * against the merge base of HEAD and the base branch.
 * @throws {ReviewError | GitError}
 */
export function openScope(root: string, { mode, baseRef }: ScopeRequest): OpenScope {
  switch (mode) {
    case 'all':
      return { head: workingTreeSource(root), before: null, branch: currentBranch(root), base: null };
    case 'staged':
      return openStaged(root);
    case 'branch':
      return openBranch(root, baseRef);
  }
}

function openStaged(root: string): OpenScope {
  // A bare repository, or the folder `.git`, has an index that says nothing about any files.
  if (!existsSync(join(root, '.git'))) runGit(root, ['rev-parse', '--show-toplevel']);
  const copy = diskCopyAt(root);
  const head = gitIndexSource(root, copy);
  const { commit, branch } = checkedOut(root);
  const source = once(() =>
    commit === null ? memorySource({}, 'empty tree') : sourceOfCommit(root, commit, copy),
  );
  const changed =
    commit === null
      ? new Map(head.list().map(({ path }) => [path, null]))
      : changedFiles(root, ['--cached', commit], indexEnvironment(root));
  const changes = compareSources(head, oldTexts(root, copy, changed), changed);
  return { head, before: { source, changes }, branch, base: commit };
}

function openBranch(root: string, baseRef: string | null): OpenScope {
  const base = mergeBase(root, findBase(root, baseRef));
  const head = workingTreeSource(root);
  const copy = diskCopyAt(root);
  const source = once(() => sourceOfCommit(root, base, copy));
  const changed = changedFiles(root, [base]);
  const untracked = runGitList(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  for (const path of untracked) if (head.has(path) && !changed.has(path)) changed.set(path, null);
  return {
    head,
    before: { source, changes: compareSources(head, oldTexts(root, copy, changed), changed) },
    branch: currentBranch(root),
    base,
  };
}

function oldTexts(
  root: string,
  copy: () => DiskCopy,
  changed: ReadonlyMap<FilePath, FileBefore | null>,
): (file: FileBefore) => string | null {
  const blobs = [...changed.values()].filter((before) => before !== null);
  return readBlobTexts(root, copy, blobs);
}

interface BaseRef {
  readonly name: string;
  readonly commit: string;
}

function findBase(root: string, ref: string | null): BaseRef {
  const candidates = ref === null ? DEFAULT_BASES : [ref, `origin/${ref}`];
  for (const name of candidates) {
    try {
      return { name, commit: resolveCommit(root, name) };
    } catch (error) {
      if (!(error instanceof GitError && error.code === 'unknown-ref')) throw error;
    }
  }
  if (ref === null) {
    const message = `No base branch found (looked for ${DEFAULT_BASES.join(', ')}); name one with --base REF.`;
    throw new ReviewError('no-base-ref', message);
  }
  const message = `The base "${ref}" names no commit of this repository; fetch it with "git fetch origin" or check the name.`;
  throw new ReviewError('unknown-base', message);
}

function mergeBase(root: string, base: BaseRef): string {
  if (headCommit(root) === null) {
    throw new ReviewError(
      'no-merge-base',
      'This repository has no commit yet; use "tracklint review staged" or "all".',
    );
  }
  const [id = ''] = runGit(root, ['merge-base', base.commit, 'HEAD'], { allowedExits: [1] })
    .toString('latin1')
    .split('\n');
  if (id !== '') return id;
  if (runGit(root, ['rev-parse', '--is-shallow-repository']).toString('latin1').trim() === 'true') {
    const advice = 'run "git fetch --unshallow", or set "fetch-depth: 0" for actions/checkout';
    throw new ReviewError(
      'shallow-clone',
      `The clone is too shallow to hold the merge base with ${base.name}; ${advice}.`,
    );
  }
  const message = `HEAD and ${base.name} have no common commit; name another base with --base REF.`;
  throw new ReviewError('no-merge-base', message);
}

function headCommit(root: string): string | null {
  try {
    return resolveCommit(root, 'HEAD');
  } catch (error) {
    if (error instanceof GitError && error.code === 'unknown-ref') return null;
    throw error;
  }
}

/** Every file that differs, by its path now, with what it was before; deleted files are left out. */
function changedFiles(
  root: string,
  what: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Map<FilePath, FileBefore | null> {
  const options = [
    '--raw',
    '--no-abbrev',
    '--find-renames',
    '-z',
    '--relative',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules',
  ];
  const fields = runGitList(root, ['diff', ...options, ...what, '--'], { env });
  const changed = new Map<FilePath, FileBefore | null>();
  for (let i = 0; i + 1 < fields.length; i += 2) {
    // `:100644 100755 <id before> <id now> R086`, then the paths.
    const [mode = '', , id = '', , status = ''] = (fields[i] ?? '').split(' ');
    const path = fields[i + 1] ?? '';
    // What was a link or a submodule had no text of its own.
    const before = FILE_MODES.has(mode.slice(1)) ? { path, id } : null;
    if (status.startsWith('R') || status.startsWith('C')) {
      changed.set(fields[i + 2] ?? '', before);
      i += 1;
    } else if (status !== 'D') changed.set(path, before);
  }
  return changed;
}

/** What HEAD names, with one process where there is a commit: most of its time is its start. */
function checkedOut(root: string): { readonly commit: string | null; readonly branch: string | null } {
  const [commit = '', ref = ''] = runGit(
    root,
    ['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'],
    {
      allowedExits: [128],
    },
  )
    .toString('utf8')
    .split('\n');
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return { commit: headCommit(root), branch: currentBranch(root) };
  return { commit, branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null };
}

/** Null when HEAD is detached or there is no git repository. */
function currentBranch(root: string): string | null {
  try {
    const name = runGit(root, ['symbolic-ref', '--quiet', '--short', 'HEAD'], { allowedExits: [1] });
    return name.toString('utf8').trim() || null;
  } catch (error) {
    if (error instanceof GitError && error.code !== 'dubious-ownership') return null;
    throw error;
  }
}
