import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskReader } from './disk-reader.js';
import { mayBeSkipped, toFileText } from './file-text.js';
import type { FileText } from './file-text.js';
import { grepWithGit } from './git-grep.js';
import type { GrepPlace } from './git-grep.js';
import { GitError } from './git.js';
import { readWorkingTree } from './git-working-tree.js';
import { MAX_FILE_BYTES, fileKind, isCode, isReadable } from './reviewable.js';
import { searchByReading } from './search-text.js';
import type { FileEntry, FilePath, SkippedFile, Source } from './source.js';
import { walkDirectory } from './walk-directory.js';

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
  const code = entries.flatMap(({ path }) => (isCode(path) ? [path] : []));
  const generated = all.flatMap(({ path }): readonly SkippedFile[] =>
    fileKind(path) === 'generated' ? [{ path, reason: 'generated' }] : [],
  );
  const readable = new Set(entries.map((entry) => entry.path));
  const readBytes = createDiskReader(base);
  const read = (path: FilePath): FileText | null => {
    const bytes = readBytes(path);
    return bytes && toFileText(bytes);
  };
  const source: Source = {
    label: 'working tree',
    directory: base,
    list: () => entries,
    has: (path) => readable.has(path),
    read(path) {
      const found = readable.has(path) ? read(path) : null;
      return found?.kind === 'text' ? found.text : null;
    },
    search(words, options) {
      const found = listed.grep && grepWithGit(base, listed.grep, words, options.ignoreCase);
      if (found === null) return searchByReading(source, words, options);
      return code.filter((path) => found.has(path));
    },
    skipped(among = code) {
      const found = among.flatMap((path) => skippedFile(base, path, read) ?? []);
      return [...generated, ...found].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
  return source;
}

interface Listing {
  readonly entries: readonly FileEntry[];
  /** How git searches them; null if it does not. */
  readonly grep: GrepPlace | null;
}

function listFiles(base: string): Listing {
  try {
    const { blobs, conversion, isAllTracked } = readWorkingTree(base);
    const trustsIds = conversion === 'none';
    return {
      entries: [...blobs].map(([path, id]) => ({ path, contentId: trustsIds ? id : null })),
      grep: { where: isAllTracked ? 'tracked files' : 'all files' },
    };
  } catch (error) {
    if (!(error instanceof GitError) || error.code === 'failed' || error.code === 'too-much-output')
      throw error;
    return { entries: walkDirectory(base).map((path) => ({ path, contentId: null })), grep: null };
  }
}

function skippedFile(
  base: string,
  path: FilePath,
  read: (path: FilePath) => FileText | null,
): SkippedFile | null {
  if (!isCode(path)) return null;
  const status = lstatSync(join(base, path), { throwIfNoEntry: false });
  if (!status?.isFile() || !mayBeSkipped(status.size)) return null;
  if (status.size > MAX_FILE_BYTES) return { path, reason: 'large' };
  const found = read(path);
  return found?.kind === 'skipped' ? { path, reason: found.reason } : null;
}
