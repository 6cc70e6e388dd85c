/** Why the signal of an attempt is aborted. */
export type AbortCause =
  /** A newer job of the same subject takes its place; what was begun is to be concluded as cancelled. */
  | 'superseded'
  | 'time-limit'
  /** The process stops; another one, or this one after its restart, does the job from the start. */
  | 'stopping'
  /** Another worker has the job now, so nothing may be written any more. */
  | 'claim-lost';

const MESSAGES: Readonly<Record<AbortCause, string>> = {
  superseded: 'A newer job takes the place of this one.',
  'time-limit': 'The attempt took longer than it may.',
  stopping: 'The process stops; the job runs again later.',
  'claim-lost': 'Another worker has taken this job over.',
};

/** The reason of the signal that a handler gets with its job. */
export class AttemptAborted extends Error {
  override readonly name = 'AttemptAborted';
  constructor(readonly code: AbortCause) {
    super(MESSAGES[code]);
  }
}
