import { lstatSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Source } from '@tracklint/analyzer';
import picomatch from 'picomatch';
import { UsageError } from './failure.js';

/**
 * A test for files (relative to the root) from the paths and globs of the command line (relative to `directory`).
 * Without any, every file passes.
 * @throws {UsageError} for a path that does not exist or lies outside of the root, and a glob that matches nothing
 */
export function createPathFilter(
  paths: readonly string[],
  places: { readonly root: string; readonly directory: string; readonly source: Source },
): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const filters = paths.map((path) => toFilter(path, places));
  return (file) => filters.some((matches) => matches(file));
}

function toFilter(
  path: string,
  { root, directory, source }: { readonly root: string; readonly directory: string; readonly source: Source },
): (file: string) => boolean {
  const fromRoot = relative(root, resolve(directory, path)).split(sep).join('/');
  if (
    fromRoot === '..' ||
    fromRoot.startsWith('../') ||
    resolve(root, fromRoot) !== resolve(directory, path)
  ) {
    throw new UsageError(`"${path}" is outside of ${root}; name a path inside.`);
  }
  const isBelow = (file: string): boolean =>
    fromRoot === '' || file === fromRoot || file.startsWith(`${fromRoot}/`);
  const exists = lstatSync(resolve(directory, path), { throwIfNoEntry: false }) !== undefined;
  if (exists || source.list().some((entry) => isBelow(entry.path))) return isBelow;
  if (!picomatch.scan(path).isGlob) {
    throw new UsageError(`"${path}" does not exist; name a file, a folder or a glob.`);
  }
  const matches = picomatch(fromRoot, { dot: true });
  if (source.list().some((entry) => matches(entry.path))) return matches;
  throw new UsageError(`No file matches "${path}".`);
}
