import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createDiskReader } from './disk-reader.js';
import { toFileText } from './file-text.js';
import type { FileText } from './file-text.js';
import { grepWithGit } from './git-grep.js';
import { GitError } from './git.js';
import { readWorkingTree } from './git-working-tree.js';
import type { WorkingTree } from './git-working-tree.js';
import { once } from './once.js';
import { MAX_FILE_BYTES } from './reviewable.js';
import type { FilePath } from './source.js';

/**
 * The working tree as a fast copy of blobs: most files of a commit or of the index lie there unmodified, and searching
 * and reading them on disk is several times faster than unpacking blobs.
 */
export interface DiskCopy {
  /** True if git says that the file on disk is a copy of the blob. */
  isCopy(path: FilePath, id: string): boolean;
  /** The blob's content from disk; null if it has changed since, or is stored in another form. */
  read(path: FilePath, id: string): FileText | null;
  /** Paths of copies that hold one of the words, and perhaps of other files; null if git cannot tell. */
  search(words: readonly string[], ignoreCase: boolean): ReadonlySet<FilePath> | null;
}

/** The copy at a directory, looked at when it is first asked for; sources that are compared share one. */
export const diskCopyAt = (directory: string): (() => DiskCopy) => once(() => openDiskCopy(directory));

function openDiskCopy(directory: string): DiskCopy {
  const readBytes = createDiskReader(realpathSync(directory));
  // Asking git about every file is dear, and reading a few files does not need it: their hashes tell.
  const tree = once(() => listWorkingTree(directory));
  // Both sides of a comparison mostly look for the same words.
  const searched = new Map<string, ReadonlySet<FilePath> | null>();
  return {
    isCopy(path, id) {
      const listed = tree();
      return listed !== null && listed.conversion !== 'any' && listed.blobs.get(path) === id;
    },
    read(path, id) {
      const bytes = readBytes(path);
      if (bytes === null || bytes.length > MAX_FILE_BYTES || blobId(bytes, id.length) !== id) return null;
      return toFileText(bytes);
    },
    search(words, ignoreCase) {
      const key = JSON.stringify([ignoreCase, ...words]);
      let found = searched.get(key);
      if (found === undefined) {
        found = grepWithGit(directory, { where: 'tracked files' }, words, ignoreCase);
        searched.set(key, found);
      }
      return found;
    },
  };
}

/** Null if git knows no working tree there. */
function listWorkingTree(directory: string): WorkingTree | null {
  try {
    return readWorkingTree(directory);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The id that git gives to content; its length tells the kind of hash. */
function blobId(bytes: Buffer, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
