import { AnalysisError } from '../analysis/analysis-error.js';
import type { CheckRun } from '../github/repository-api.js';
import type { CheckText } from './check-run.js';
import { asText } from './finding-text.js';

type Sentence = Omit<CheckText, 'findings'>;

const NOT_REVIEWED = 'Not reviewed';
const AGAIN = 'Press "Re-run", or comment `/tracklint review`, to try once more.';

/**
 * What a check says whose review could not be made. Nothing of the error is shown but what is written for people.
 * @param onFailure whether such a check holds up the merge
 */
export function failureText(error: unknown, onFailure: 'neutral' | 'failure'): Sentence {
  const code = error instanceof AnalysisError ? error.code : null;
  switch (code) {
    case 'bad-configuration': {
      const summary = `${asText((error as Error).message)}`;
      return { conclusion: 'failure', title: 'Broken configuration', summary };
    }
    case 'timed-out': {
      const summary = `The review took longer than it may. ${AGAIN}`;
      return { conclusion: onFailure === 'failure' ? 'timed_out' : 'neutral', title: 'Timed out', summary };
    }
    case 'out-of-memory': {
      const summary =
        'The review needed more memory than it may use; raise MEMORY_LIMIT_MEGABYTES of the bot.';
      return { conclusion: onFailure, title: 'Out of memory', summary };
    }
    default:
      return {
        conclusion: onFailure,
        title: NOT_REVIEWED,
        summary: `Tracklint could not review this commit, through no fault of the change. ${AGAIN}`,
      };
  }
}

/** Whether another attempt would end in the same way. */
export const isFinal = (error: unknown): boolean =>
  error instanceof AnalysisError && ['bad-configuration', 'timed-out', 'out-of-memory'].includes(error.code);

/** Whether a check says what `failureText` says of a failure that may have passed since, such as an outage of GitHub. */
export const mayPass = ({ status, conclusion, title }: CheckRun): boolean =>
  status === 'completed' && conclusion !== 'cancelled' && title === NOT_REVIEWED;
