import { GitError, runGitList } from './git.js';
import { CODE_EXTENSIONS } from './reviewable.js';
import type { FilePath } from './source.js';

/** Above this number, reading the files once is faster than letting git try each word on each line. */
const MAX_WORDS = 64;
const MAX_WORD_LENGTH = 1000;

export interface GrepPlace {
  readonly where: 'tracked files' | 'all files' | 'index' | { readonly commit: string };
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Files with a code extension that hold one of the words, found by git itself; null if git cannot be asked this
 * question faithfully, so that the caller reads instead.
 */
export function grepWithGit(
  directory: string,
  place: GrepPlace,
  words: readonly string[],
  ignoreCase: boolean,
): ReadonlySet<FilePath> | null {
  if (words.length === 0) return new Set();
  if (words.length > MAX_WORDS || !words.every((word) => canGrep(word, ignoreCase))) return null;
  const flags = ['-l', '-z', '-a', '-F', ...(ignoreCase ? ['-i'] : [])];
  const pathspecs = CODE_EXTENSIONS.map(anyCasePattern);
  const args = ['grep', ...flags, '-f', '-', ...placeArguments(place), '--', ...pathspecs];
  try {
    const paths = runGitList(directory, args, {
      input: `${words.join('\n')}\n`,
      allowedExits: [1],
      ...(place.env ? { env: place.env } : {}),
    });
    const prefix = typeof place.where === 'object' ? `${place.where.commit}:` : '';
    return new Set(paths.map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : path)));
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/**
 * `.ts` → `*.[tT][sS]`. Git's own `:(icase)` finds nothing in a folder below the top of the repository when untracked
 * files are searched as well (git 2.39).
 */
function anyCasePattern(extension: string): string {
  return `*${extension.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`;
}

function placeArguments({ where }: GrepPlace): readonly string[] {
  if (typeof where === 'object') return [where.commit];
  switch (where) {
    case 'tracked files':
      return [];
    case 'all files':
      return ['--untracked'];
    case 'index':
      return ['--cached'];
  }
}

/** Git compares bytes line by line; folding the case of other alphabets depends on the locale. */
function canGrep(word: string, ignoreCase: boolean): boolean {
  if (word === '' || word.length > MAX_WORD_LENGTH || /[\0\r\n]/.test(word)) return false;
  return !ignoreCase || Buffer.byteLength(word) === word.length;
}
