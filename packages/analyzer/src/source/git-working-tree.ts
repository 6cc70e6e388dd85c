import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit, runGitList } from './git.js';
import { FILE_MODES } from './git-index.js';
import type { FileEntry, FilePath } from './source.js';

/** Attributes that make the bytes on disk differ from the blob, although git calls the file unmodified. */
const CONVERTING_ATTRIBUTE = /\b(?:text|eol|crlf|filter|ident|working-tree-encoding)\b/;

/**
 * Every file of the working tree that git tracks or would track: without deleted and ignored files, symlinks,
 * submodules and repositories inside the repository. Untracked entries may still be links; the reader looks.
 * @throws {GitError}
 */
export function listWorkingTree(root: string): readonly FileEntry[] {
  const flags = ['--stage', '--cached', '--others', '--modified', '--deleted', '--exclude-standard'];
  const lines = runGitList(root, ['ls-files', '-z', '-v', ...flags]);
  const ids = new Map<FilePath, string | null>();
  const foreign = new Set<FilePath>();
  for (const line of lines) {
    const match = /^(.) (?:(\d+) ([0-9a-f]+) (\d)\t)?/.exec(line);
    if (!match) continue;
    const [prefix, tag = '', mode, id = null, stage] = match;
    const path = line.slice(prefix.length);
    // Git gives the mode of the index; a link or submodule is none of ours, whatever lies on disk.
    if (path === '' || path.endsWith('/') || (mode !== undefined && !FILE_MODES.has(mode))) continue;
    if (tag === 'R') foreign.add(path);
    // A lower-case tag is a file that git was told not to look at, `C` a changed one, `M` one in conflict.
    else if (tag === 'H' && stage === '0' && !ids.has(path)) ids.set(path, id);
    else ids.set(path, null);
  }
  const trustsIds = !convertsContent(root, [...ids.keys()]);
  return [...ids]
    .filter(([path]) => !foreign.has(path))
    .map(([path, id]) => ({ path, contentId: trustsIds ? id : null }));
}

function convertsContent(root: string, paths: readonly FilePath[]): boolean {
  const settings = runGit(root, ['config', '--get-regexp', '^core\\.(autocrlf|eol|attributesfile)$'], {
    allowedExits: [1],
  });
  if (/^core\.(?:autocrlf (?:true|input)|eol crlf|attributesfile )/m.test(settings.toString('utf8')))
    return true;
  return paths.some((path) => {
    if (path !== '.gitattributes' && !path.endsWith('/.gitattributes')) return false;
    try {
      return CONVERTING_ATTRIBUTE.test(readFileSync(join(root, path), 'utf8'));
    } catch {
      return true;
    }
  });
}
