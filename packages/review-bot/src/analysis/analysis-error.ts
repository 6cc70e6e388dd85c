export type AnalysisErrorCode =
  'timed-out' | 'out-of-memory' | 'crashed' | 'bad-answer' | 'bad-configuration' | 'aborted';

/** A commit could not be judged. `message` is one sentence for a person. */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';
  constructor(
    readonly code: AnalysisErrorCode,
    message: string,
  ) {
    super(message);
  }
}
