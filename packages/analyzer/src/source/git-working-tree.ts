import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FILE_MODES, runGit, runGitList } from './git.js';
import { FOREIGN_DIRECTORIES } from './reviewable.js';
import type { FilePath } from './source.js';

/**
 * How the bytes on disk may differ from the blob, although git calls the file unmodified: not at all, in line ends, or
 * in any way (filters, encodings).
 */
export type Conversion = 'none' | 'line-ends' | 'any';

export interface WorkingTree {
  /** Every file → the id of the blob that it is an unmodified copy of, or null. */
  readonly blobs: ReadonlyMap<FilePath, string | null>;
  readonly conversion: Conversion;
  /** True if git tracks every file and looks at each on disk: only then may it leave out looking for others. */
  readonly isAllTracked: boolean;
}

/**
 * Every file of the working tree that git tracks or would track: without deleted and ignored files, symlinks,
 * submodules and repositories inside the repository. Untracked entries may still be links; the reader looks.
 * @throws {GitError}
 */
export function readWorkingTree(root: string): WorkingTree {
  const flags = ['--stage', '--cached', '--others', '--modified', '--deleted', '--exclude-standard'];
  // Installed packages that nobody told git to ignore may be most of the tree.
  const excluded = FOREIGN_DIRECTORIES.map((name) => `--exclude=${name}/`);
  const blobs = new Map<FilePath, string | null>();
  const deleted = new Set<FilePath>();
  let isAllTracked = true;
  for (const line of runGitList(root, ['ls-files', '-z', '-v', ...flags, ...excluded])) {
    const tag = line.charAt(0);
    const staged = tag === '?' ? null : /^(\d+) ([0-9a-f]+) (\d)\t/.exec(line.slice(2));
    const [prefix = '', mode, id = '', stage] = staged ?? [];
    const path = line.slice(2 + prefix.length);
    // Git gives the mode of the index; a link or submodule is none of ours, whatever lies on disk.
    if (path === '' || path.endsWith('/') || (mode !== undefined && !FILE_MODES.has(mode))) continue;
    // A lower-case tag or `S` is a file that git was told not to look at, `C` a changed one, `M` one in conflict.
    if (!/[HCMR]/.test(tag)) isAllTracked = false;
    if (tag === 'R') deleted.add(path);
    else blobs.set(path, tag === 'H' && stage === '0' && !blobs.has(path) ? id : null);
  }
  for (const path of deleted) blobs.delete(path);
  return { blobs, conversion: conversionIn(root, [...blobs.keys()]), isAllTracked };
}

function conversionIn(root: string, paths: readonly FilePath[]): Conversion {
  const settings = runGit(root, ['config', '--get-regexp', '^core\\.(autocrlf|eol|attributesfile)$'], {
    allowedExits: [1],
  }).toString('utf8');
  if (/^core\.attributesfile /m.test(settings)) return 'any';
  const attributes = paths
    .filter((path) => path === '.gitattributes' || path.endsWith('/.gitattributes'))
    .concat('.git/info/attributes')
    .map((path) => join(root, path))
    .concat(join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'git', 'attributes'))
    .map(readIfPresent)
    .join('\n');
  if (/\b(?:filter|ident|working-tree-encoding)\b/.test(attributes)) return 'any';
  const endsLines =
    /^core\.(?:autocrlf (?:true|input)|eol crlf)/m.test(settings) || /\b(?:text|eol|crlf)\b/.test(attributes);
  return endsLines ? 'line-ends' : 'none';
}

function readIfPresent(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    return 'filter';
  }
}
