import { checkText, convergeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { judge } from '../delivery/verdict.js';
import type { Waiver } from '../commands/standing.js';
import { markerSigner } from '../github/marker.js';
import type { RepositoryApi } from '../github/repository-api.js';
import type { Job } from '../queue/job.js';
import type { Attempt } from '../queue/queue.js';
import { analyseCommit } from './analyse-commit.js';
import type { BotContext } from './bot-context.js';
import { budgeted } from './budgeted.js';
import { readConversation } from './conversation.js';

export type MergeGroupJob = Extract<Job, { readonly kind: 'review-merge-group' }>;

/**
 * Reviews what a merge group adds to the commit below it. Only the check matters: a required check that does not report
 * stalls the queue. What was waived in the pull request stays waived.
 */
export async function reviewMergeGroup(
  job: MergeGroupJob,
  attempt: Attempt,
  context: BotContext,
): Promise<void> {
  const repository = await context.open(job);
  const { api } = repository;
  const paced = budgeted(context.budget, job.installation, attempt);
  const subject = { repositoryId: await api.repositoryId(), number: null, head: job.head, again: job.again };
  const run = await openCheckRun(api, subject, paced('check'));
  const base = await api.mergeBase(job.base, job.head);
  const commits = { head: job.head, base, policy: job.base, branch: null };
  const { result, date } = await analyseCommit(repository, context, commits, attempt.signal);
  const verdict = judge(result, await waiversOf(job, api, context));
  const scope = { branch: null, base, head: job.head, date, repositoryUrl: null, pausedBy: null };
  await convergeCheckRun(api, run, checkText(result, verdict, scope), paced('check'));
}

async function waiversOf(
  job: MergeGroupJob,
  api: RepositoryApi,
  context: BotContext,
): Promise<readonly Waiver[]> {
  const number = pullRequestOfGroup(job.ref);
  if (number === null) return [];
  const signer = markerSigner(context.markerKey, `${await api.repositoryId()}#${number}`);
  const { standing } = await readConversation(api, number, signer, await context.botLogin());
  return standing.waivers;
}

/** `refs/heads/gh-readonly-queue/main/pr-12-<base commit>`: GitHub makes these names, each group is one pull request. */
export function pullRequestOfGroup(ref: string): number | null {
  const match = /\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(`/${ref}`);
  return match ? Number(match[1]) : null;
}
