import { diskCopyAt } from './disk-copy.js';
import { blobSource } from './git-blobs.js';
import type { Blob } from './git-blobs.js';
import { FILE_MODES, indexEnvironment, runGitList } from './git.js';
import type { Source } from './source.js';

const MODE_LENGTH = 6;

/**
 * What is staged: the files as they would be committed now, not as they lie on disk. `root` may be a folder inside a
 * repository; paths are relative to it.
 * @throws {GitError} if `root` is not in a git working tree.
 */
export function gitIndexSource(root: string, copy = diskCopyAt(root)): Source {
  const env = indexEnvironment(root);
  const blobs: Blob[] = [];
  for (const line of runGitList(root, ['ls-files', '-z', '--stage'], { env })) {
    // `100644 <id> <stage>`, a tab, the path. Cut by place: there are as many lines as files.
    const tab = line.indexOf('\t');
    if (!FILE_MODES.has(line.slice(0, MODE_LENGTH))) continue;
    const path = line.slice(tab + 1);
    const stage = line[tab - 1];
    // Of a file in conflict, stage 2 is the version of the current branch; 1 is the common ancestor. They come in this order.
    if (stage === '1' || (stage === '3' && blobs.at(-1)?.path === path)) continue;
    blobs.push({ path, id: line.slice(MODE_LENGTH + 1, tab - 2) });
  }
  return blobSource(root, 'index', blobs, { where: 'index', env }, copy);
}
