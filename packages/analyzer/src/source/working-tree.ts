import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { mayBeSkipped, toFileText } from './file-text.js';
import type { FileText } from './file-text.js';
import { grepWithGit } from './git-grep.js';
import { GitError } from './git.js';
import { listWorkingTree } from './git-working-tree.js';
import { MAX_FILE_BYTES, fileKind, isCode, isReadable } from './reviewable.js';
import { searchByReading } from './search-text.js';
import type { FileEntry, FilePath, SkippedFile, Source } from './source.js';
import { walkDirectory } from './walk-directory.js';

/** Absent on Windows, where it is not needed: links are found by the folder check. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The files as they lie on disk below `root`. In a git repository git says which files there are and searches them;
 * elsewhere the directory is walked. Links are never followed, so nothing outside of `root` is read.
 * @throws {GitError} only if git is there but fails on this repository.
 */
export function workingTreeSource(root: string): Source {
  const base = realpathSync(root);
  const listed = listFiles(base);
  const all = [...listed.entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const entries = all.filter((entry) => isReadable(entry.path));
  const readable = new Set(entries.map((entry) => entry.path));
  const read = createReader(base);
  let skipped: readonly SkippedFile[] | null = null;
  const source: Source = {
    label: 'working tree',
    list: () => entries,
    has: (path) => readable.has(path),
    read(path) {
      const found = readable.has(path) ? read(path) : null;
      return found?.kind === 'text' ? found.text : null;
    },
    search(words, options) {
      const found = listed.isGit
        ? grepWithGit(base, { where: '--untracked' }, words, options.ignoreCase)
        : null;
      if (found === null) return searchByReading(source, words, options);
      return entries.flatMap(({ path }) => (isCode(path) && found.has(path) ? [path] : []));
    },
    skipped: () => (skipped ??= all.flatMap(({ path }) => skippedFile(base, path, read) ?? [])),
  };
  return source;
}

function listFiles(base: string): { readonly entries: readonly FileEntry[]; readonly isGit: boolean } {
  try {
    return { entries: listWorkingTree(base), isGit: true };
  } catch (error) {
    if (!(error instanceof GitError) || error.code === 'failed' || error.code === 'too-much-output')
      throw error;
    return { entries: walkDirectory(base).map((path) => ({ path, contentId: null })), isGit: false };
  }
}

function skippedFile(
  base: string,
  path: FilePath,
  read: (path: FilePath) => FileText | null,
): SkippedFile | null {
  if (fileKind(path) === 'generated') return { path, reason: 'generated' };
  if (!isCode(path)) return null;
  const status = lstatSync(join(base, path), { throwIfNoEntry: false });
  if (!status?.isFile() || !mayBeSkipped(status.size)) return null;
  if (status.size > MAX_FILE_BYTES) return { path, reason: 'large' };
  const found = read(path);
  return found?.kind === 'skipped' ? { path, reason: found.reason } : null;
}

/** Reads regular files below `base`; a path on which a folder is a link leads nowhere. */
function createReader(base: string): (path: FilePath) => FileText | null {
  const safeFolders = new Map<string, boolean>();
  const isSafeFolder = (folder: string): boolean => {
    let isSafe = safeFolders.get(folder);
    if (isSafe === undefined) {
      isSafe =
        realFolder(folder) === folder &&
        (folder === base || folder.startsWith(base.endsWith(sep) ? base : base + sep));
      safeFolders.set(folder, isSafe);
    }
    return isSafe;
  };
  return (path) => {
    const absolute = join(base, path);
    return isSafeFolder(dirname(absolute)) ? readRegularFile(absolute) : null;
  };
}

function realFolder(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}

function readRegularFile(absolute: string): FileText | null {
  let descriptor: number;
  try {
    descriptor = openSync(absolute, OPEN_FLAGS);
  } catch {
    return null;
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: 'unreadable' };
    if (status.size > MAX_FILE_BYTES) return { kind: 'skipped', reason: 'large' };
    return toFileText(readFileSync(descriptor));
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}
