/** How long things may take and how often they are tried. All times are milliseconds. */
export interface QueueTiming {
  /** Between two looks for work that another process stored or whose time has come. */
  readonly poll: number;
  /** For so long a claim holds without a sign of life. */
  readonly lease: number;
  /** Between two signs of life; within this time a running job also learns that a newer one takes its place. */
  readonly beat: number;
  /** An attempt is aborted after this time. */
  readonly attempt: number;
  /** What an aborted attempt has to come to its end, before the queue goes on without it. */
  readonly abortGrace: number;
  /** How long `stop` waits for running jobs before it aborts them. */
  readonly stop: number;
  /** Before the second attempt; doubles with each further one. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** Attempts before the queue gives up. */
  readonly attempts: number;
}

export const DEFAULT_TIMING: QueueTiming = {
  poll: 500,
  lease: 20_000,
  beat: 1_000,
  attempt: 10 * 60_000,
  abortGrace: 5_000,
  stop: 15_000,
  firstRetry: 10_000,
  longestRetry: 10 * 60_000,
  attempts: 5,
};

/** Milliseconds to wait after the nth failed attempt, from 1: doubling, up to the longest. */
export function retryDelay(
  attempt: number,
  timing: Pick<QueueTiming, 'firstRetry' | 'longestRetry'>,
): number {
  return Math.min(timing.longestRetry, timing.firstRetry * 2 ** (attempt - 1));
}
