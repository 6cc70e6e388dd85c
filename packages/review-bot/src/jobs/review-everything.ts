import { checkText, convergeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { judge } from '../delivery/verdict.js';
import type { Job } from '../queue/job.js';
import type { Attempt } from '../queue/queue.js';
import { analyseCommit } from './analyse-commit.js';
import type { BotContext } from './bot-context.js';
import { budgeted } from './budgeted.js';

export type EverythingJob = Extract<Job, { readonly kind: 'review-everything' }>;

const NAME = 'Tracklint (everything)';

/**
 * Reviews the whole head of a pull request, in a check run of its own that never holds up a merge: what was there before
 * is not the author's to mend.
 */
export async function reviewEverything(
  job: EverythingJob,
  attempt: Attempt,
  context: BotContext,
): Promise<void> {
  const repository = await context.open(job);
  const { api } = repository;
  const pull = await api.pullRequest(job.number);
  const paced = budgeted(context.budget, job.installation, attempt);
  const { number, head, again } = job;
  const subject = { repositoryId: pull.repositoryId, number, head, again };
  const run = await openCheckRun(api, subject, paced('check'), NAME);
  const policy = (await api.branchTip(pull.base.ref)) ?? head;
  const commits = { head, base: null, policy, branch: pull.head.ref };
  const { result, date } = await analyseCommit(repository, context, commits, attempt.signal);
  const verdict = judge(result, []);
  const scope = {
    ...{ branch: pull.head.ref, base: null, head, date },
    ...{ repositoryUrl: pull.repositoryUrl, pausedBy: null },
  };
  const conclusion = verdict.open.length === 0 ? 'success' : 'neutral';
  await convergeCheckRun(api, run, { ...checkText(result, verdict, scope), conclusion }, paced('check'));
}
