import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the blob store lies on disk: `ab/cdef…` holds a content, `ab/cdef….large` says that it was too large to keep. */

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
export const LARGE = '.large';

/** @throws {TypeError} for anything but a git object id, so that no path leads out of the store */
export function blobFile(directory: string, id: string): string {
  if (!OBJECT_ID.test(id)) throw new TypeError('A blob is named by 40 or 64 hexadecimal digits.');
  return join(directory, id.slice(0, 2), id.slice(2));
}

/** Git's id of a content, in the hash that `like` is written in. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * Reads blobs of a store, also from a process that may do nothing else. A blob that is not there, or is not what its name
 * says, is an error and not an empty file: a review that has not seen everything must not pass.
 */
export function createBlobReader(directory: string): (id: string) => Buffer | 'large' {
  const folders = new Map<string, boolean>();
  const isFolder = (id: string): boolean => {
    const name = id.slice(0, 2);
    let known = folders.get(name);
    if (known === undefined) {
      known = lstatSync(join(directory, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
      folders.set(name, known);
    }
    return known;
  };
  return (id) => {
    const file = blobFile(directory, id);
    const bytes = isFolder(id) ? readRegularFile(file) : null;
    if (bytes && blobId(bytes, id) !== id) throw new Error(`The blob ${id} is damaged in the store.`);
    if (bytes) return bytes;
    if (lstatSync(file + LARGE, { throwIfNoEntry: false })?.isFile()) return 'large';
    throw new Error(`The blob ${id} is not in the store.`);
  };
}

function readRegularFile(file: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : null;
  } finally {
    closeSync(descriptor);
  }
}
