import { concludeCheckRun } from '../delivery/check-run.js';
import { isFinal } from '../delivery/failure-text.js';
import { GitHubLimit } from '../github/github-limit.js';
import { isLocked } from '../github/refused.js';
import type { Job } from '../queue/job.js';
import { NotBefore } from '../queue/queue.js';
import type { Attempt } from '../queue/queue.js';
import type { BotContext } from './bot-context.js';
import { budgeted } from './budgeted.js';
import { giveUp } from './give-up.js';
import { pressButton, rerunCommit } from './press-button.js';
import { reconcile } from './reconcile.js';
import { reviewEverything } from './review-everything.js';
import { reviewMergeGroup } from './review-merge-group.js';
import { reviewPullRequest } from './review-pull-request.js';
import { runCommand } from './run-command.js';

/**
 * Does a job. What cannot go better the next time is concluded at once, where GitHub asks to wait the job is put off, and a
 * locked conversation gets no comments.
 * @throws {NotBefore} and whatever another attempt may mend
 */
export async function runJob(job: Job, attempt: Attempt, context: BotContext): Promise<void> {
  try {
    await dispatch(job, attempt, context);
  } catch (error) {
    if (error instanceof GitHubLimit) throw new NotBefore(error.until, error.message);
    // Comments come last: the check has said everything, and whatever a command asks for is on its way.
    if (isLocked(error)) return;
    if (!isFinal(error)) throw error;
    await giveUp(job, error, context);
  }
}

function dispatch(job: Job, attempt: Attempt, context: BotContext): Promise<void> {
  switch (job.kind) {
    case 'review-pull-request':
      return reviewPullRequest(job, attempt, context);
    case 'review-everything':
      return reviewEverything(job, attempt, context);
    case 'review-merge-group':
      return reviewMergeGroup(job, attempt, context);
    case 'leave-merge-group':
      return leaveMergeGroup(job, attempt, context);
    case 'run-command':
      return runCommand(job, attempt, context);
    case 'press-button':
      return pressButton(job, context);
    case 'rerun-commit':
      return rerunCommit(job, context);
    case 'reconcile':
      return reconcile(job.installation, context, attempt.signal);
  }
}

/** The group is gone; a check of its commit that is still open will never be needed. */
async function leaveMergeGroup(
  job: Extract<Job, { readonly kind: 'leave-merge-group' }>,
  attempt: Attempt,
  context: BotContext,
): Promise<void> {
  const { api } = await context.open(job);
  const beforeRequest = budgeted(context.budget, job.installation, attempt)('check');
  const gone = {
    conclusion: 'cancelled',
    title: 'Not reviewed',
    summary: 'The merge group has left the queue.',
  } as const;
  for (const run of await api.checkRuns(job.head, 'Tracklint'))
    await concludeCheckRun(api, run, gone, beforeRequest);
}
