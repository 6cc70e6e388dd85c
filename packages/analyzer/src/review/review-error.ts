export type ReviewErrorCode =
  | 'no-base-ref'
  | 'unknown-base'
  | 'no-merge-base'
  | 'shallow-clone'
  | 'baseline-invalid'
  | 'baseline-unreadable'
  | 'baseline-would-grow'
  | 'not-writable';

/** The review cannot be made. `message` is one sentence for a person: what, where, what to do. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  constructor(
    readonly code: ReviewErrorCode,
    message: string,
  ) {
    super(message);
  }
}
