import { concludeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { failureText } from '../delivery/failure-text.js';
import { markerSigner } from '../github/marker.js';
import { GitHubLimit } from '../github/github-limit.js';
import { isRefused } from '../github/refused.js';
import { statusOf } from '../github/status-of.js';
import type { Job } from '../queue/job.js';
import { NotBefore } from '../queue/queue.js';
import type { BotContext } from './bot-context.js';
import { commandAnswer, commandComment } from './command-answer.js';
import type { CommandJob } from './command-answer.js';

type ReviewJob = Extract<Job, { readonly again: string | null }>;

const isReview = (job: Job): job is ReviewJob => 'again' in job;

/**
 * Sees to it that a check that could not be made does not stay open: a required one would hold up the merge for ever. Who
 * gave a command that could not be followed is told so.
 * Where GitHub takes no check, because the repository is archived, the installation suspended or the commit gone, there
 * is nothing to be done until a person changes that; then the reconciliation finds the head without a check.
 * @throws {NotBefore} and whatever another attempt may mend
 */
export async function giveUp(job: Job, error: unknown, context: BotContext): Promise<void> {
  try {
    if (isReview(job)) await conclude(job, error, context);
    else if (job.kind === 'run-command') await tell(job, error, context);
  } catch (failure) {
    if (failure instanceof GitHubLimit) throw new NotBefore(failure.until, failure.message);
    // 422: "No commit found for SHA".
    if (!isRefused(failure) && statusOf(failure) !== 422) throw failure;
  }
}

const unpaced = async (): Promise<void> => undefined;

/** Needs no budget, because there is at most one such check a commit. */
async function conclude(job: ReviewJob, error: unknown, context: BotContext): Promise<void> {
  const { api } = await context.open(job);
  const subject = {
    repositoryId: await api.repositoryId(),
    number: 'number' in job ? job.number : null,
    head: job.head,
    again: job.again,
  };
  const name = job.kind === 'review-everything' ? 'Tracklint (everything)' : 'Tracklint';
  const run = await openCheckRun(api, subject, unpaced, name);
  await concludeCheckRun(api, run, failureText(error, context.onFailure), unpaced);
}

/** Needs no budget either: at most one answer a command. */
async function tell(job: CommandJob, error: unknown, context: BotContext): Promise<void> {
  const { api } = await context.open(job);
  const comment = await commandComment(job, api);
  if (!comment) return;
  const signer = markerSigner(context.markerKey, `${await api.repositoryId()}#${job.number}`);
  const { botLogin, onFailure } = context;
  const answer = commandAnswer(job, comment, api, { signer, botLogin }, unpaced);
  await answer.react('confused');
  await answer.say(failureText(error, onFailure).summary);
}
