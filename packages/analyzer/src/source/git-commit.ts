import { diskCopyAt } from './disk-copy.js';
import { blobSource } from './git-blobs.js';
import type { Blob } from './git-blobs.js';
import { FILE_MODES, GitError, runGit, runGitList } from './git.js';
import type { Source } from './source.js';

/**
 * The id of the commit that a branch, tag, id or expression such as `HEAD~1` names.
 * @throws {GitError} `unknown-ref` if there is none.
 */
export function resolveCommit(root: string, ref: string): string {
  const id = runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    allowedExits: [1, 128],
  });
  const text = id.toString('latin1').trim();
  // A second call tells "no repository" from "no such commit", because both exit with 128.
  if (!/^[0-9a-f]{40,64}$/.test(text)) {
    runGit(root, ['rev-parse', '--git-dir']);
    throw new GitError(
      'unknown-ref',
      `"${ref}" names no commit of this repository; fetch it or check the name.`,
    );
  }
  return text;
}

/**
 * The files of a commit. `root` may be a folder inside a repository; paths are relative to it.
 * @throws {GitError} if `root` is not in a repository or `ref` names no commit.
 */
export function gitCommitSource(root: string, ref: string): Source {
  return sourceOfCommit(root, resolveCommit(root, ref));
}

/** The same for a commit whose id is known. */
export function sourceOfCommit(root: string, commit: string, copy = diskCopyAt(root)): Source {
  const blobs: Blob[] = [];
  for (const line of runGitList(root, ['ls-tree', '-r', '-z', commit])) {
    const match = /^(\d+) blob ([0-9a-f]+)\t/.exec(line);
    if (match && FILE_MODES.has(match[1] ?? ''))
      blobs.push({ path: line.slice(match[0].length), id: match[2] ?? '' });
  }
  return blobSource(root, `commit ${commit.slice(0, 7)}`, blobs, { where: { commit } }, copy);
}
