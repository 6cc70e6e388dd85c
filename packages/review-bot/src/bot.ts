import { join, resolve } from 'node:path';
import { runAnalysis } from './analysis/run-analysis.js';
import type { AnalysisLimits } from './analysis/run-analysis.js';
import { sandbox } from './analysis/sandbox.js';
import { openBlobStore } from './code/blob-store.js';
import { fetchSnapshot } from './code/fetch-snapshot.js';
import { githubCode } from './code/github-code.js';
import { createTreeCache } from './code/tree-listing.js';
import type { AppApi } from './github/app-api.js';
import type { GitHubApp } from './github/github-client.js';
import { octokitRepository } from './github/octokit-repository.js';
import type { BotContext } from './jobs/bot-context.js';
import { createConcludedHeads } from './jobs/concluded-heads.js';
import type { ContentBudget } from './queue/content-budget.js';
import type { JobQueue } from './queue/queue.js';

export interface BotParts {
  readonly github: GitHubApp;
  readonly app: AppApi;
  readonly budget: ContentBudget;
  readonly queue: Pick<JobQueue, 'accept'>;
  /** The blobs of reviewed repositories are kept below it. */
  readonly dataDirectory: string;
  readonly limits: AnalysisLimits;
  readonly markerKey: string;
  readonly onFailure: 'neutral' | 'failure';
}

/** Where blobs are kept; absolute. */
export const blobDirectory = (dataDirectory: string): string => resolve(join(dataDirectory, 'blobs'));

/** Puts together what the jobs of the App need. */
export async function createBotContext(parts: BotParts): Promise<BotContext> {
  const { github, app, budget, queue, limits, markerKey, onFailure } = parts;
  const blobs = await openBlobStore(blobDirectory(parts.dataDirectory));
  const trees = createTreeCache();
  // It starts processes, which the first review would do while webhooks come in.
  await sandbox();
  return {
    async open({ installation, owner, repo }) {
      const client = await github.installation(installation);
      const { id } = await app.identity();
      return {
        api: octokitRepository(client, { owner, repo }, id),
        snapshot: (commit, signal) =>
          fetchSnapshot(githubCode(client, { owner, repo, signal }), commit, { blobs, trees }),
      };
    },
    analyse: (input, signal) => runAnalysis({ ...input, blobs: blobs.directory }, { ...limits, signal }),
    budget,
    botLogin: async () => (await app.identity()).botLogin,
    markerKey,
    onFailure,
    enqueue: (name, jobs) => queue.accept(name, jobs),
    installations: () => app.installations(),
    concludedHeads: createConcludedHeads(),
    redeliverFailed: () => app.redeliverFailed(new Date()),
    now: () => new Date(),
  };
}
