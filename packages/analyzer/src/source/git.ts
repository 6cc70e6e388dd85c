import { spawnSync } from 'node:child_process';
import { isAbsolute, relative, resolve } from 'node:path';
import { withoutFilters } from './filter-drivers.js';
import type { Settings } from './filter-drivers.js';

export type GitErrorCode =
  'git-missing' | 'not-a-repository' | 'dubious-ownership' | 'unknown-ref' | 'too-much-output' | 'failed';

/** Git could not answer. `message` is one sentence for a person. */
export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    readonly code: GitErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface GitOptions {
  readonly input?: string;
  /** Exit codes that are an answer, not a failure. */
  readonly allowedExits?: readonly number[];
  /** More output is an error. */
  readonly mostBytes?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Everything that could make git run a program, ask a person, or print differently on another machine is off. */
const FIXED_SETTINGS = [
  '--no-pager',
  ...[
    'core.quotepath=off',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'color.ui=never',
    'diff.external=',
  ]
    .concat(['submodule.recurse=false', 'grep.fallbackToNoIndex=false', 'grep.patternType=default'])
    .flatMap((setting) => ['-c', setting]),
];
const MAX_OUTPUT_BYTES = 1_000_000_000;

/** Regular files; symbolic links are 120000, submodules 160000. */
export const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755', '100664']);

/** Variables that point git at another repository than the one in the working directory, or change how it reads paths. */
const REDIRECTING = new Set(
  ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE', 'GIT_INDEX_FILE'].concat([
    'GIT_EXTERNAL_DIFF',
    'GIT_LITERAL_PATHSPECS',
    'GIT_GLOB_PATHSPECS',
    'GIT_NOGLOB_PATHSPECS',
    'GIT_ICASE_PATHSPECS',
  ]),
);

function gitEnvironment(extra: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !REDIRECTING.has(name)));
  return {
    ...env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    LC_ALL: 'C',
    ...extra,
  };
}

/**
 * Runs git in a directory and returns its standard output as bytes.
 * @throws {GitError} when git is absent, the directory is no repository, or git exits with a code that is not allowed.
 */
export function runGit(directory: string, args: readonly string[], options: GitOptions = {}): Buffer {
  const filters = comparesFiles(args) ? filterSettings(directory) : null;
  const result = spawnSync('git', [...FIXED_SETTINGS, ...(filters?.args ?? []), ...args], {
    cwd: directory,
    env: { ...gitEnvironment(options.env), ...filters?.env },
    input: options.input ?? '',
    maxBuffer: options.mostBytes ?? MAX_OUTPUT_BYTES,
    windowsHide: true,
  });
  if (result.error) throw spawnError(result.error, args[0] ?? '');
  if (result.status === 0 || (options.allowedExits ?? []).includes(result.status ?? -1)) return result.stdout;
  throw exitError(result.stderr.toString('utf8'), directory, args[0] ?? '');
}

/** True for commands that compare files on disk with blobs, not only the index with a tree. */
function comparesFiles([command, ...options]: readonly string[]): boolean {
  if (command === 'diff') return !options.includes('--cached');
  return (
    command === 'ls-files' && options.some((option) => option === '--modified' || option === '--deleted')
  );
}

const filtersOf = new Map<string, Settings>();

/** Read once for each directory: the configuration does not change while a review runs. */
function filterSettings(directory: string): Settings {
  const known = filtersOf.get(directory);
  if (known) return known;
  const args = ['config', '-z', '--name-only', '--get-regexp', '^filter\\.'];
  const keys = runGitList(directory, args, { allowedExits: [1] });
  const settings = withoutFilters(keys, process.env);
  filtersOf.set(directory, settings);
  return settings;
}

/** Runs git and splits its NUL-terminated output. */
export function runGitList(directory: string, args: readonly string[], options: GitOptions = {}): string[] {
  const parts = runGit(directory, args, options).toString('utf8').split('\0');
  parts.pop();
  return parts;
}

/**
 * The environment that makes git see the index of a commit in progress: in a hook of `git commit -a` or
 * `git commit <paths>` what is about to be committed lies in a temporary index that `GIT_INDEX_FILE` names. It is
 * used only if it belongs to the repository of this directory.
 */
export function indexEnvironment(directory: string): NodeJS.ProcessEnv {
  const indexFile = process.env['GIT_INDEX_FILE'];
  if (!indexFile) return {};
  const [gitDirectory = '', topLevel = directory] = runGit(directory, [
    'rev-parse',
    '--absolute-git-dir',
    '--show-toplevel',
  ])
    .toString('utf8')
    .split('\n');
  const absolute = isAbsolute(indexFile) ? indexFile : resolve(topLevel, indexFile);
  const inside = relative(gitDirectory, absolute);
  return inside.startsWith('..') || isAbsolute(inside) ? {} : { GIT_INDEX_FILE: absolute };
}

function spawnError(error: Error, command: string): GitError {
  const code = 'code' in error ? error.code : null;
  if (code === 'ENOENT')
    return new GitError('git-missing', 'git was not found; install git or check the directory.');
  if (code === 'ENOBUFS')
    return new GitError('too-much-output', `git ${command} answered with more than can be read.`);
  return new GitError('failed', `git ${command} could not be started: ${error.message}.`);
}

function exitError(stderr: string, directory: string, command: string): GitError {
  const line =
    stderr.split('\n').find((text) => text.startsWith('fatal:') || text.startsWith('error:')) ?? '';
  const reason = line.replace(/^(?:fatal|error):\s*/, '');
  if (/dubious ownership/.test(stderr)) {
    const message = `git does not trust ${directory}, because it belongs to another user; run "git config --global --add safe.directory ${directory}".`;
    return new GitError('dubious-ownership', message);
  }
  if (/not a git repository|must be run in a work tree/.test(stderr)) {
    return new GitError('not-a-repository', `${directory} is not in a git working tree.`);
  }
  return new GitError('failed', `git ${command} failed${reason === '' ? '' : `: ${reason}`}.`);
}
