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

/** A code file that is in the tree but is not reviewed, so that the report can say so. */
export interface SkippedFile {
  readonly path: FilePath;
  /** `large`: over `MAX_FILE_BYTES`; `generated`: a minified or bundled file, by name or by content. */
  readonly reason: 'large' | 'generated';
}

export interface Source {
  /** Shown in progress and errors: `working tree`, `index`, `commit 1a2b3c4`, `memory`. */
  readonly label: string;
  /**
   * Absolute path of the directory that the tree belongs to, whatever state of it this is; installed packages lie
   * there. Absent if there is none.
   */
  readonly directory?: string;
  /**
   * Every file that may be read, sorted by path (UTF-16 code units): code, type declarations and data; see
   * `reviewable.ts`. Ignored files, symlinks and submodules are absent; LFS pointers read as null.
   */
  list(): readonly FileEntry[];
  has(path: FilePath): boolean;
  /** The text, or null if the file is absent or not readable as UTF-8 text. */
  read(path: FilePath): string | null;
  /**
   * Paths of code files whose text contains at least one of the given words (plain substrings; case matters only
   * when `ignoreCase` is false). The answer may contain too many files but never too few.
   */
  search(words: readonly string[], options: { readonly ignoreCase: boolean }): readonly FilePath[];
  /**
   * Says which files will be read next, so that a source that talks to another process can fetch them in one go.
   * Never needed for correctness.
   */
  prefetch?(paths: readonly FilePath[]): void;
  /**
   * The code files that are left out for their size or because a tool wrote them, sorted by path. `read` gives null for them.
   * @param among which files to look at; all of them if absent. What its name alone gives away is in the answer anyway.
   */
  skipped?(among?: readonly FilePath[]): readonly SkippedFile[];
}
