import { convergeReportComment, findReportComment, REPORT_LIMIT } from '../delivery/report-comment.js';
import { hasSomethingToSay, renderReport } from '../delivery/report.js';
import type { RepositoryApi } from '../github/repository-api.js';
import { isRefused } from '../github/refused.js';
import type { ActionReview } from './review-trigger.js';

/**
 * What became of the comment. `refused`: the token may not write it, as in every pull request from a fork; `failed`: GitHub
 * could not take it, which is no reason to withhold the verdict.
 */
export type CommentOutcome = 'done' | 'moved-on' | 'paused' | 'refused' | 'failed';

/**
 * Brings the one report comment of a pull request to what the review says. A run for a commit that is no longer the head,
 * such as an old one that is run again, leaves it alone.
 */
export async function writeReportComment(
  api: RepositoryApi,
  { number, head }: { readonly number: number; readonly head: string },
  { result, verdict, scope, conversation }: ActionReview,
  runUrl: string | null,
): Promise<CommentOutcome> {
  if (conversation === null) return 'refused';
  if (scope.pausedBy !== null) return 'paused';
  const report = hasSomethingToSay(result, verdict)
    ? renderReport(result, verdict, scope, {
        limit: REPORT_LIMIT,
        whereElse:
          runUrl === null
            ? 'the summary of the job has them'
            : `[the summary of the job](${runUrl}) has them`,
        commands: 'read',
      })
    : null;
  const { comments, isOurs, signer } = conversation;
  const existing = findReportComment(comments, isOurs, signer);
  if (existing === null && report === null) return 'done';
  try {
    if ((await api.pullRequest(number)).head.sha !== head) return 'moved-on';
    await convergeReportComment(api, number, existing, report, signer, () => Promise.resolve());
    return 'done';
  } catch (error) {
    return isRefused(error) ? 'refused' : 'failed';
  }
}
