import { concludeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { failureText } from '../delivery/failure-text.js';
import { GitHubLimit } from '../github/github-limit.js';
import { isRefused } from '../github/refused.js';
import { statusOf } from '../github/status-of.js';
import type { Job } from '../queue/job.js';
import { NotBefore } from '../queue/queue.js';
import type { BotContext } from './bot-context.js';

type ReviewJob = Extract<Job, { readonly again: string | null }>;

const isReview = (job: Job): job is ReviewJob => 'again' in job;

/**
 * Sees to it that a check that could not be made does not stay open: a required one would hold up the merge for ever.
 * Where GitHub takes no check, because the repository is archived, the installation suspended or the commit gone, there
 * is nothing to be done until a person changes that; then the reconciliation finds the head without a check.
 * @throws {NotBefore} and whatever another attempt may mend
 */
export async function giveUp(job: Job, error: unknown, context: BotContext): Promise<void> {
  if (!isReview(job)) return;
  try {
    await conclude(job, error, context);
  } catch (failure) {
    if (failure instanceof GitHubLimit) throw new NotBefore(failure.until, failure.message);
    // 422: "No commit found for SHA".
    if (!isRefused(failure) && statusOf(failure) !== 422) throw failure;
  }
}

/** Needs no budget, because there is at most one such check a commit. */
async function conclude(job: ReviewJob, error: unknown, context: BotContext): Promise<void> {
  const { api } = await context.open(job);
  const subject = {
    repositoryId: await api.repositoryId(),
    number: 'number' in job ? job.number : null,
    head: job.head,
    again: job.again,
  };
  const unpaced = async (): Promise<void> => undefined;
  const name = job.kind === 'review-everything' ? 'Tracklint (everything)' : 'Tracklint';
  const run = await openCheckRun(api, subject, unpaced, name);
  await concludeCheckRun(api, run, failureText(error, context.onFailure), unpaced);
}
