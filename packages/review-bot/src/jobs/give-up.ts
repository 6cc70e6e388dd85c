import { concludeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { failureText } from '../delivery/failure-text.js';
import type { Job } from '../queue/job.js';
import type { BotContext } from './bot-context.js';

type ReviewJob = Extract<Job, { readonly again: string | null }>;

const isReview = (job: Job): job is ReviewJob => 'again' in job;

/**
 * Sees to it that a check that could not be made does not stay open: a required one would hold up the merge for ever. It
 * needs no budget, because there is at most one a commit.
 */
export async function giveUp(job: Job, error: unknown, context: BotContext): Promise<void> {
  if (!isReview(job)) return;
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
