import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ReviewError } from './review-error.js';

/**
 * Writes a file so that readers see the old text or the new one, never a part: to a neighbour first, then renamed.
 * Things that are no files (`/dev/stdout`, a pipe) are written to directly.
 * @throws {ReviewError} `not-writable`
 */
export function writeFileAtomic(path: string, text: string): void {
  try {
    const target = realTarget(path);
    const status = lstatSync(target, { throwIfNoEntry: false });
    if (status?.isFile() === false) return writeFileSync(target, text);
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      writeFileSync(temporary, text, { flag: 'wx', ...(status ? { mode: status.mode } : {}) });
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    throw new ReviewError('not-writable', `Cannot write ${path}: ${reasonOf(error)}.`);
  }
}

/** The file behind a link, so that the link itself stays. */
function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'its folder does not exist; create it first';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder; name a file in it';
  if (code === 'ENOTDIR') return 'a part of its path is a file, not a folder';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : String(error);
}
