import type { BlobStore } from './blob-store.js';
import type { CodeClient, TreeEntry } from './code-client.js';
import { fetchBlobs } from './fetch-blobs.js';
import type { Snapshot } from './snapshot.js';
import { listTree } from './tree-listing.js';
import type { TreeCache } from './tree-listing.js';

export interface SnapshotStores {
  readonly blobs: BlobStore;
  readonly trees: TreeCache;
}

/** Regular files, executable or not; links, submodules and folders have other modes. */
const REGULAR = /^100[0-7]{3}$/;

/**
 * Lists the files of a commit and sees to it that every blob that an analysis may read is in the store.
 * @throws {CodeError} if the code cannot be had in full; and what the client throws
 */
export async function fetchSnapshot(
  client: CodeClient,
  commit: string,
  { blobs, trees }: SnapshotStores,
): Promise<Snapshot> {
  const { tree } = await client.getCommit(commit);
  const entries = (await listTree(client, tree, trees)).filter(({ mode }) => REGULAR.test(mode));
  await fetchBlobs(client, commit, entries, blobs);
  return { commit, files: entries.map(toFile).sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

const toFile = ({ path, id }: TreeEntry): Snapshot['files'][number] => ({ path, blob: id });
