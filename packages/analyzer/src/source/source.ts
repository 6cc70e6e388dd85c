/**
 * Where text comes from. Every stage reads files through this interface only, so the same engine reviews the working
 * tree, the git index, a commit, an editor buffer or a GitHub tree.
 */

/** A file path relative to the repository root, with `/` separators and no leading `./`. */
export type FilePath = string;

export interface FileEntry {
  readonly path: FilePath;
  /**
   * A stable identity of the content (a git blob id where git knows it), or null when only reading can tell.
   * Equal ids mean equal bytes.
   */
  readonly contentId: string | null;
}

export interface Source {
  /** Shown in progress and errors: `working tree`, `index`, `commit 1a2b3c4`, `memory`. */
  readonly label: string;
  /** Every reviewable file, sorted by path; ignored files, symlinks, submodules and LFS pointers are absent. */
  list(): readonly FileEntry[];
  has(path: FilePath): boolean;
  /** The text, or null if the file is absent or not readable as UTF-8 text. */
  read(path: FilePath): string | null;
  /**
   * Paths of code files whose text contains at least one of the given words (plain substrings; case matters only
   * when `ignoreCase` is false). The answer may contain too many files but never too few.
   */
  search(words: readonly string[], options: { readonly ignoreCase: boolean }): readonly FilePath[];
}
