import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { GitRepository } from '../../../../test-fixtures/github-server/git-repository.js';
import type { AnalysisInput } from '../../src/analysis/analysis-input.js';
import { openBlobStore } from '../../src/code/blob-store.js';
import type { Snapshot } from '../../src/code/snapshot.js';

export type Files = Readonly<Record<string, string | Buffer | null>>;

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
    for (const { sha } of entries) {
      const bytes = git.blob(sha) ?? Buffer.alloc(0);
      if (bytes.length > 5_000_000) await store.putLarge(sha);
      else await store.put(sha, bytes);
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
