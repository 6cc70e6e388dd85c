import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const NAME = 'tracklint-cache';

/**
 * Where summaries and judged states are kept between runs: inside the git directory, which is never part of the work tree and survives a
 * new installation of packages; without git in `node_modules/.cache`; otherwise nowhere (null).
 */
export function cacheDirectory(root: string): string | null {
  const git = gitDirectory(root);
  if (git !== null) return join(git, NAME);
  return existsSync(join(root, 'node_modules')) ? join(root, 'node_modules', '.cache', 'tracklint') : null;
}

function gitDirectory(root: string): string | null {
  for (let directory = root; ; directory = dirname(directory)) {
    const candidate = join(directory, '.git');
    const status = statSync(candidate, { throwIfNoEntry: false });
    if (status?.isDirectory()) return candidate;
    // In a linked work tree or a submodule `.git` is a file that says where the directory is.
    if (status?.isFile()) {
      const target = /^gitdir: (.+)$/m.exec(readFileSync(candidate, 'utf8'))?.[1];
      return target === undefined ? null : resolve(directory, target);
    }
    if (dirname(directory) === directory) return null;
  }
}
