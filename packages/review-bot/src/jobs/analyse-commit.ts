import type { AnalysisResult } from '../analysis/analysis-result.js';
import type { BotContext, OpenRepository } from './bot-context.js';

/** A review of one commit before it is delivered. */
export interface CommitReview {
  readonly result: AnalysisResult;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** Gets the code of the commits and has them judged. All ids are of commits. */
export async function analyseCommit(
  { snapshot }: OpenRepository,
  { analyse, now }: Pick<BotContext, 'analyse' | 'now'>,
  commits: {
    readonly head: string;
    /** Null: everything in the head counts. */
    readonly base: string | null;
    /** Where configuration and baseline come from. */
    readonly policy: string;
    readonly branch: string | null;
  },
  signal: AbortSignal,
): Promise<CommitReview> {
  const date = now().toISOString().slice(0, 10);
  const head = await snapshot(commits.head, signal);
  const base = commits.base === null ? null : await snapshot(commits.base, signal);
  // Where the base branch has not moved on, it is the same commit.
  const policy = base && commits.policy === commits.base ? base : await snapshot(commits.policy, signal);
  const result = await analyse({ head, base, policy, branch: commits.branch, date }, signal);
  return { result, date };
}
