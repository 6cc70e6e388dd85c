import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runAnalysis } from '../analysis/run-analysis.js';
import { openBlobStore } from '../code/blob-store.js';
import { fetchSnapshot } from '../code/fetch-snapshot.js';
import { githubCode } from '../code/github-code.js';
import { createTreeCache } from '../code/tree-listing.js';
import { octokitRepository } from '../github/octokit-repository.js';
import type { BotContext, OpenRepository } from '../jobs/bot-context.js';
import { actionClient } from './action-client.js';
import type { ActionEnvironment } from './action-environment.js';

/** The repository of the workflow, and the analysis of what is in it. */
export interface ActionRepository extends OpenRepository, Pick<BotContext, 'analyse' | 'now'> {
  /** Takes the contents away that were kept on this machine. */
  close(): Promise<void>;
}

/** Hosted runners have 7 GB and more, and a job may take six hours; a review of 4,000 files needs seconds. */
const LIMITS = { timeoutMs: 10 * 60_000, memoryMegabytes: 4_096 };

/** Reads over the API and needs no checkout, so that nothing of a pull request lies around as files. */
export async function openRepository(environment: ActionEnvironment): Promise<ActionRepository> {
  const { owner, repo, token, apiUrl, temporaryDirectory, sarifFile } = environment;
  const client = actionClient(token, apiUrl);
  // The analysis may read where it really lies, not where a link to it lies.
  const directory = await mkdtemp(join(await realpath(temporaryDirectory), 'tracklint-'));
  const blobs = await openBlobStore(directory);
  const trees = createTreeCache();
  return {
    api: octokitRepository(client, { owner, repo }, null),
    snapshot: (commit, signal) =>
      fetchSnapshot(githubCode(client, { owner, repo, signal }), commit, { blobs, trees }),
    analyse: (input, signal) =>
      runAnalysis({ ...input, blobs: blobs.directory, sarif: sarifFile !== null }, { ...LIMITS, signal }),
    now: () => new Date(),
    close: () => rm(directory, { recursive: true, force: true }),
  };
}
