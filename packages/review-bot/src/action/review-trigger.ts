import type { AnalysisResult } from '../analysis/analysis-result.js';
import type { Standing } from '../commands/standing.js';
import type { ReportScope } from '../delivery/report.js';
import { judge } from '../delivery/verdict.js';
import type { Verdict } from '../delivery/verdict.js';
import { markerSigner } from '../github/marker.js';
import type { MarkerSigner } from '../github/marker.js';
import type { RepositoryApi } from '../github/repository-api.js';
import { analyseCommit } from '../jobs/analyse-commit.js';
import { readConversation } from '../jobs/conversation.js';
import type { Conversation } from '../jobs/conversation.js';
import { pullRequestOfGroup } from '../jobs/review-merge-group.js';
import { ActionError } from './action-error.js';
import type { ActionRepository } from './open-repository.js';
import { isRefused } from '../github/refused.js';
import type { Trigger } from './trigger.js';

export type ReviewTrigger = Exclude<Trigger, { readonly kind: 'nothing' }>;

/** A review before it is delivered. */
export interface ActionReview {
  readonly result: AnalysisResult;
  readonly verdict: Verdict;
  readonly scope: ReportScope;
  /** What was said on the pull request; null: there is none, or the token may not read it. */
  readonly conversation: (Conversation & { readonly signer: MarkerSigner }) | null;
}

/** The account that comments with the token of a job. */
const BOT_LOGIN = 'github-actions[bot]';

/**
 * An Action has no secret of its own between its runs, so this tells our comments only from those that other steps of the
 * repository post with the same account. Nobody else's comments are looked at for markers.
 */
const MARKER_KEY = 'tracklint-action';

interface Commits {
  readonly head: string;
  readonly base: string | null;
  readonly policy: string;
  readonly branch: string | null;
}

/** Reviews what the run is for. @throws {ActionError} and whatever the review throws */
export async function reviewTrigger(
  trigger: ReviewTrigger,
  repository: ActionRepository,
  repositoryUrl: string,
): Promise<ActionReview> {
  const { api } = repository;
  const commits = await commitsOf(trigger, api);
  const never = new AbortController().signal;
  const { result, date } = await analyseCommit(repository, repository, commits, never);
  const conversation = await conversationOf(trigger, api);
  const standing: Standing = conversation?.standing ?? { waivers: [], pausedBy: null };
  const scope: ReportScope = {
    branch: commits.branch,
    base: commits.base,
    head: commits.head,
    date,
    repositoryUrl,
    pausedBy: standing.pausedBy,
  };
  return { result, verdict: judge(result, standing.waivers), scope, conversation };
}

async function commitsOf(trigger: ReviewTrigger, api: RepositoryApi): Promise<Commits> {
  const { head } = trigger;
  switch (trigger.kind) {
    case 'pull-request': {
      const tip = await api.branchTip(trigger.baseBranch);
      if (tip === null)
        throw new ActionError(
          'The base branch of the pull request does not exist any more; choose another one for it.',
        );
      return { head, base: await api.mergeBase(tip, head), policy: tip, branch: trigger.headBranch };
    }
    case 'merge-group':
      return { head, base: await api.mergeBase(trigger.base, head), policy: trigger.base, branch: null };
    case 'commit':
      return { head, base: null, policy: head, branch: trigger.branch };
  }
}

async function conversationOf(
  trigger: ReviewTrigger,
  api: RepositoryApi,
): Promise<ActionReview['conversation']> {
  if (trigger.kind === 'commit') return null;
  const number = trigger.kind === 'pull-request' ? trigger.number : pullRequestOfGroup(trigger.ref);
  if (number === null) return null;
  const signer = markerSigner(MARKER_KEY, `${trigger.repositoryId}#${number}`);
  try {
    return { ...(await readConversation(api, number, signer, BOT_LOGIN)), signer };
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}
