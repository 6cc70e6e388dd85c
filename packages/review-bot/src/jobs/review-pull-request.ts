import { setTimeout as sleep } from 'node:timers/promises';
import type { AnalysisResult } from '../analysis/analysis-result.js';
import { checkText, concludeCheckRun, convergeCheckRun, openCheckRun } from '../delivery/check-run.js';
import { planInlineComments } from '../delivery/inline-comments.js';
import { postReview } from '../delivery/post-review.js';
import { convergeReportComment, findReportComment, REPORT_LIMIT } from '../delivery/report-comment.js';
import { hasSomethingToSay, renderReport } from '../delivery/report.js';
import type { CheckSubject } from '../delivery/check-run.js';
import type { ReportScope } from '../delivery/report.js';
import { judge } from '../delivery/verdict.js';
import type { Verdict } from '../delivery/verdict.js';
import { markerSigner } from '../github/marker.js';
import type { MarkerSigner } from '../github/marker.js';
import type { CheckRun, PullRequest, RepositoryApi } from '../github/repository-api.js';
import type { Job } from '../queue/job.js';
import type { Attempt } from '../queue/queue.js';
import { analyseCommit } from './analyse-commit.js';
import type { BotContext, OpenRepository } from './bot-context.js';
import { budgeted } from './budgeted.js';
import type { Purpose } from './budgeted.js';
import { readConversation } from './conversation.js';
import type { Conversation } from './conversation.js';
import { isSuperseded, supersedable } from './supersedable.js';

export type PullRequestJob = Extract<Job, { readonly kind: 'review-pull-request' }>;

/**
 * Reviews a pull request and brings GitHub to what follows: first the check, which a merge waits for, then the comments.
 * Each step looks at what is there already, so that the job can be broken off anywhere and run again. A commit that is no
 * longer the head, or whose pull request was closed, gets a conclusion and nothing else.
 */
export async function reviewPullRequest(
  job: PullRequestJob,
  attempt: Attempt,
  context: BotContext,
): Promise<void> {
  const repository = await context.open(job);
  const { api } = repository;
  const isCurrent = async (): Promise<boolean> => isHead(await api.pullRequest(job.number), job);
  const signal = supersedable(attempt.signal, isCurrent);
  try {
    await review(job, repository, { ...attempt, signal }, isCurrent, context);
  } catch (error) {
    if (!signal.aborted || !isSuperseded(signal)) throw error;
    const whatever = { ...attempt, signal: new AbortController().signal };
    await closeCheck(job, api, budgeted(context.budget, job.installation, whatever)('check'));
  }
}

async function review(
  job: PullRequestJob,
  repository: OpenRepository,
  attempt: Attempt,
  isCurrent: () => Promise<boolean>,
  context: BotContext,
): Promise<void> {
  const { api } = repository;
  const paced = budgeted(context.budget, job.installation, attempt);
  const pull = await readPull(api, job, attempt.signal);
  const tip = isHead(pull, job) ? await api.branchTip(pull.base.ref) : null;
  if (tip === null) return closeCheck(job, api, paced('check'));
  const run = await openCheckRun(api, subjectOf(job, pull.repositoryId), paced('check'));
  const base = await api.mergeBase(tip, job.head);
  const commits = { head: job.head, base, policy: tip, branch: pull.head.ref };
  const { result, date } = await analyseCommit(repository, context, commits, attempt.signal);

  const signer = markerSigner(context.markerKey, `${pull.repositoryId}#${job.number}`);
  const conversation = await readConversation(api, job.number, signer, await context.botLogin());
  if (!(await isCurrent())) return concludeCheckRun(api, run, MOVED_ON, paced('check'));
  if (pull.isDraft && result.pullRequests.drafts === 'skip')
    return concludeCheckRun(api, run, DRAFT, paced('check'));
  const scope: ReportScope = {
    branch: pull.head.ref,
    base,
    head: job.head,
    date,
    repositoryUrl: pull.repositoryUrl,
    pausedBy: conversation.standing.pausedBy,
  };
  await deliver({ api, job, run, result, scope, conversation, signer, paced, isCurrent });
}

const subjectOf = ({ number, head, again }: PullRequestJob, repositoryId: number): CheckSubject => ({
  ...{ repositoryId, number, head, again },
});

/** A commit that is no longer the head gets a conclusion too. */
async function closeCheck(
  job: PullRequestJob,
  api: RepositoryApi,
  beforeRequest: () => Promise<void>,
): Promise<void> {
  const run = await openCheckRun(api, subjectOf(job, await api.repositoryId()), beforeRequest);
  await concludeCheckRun(api, run, MOVED_ON, beforeRequest);
}

/** How long GitHub may take until it shows a push that it has told us of. */
const SETTLING_MS = 2_000;

async function readPull(api: RepositoryApi, job: PullRequestJob, signal: AbortSignal): Promise<PullRequest> {
  const pull = await api.pullRequest(job.number);
  if (isHead(pull, job) || pull.state === 'closed') return pull;
  await sleep(SETTLING_MS, undefined, { signal });
  return api.pullRequest(job.number);
}

const isHead = (pull: PullRequest, job: PullRequestJob): boolean =>
  pull.state === 'open' && pull.head.sha === job.head;

const MOVED_ON = {
  conclusion: 'cancelled',
  title: 'Not reviewed',
  summary: 'The pull request has moved on to another commit, or was closed.',
} as const;

const DRAFT = {
  conclusion: 'neutral',
  title: 'Draft',
  summary: 'Drafts are not reviewed in this repository; the review comes when the pull request is ready.',
} as const;

interface Delivery {
  readonly api: RepositoryApi;
  readonly job: PullRequestJob;
  readonly run: CheckRun;
  readonly result: AnalysisResult;
  readonly scope: ReportScope;
  readonly conversation: Conversation;
  readonly signer: MarkerSigner;
  readonly paced: (purpose: Purpose) => () => Promise<void>;
  readonly isCurrent: () => Promise<boolean>;
}

async function deliver(delivery: Delivery): Promise<void> {
  const { api, job, run, result, scope, conversation, signer, paced } = delivery;
  const verdict = judge(result, conversation.standing.waivers);
  await convergeCheckRun(api, run, checkText(result, verdict, scope), paced('check'));
  if (scope.pausedBy !== null) return;
  const report = hasSomethingToSay(result, verdict)
    ? renderReport(result, verdict, scope, {
        limit: REPORT_LIMIT,
        whereElse: 'each is an annotation of the check `Tracklint`',
      })
    : null;
  const existing = findReportComment(conversation.comments, conversation.isOurs, signer);
  await convergeReportComment(api, job.number, existing, report, signer, paced('comment'));
  await deliverInline(delivery, verdict);
}

async function deliverInline(delivery: Delivery, verdict: Verdict): Promise<void> {
  const { api, job, result, scope, conversation, signer, paced, isCurrent } = delivery;
  const existing = conversation.reviewComments.filter(
    (comment) => comment.repliesTo === null && conversation.isOurs(comment),
  );
  if (existing.length + verdict.open.length === 0) return;
  const plan = planInlineComments({
    verdict,
    all: [...result.findings, ...result.suppressed],
    existing,
    patches: verdict.open.length === 0 ? new Map() : await api.patches(job.number),
    head: job.head,
    repositoryUrl: scope.repositoryUrl,
    signer,
    limit: result.pullRequests.inlineComments,
  });
  const beforeRequest = paced('comment');
  await postReview(api, job.number, job.head, plan.create, { beforeRequest, isCurrent });
  for (const { id, body } of plan.update) {
    await beforeRequest();
    await api.updateReviewComment(id, body);
  }
}
