import { diskCopyAt } from './disk-copy.js';
import { blobSource } from './git-blobs.js';
import type { Blob } from './git-blobs.js';
import { FILE_MODES, indexEnvironment, runGitList } from './git.js';
import type { Source } from './source.js';

/**
 * What is staged: the files as they would be committed now, not as they lie on disk. `root` may be a folder inside a
 * repository; paths are relative to it.
 * @throws {GitError} if `root` is not in a git working tree.
 */
export function gitIndexSource(root: string, copy = diskCopyAt(root)): Source {
  const env = indexEnvironment(root);
  const blobs = new Map<string, Blob>();
  for (const line of runGitList(root, ['ls-files', '-z', '--stage'], { env })) {
    const match = /^(\d+) ([0-9a-f]+) (\d)\t/.exec(line);
    if (!match || !FILE_MODES.has(match[1] ?? '')) continue;
    const path = line.slice(match[0].length);
    // Of a file in conflict, stage 2 is the version of the current branch; 1 is the common ancestor.
    if (match[3] === '1' || (match[3] === '3' && blobs.has(path))) continue;
    blobs.set(path, { path, id: match[2] ?? '' });
  }
  return blobSource(root, 'index', [...blobs.values()], { where: 'index', env }, copy);
}
