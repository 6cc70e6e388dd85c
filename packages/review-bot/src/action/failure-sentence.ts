import { statusOf } from '../github/status-of.js';
import { AnalysisError } from '../analysis/analysis-error.js';
import { CodeError } from '../code/code-error.js';
import { GitHubLimit } from '../github/github-limit.js';
import { ActionError } from './action-error.js';

const AGAIN = 'run the job again';

/** Why there is no review, in one sentence. Of errors that were not written for people nothing is shown but their kind. */
export function failureSentence(error: unknown): string {
  if (error instanceof ActionError || error instanceof CodeError) return error.message;
  if (error instanceof AnalysisError) {
    return error.code === 'bad-configuration'
      ? error.message
      : `${error.message} Nothing was reviewed; ${AGAIN}.`;
  }
  if (error instanceof GitHubLimit)
    return `GitHub's ${error.kind} rate limit is used up until ${error.until.toISOString()}; ${AGAIN} after that.`;
  const status = statusOf(error);
  switch (status) {
    case null:
      return `The review failed with a ${error instanceof Error ? error.name : 'problem'}; ${AGAIN}, and report it if it stays.`;
    case 401:
      return 'GitHub does not know the token of the input "token", or it has expired; leave the input out, which gives the token of the job.';
    case 403:
    case 404:
      return 'The token may not read the code of this repository; give the job "permissions: contents: read".';
    default:
      return `GitHub answered with status ${status}; ${AGAIN}.`;
  }
}
