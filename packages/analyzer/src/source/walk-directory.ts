import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { FOREIGN_DIRECTORIES } from './reviewable.js';
import type { FilePath } from './source.js';

interface IgnoreFile {
  /** Folder of the `.gitignore`, with a trailing slash; empty for the root. */
  readonly base: string;
  readonly rules: Ignore;
}

const FOREIGN: ReadonlySet<string> = new Set(FOREIGN_DIRECTORIES);

/** Regular files below a directory that is in no git repository; `.gitignore` files hold, links are not followed. */
export function walkDirectory(root: string): readonly FilePath[] {
  const found: FilePath[] = [];
  const open: { readonly base: string; readonly ignores: readonly IgnoreFile[] }[] = [
    { base: '', ignores: [] },
  ];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const own = readIgnoreFile(root, folder.base);
    const ignores = own ? [...folder.ignores, own] : folder.ignores;
    for (const entry of readEntries(join(root, folder.base))) {
      const path = folder.base + entry.name;
      if (entry.isDirectory()) {
        if (!FOREIGN.has(entry.name) && !isIgnored(`${path}/`, ignores))
          open.push({ base: `${path}/`, ignores });
      } else if (entry.isFile() && !isIgnored(path, ignores)) found.push(path);
    }
  }
  return found;
}

function readEntries(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    // A folder that may not be read is as good as absent.
    return [];
  }
}

function readIgnoreFile(root: string, base: string): IgnoreFile | null {
  try {
    return { base, rules: ignore().add(readFileSync(join(root, base, '.gitignore'), 'utf8')) };
  } catch {
    return null;
  }
}

/** The innermost `.gitignore` that says anything about a path decides, as in git. */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { base, rules } of ignores.toReversed()) {
    const verdict = rules.test(path.slice(base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
