import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file of a cache, and its folder, so that readers find all of it or none, also when several processes write.
 * @returns False if it cannot be written; never throws.
 */
export function writeCacheFile(file: string, data: string | Uint8Array): boolean {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, data);
    renameSync(temporary, file);
    return true;
  } catch {
    removeCacheFile(temporary);
    return false;
  }
}

/** Never throws; what is left over is only in the way of nobody. */
export function removeCacheFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder may be a file, or belong to somebody else.
  }
}
