/** What is asked of a repository's host; read-only. An error of the host or the network is thrown as it is. */
export interface CodeClient {
  getCommit(commit: string): Promise<{ readonly tree: string }>;
  /** Entries of a tree object; `recursive` lists those of all folders below as well, with paths from the tree. */
  getTree(tree: string, depth: 'recursive' | 'flat'): Promise<Tree>;
  getBlob(blob: string): Promise<Buffer>;
  /** A gzipped tarball of the commit, all of it below one folder. */
  downloadTarball(commit: string): Promise<AsyncIterable<Uint8Array>>;
}

export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** The host left entries out. */
  readonly isTruncated: boolean;
}

export interface TreeEntry {
  readonly path: string;
  /** Git's file mode, six octal digits. */
  readonly mode: string;
  readonly id: string;
  /** Bytes; null where the host does not say, as for folders. */
  readonly size: number | null;
}
