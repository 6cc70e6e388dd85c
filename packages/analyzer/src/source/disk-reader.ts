import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { MAX_FILE_BYTES } from './reviewable.js';
import type { FilePath } from './source.js';

/** `O_NOFOLLOW` is absent on Windows, `O_NONBLOCK` keeps a named pipe from waiting for its other end. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads regular files below a directory, given as its real path. A path on which a folder or the file is a link leads
 * nowhere. Of a file over `MAX_FILE_BYTES`, one byte more than that is read.
 */
export function createDiskReader(base: string): (path: FilePath) => Buffer | null {
  const prefix = base.endsWith(sep) ? base : base + sep;
  const safeFolders = new Map<string, boolean>();
  const isSafe = (folder: string): boolean => {
    let known = safeFolders.get(folder);
    if (known === undefined) {
      known = (folder === base || folder.startsWith(prefix)) && realFolder(folder) === folder;
      safeFolders.set(folder, known);
    }
    return known;
  };
  return (path) => {
    const absolute = join(base, path);
    return isSafe(dirname(absolute)) ? readRegularFile(absolute) : null;
  };
}

function realFolder(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}

function readRegularFile(absolute: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(absolute, OPEN_FLAGS);
  } catch {
    return null;
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return null;
    return status.size > MAX_FILE_BYTES ? Buffer.alloc(MAX_FILE_BYTES + 1) : readFileSync(descriptor);
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}
