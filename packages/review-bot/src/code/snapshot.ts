/** A regular file of a commit. Symbolic links and submodules are never part of a snapshot. */
export interface SnapshotFile {
  /** Relative to the root of the repository, with `/`. It comes from the reviewed repository: any text at all. */
  readonly path: string;
  /** Git's id of the content: equal ids mean equal bytes. 40 or 64 hex digits. */
  readonly blob: string;
}

/** What a commit holds, without the contents: these lie in the blob store, by id. */
export interface Snapshot {
  /** Full commit id. */
  readonly commit: string;
  readonly files: readonly SnapshotFile[];
}
