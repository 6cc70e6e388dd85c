import type { Job } from './job.js';

/** What a handler gets beside its job. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** Aborted when a newer job takes this one's place, when its time is over and when the process stops. */
  readonly signal: AbortSignal;
}

export interface QueueStats {
  readonly waiting: number;
  readonly active: number;
  /** Age in seconds of the job that has been ready the longest; 0 if none waits. */
  readonly oldestWaitingSeconds: number;
}

/** Thrown by a handler: not a failure, the job runs again, not before this time. */
export class NotBefore extends Error {
  override readonly name = 'NotBefore';
  constructor(
    readonly time: Date,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Durable jobs. Once `accept` has resolved, a job survives a crash at any point and runs at least once to its end;
 * of one subject (a pull request, a merge group) never two at a time, in order of arrival.
 */
export interface JobQueue {
  /** Stores the jobs that follow from a delivery, all or none. A delivery that was accepted before is ignored. */
  accept(delivery: string, jobs: readonly Job[]): Promise<void>;
  /**
   * Starts working off.
   * @param giveUp told when a job failed for the last time
   */
  work(handlers: {
    readonly run: (job: Job, attempt: Attempt) => Promise<void>;
    readonly giveUp: (job: Job, error: unknown) => Promise<void>;
  }): Promise<void>;
  stats(): Promise<QueueStats>;
  /** Stops taking jobs, waits for the running ones up to a limit, and hands the rest back. */
  stop(): Promise<void>;
}
