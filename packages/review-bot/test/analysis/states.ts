import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { GitRepository } from '../../../../test-fixtures/github-server/git-repository.js';
import type { AnalysisInput } from '../../src/analysis/analysis-input.js';
import { blobId } from '../../src/code/blob-files.js';
import { openBlobStore } from '../../src/code/blob-store.js';
import type { Snapshot } from '../../src/code/snapshot.js';

export type Files = Readonly<Record<string, string | Buffer | null>>;

const MAX_KEPT_BYTES = 5_000_000;

/** States of a real git repository, as the analysis gets them. */
export async function states(changes: readonly Files[]): Promise<{
  readonly snapshots: readonly Snapshot[];
  readonly blobs: string;
  readonly git: GitRepository;
}> {
  const git = new GitRepository();
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-blobs-'));
  onTestFinished(() => {
    git.remove();
    rmSync(directory, { recursive: true, force: true });
  });
  const store = await openBlobStore(directory);
  const snapshots: Snapshot[] = [];
  let parent: string | null = null;
  for (const files of changes) {
    parent = git.commit(parent, { files });
    const entries = (git.tree(git.treeOf(parent), true) ?? []).filter(({ mode }) => mode.startsWith('100'));
    for (const content of Object.values(files)) {
      if (content === null) continue;
      const bytes = Buffer.from(content);
      const id = blobId(bytes, parent);
      if (bytes.length > MAX_KEPT_BYTES) await store.putLarge(id);
      else await store.put(id, bytes);
    }
    snapshots.push({ commit: parent, files: entries.map(({ path, sha }) => ({ path, blob: sha })) });
  }
  return { snapshots, blobs: directory, git };
}

/** A change from one state to the next, judged by the first. */
export async function change(base: Files, head: Files): Promise<AnalysisInput> {
  const { snapshots, blobs } = await states([base, head]);
  const [before, after] = snapshots;
  return { base: before!, head: after!, policy: before!, blobs, branch: 'feature', date: '2026-01-01' };
}
