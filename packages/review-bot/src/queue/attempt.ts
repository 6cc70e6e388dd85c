import { setTimeout as sleep } from 'node:timers/promises';
import { AttemptAborted, type AbortCause } from './attempt-aborted.js';
import type { Job } from './job.js';
import type { Claim, Settlement, StoredError } from './job-store.js';
import { NotBefore, type Attempt } from './queue.js';
import { retryDelay, type QueueTiming } from './timing.js';

/** What works on jobs, as given to `JobQueue.work`. */
export interface Handlers {
  readonly run: (job: Job, attempt: Attempt) => Promise<void>;
  readonly giveUp: (job: Job, error: unknown) => Promise<void>;
}

/** How an attempt ended, in the words of logs and metrics. */
export type Outcome = 'done' | 'put-off' | 'failed' | 'gave-up' | 'superseded' | 'handed-back' | 'lost';

export interface AttemptEnd {
  readonly outcome: Outcome;
  /** Null if the job is not ours to settle any more. */
  readonly settlement: Settlement | null;
  /** What the handler threw, if it did. */
  readonly error?: unknown;
}

/**
 * Giving up is tried again with the longest delay, for about a day; then reconciliation with GitHub is what is left.
 */
const GIVE_UP_ATTEMPTS = 150;

/** One attempt at a claimed job: runs the handler, aborts it, and decides what becomes of the job. */
export class RunningAttempt {
  /** Never rejects. */
  readonly ended: Promise<AttemptEnd>;
  readonly #controller = new AbortController();
  #cause: AbortCause | null = null;
  #onAbort: (cause: AbortCause) => void = () => undefined;

  constructor(
    readonly claim: Claim,
    private readonly handlers: Handlers,
    private readonly timing: QueueTiming,
  ) {
    this.ended = this.#end();
  }

  /** Aborts the attempt's signal. The first cause counts, but for the loss of the claim, which overrules all. */
  abort(cause: AbortCause): void {
    if (this.#cause === null || cause === 'claim-lost') this.#cause = cause;
    this.#controller.abort(new AttemptAborted(cause));
    this.#onAbort(cause);
  }

  async #end(): Promise<AttemptEnd> {
    const timer = setTimeout(() => this.abort('time-limit'), this.timing.attempt);
    const stopped = new AbortController();
    // A handler that does not heed its signal must not hold its subject for ever.
    const overdue = new Promise<never>((_resolve, reject) => {
      this.#onAbort = (cause) => {
        if (cause === 'superseded') return;
        void sleep(this.timing.abortGrace, undefined, { signal: stopped.signal }).then(
          () => reject(new AttemptAborted(cause)),
          () => undefined,
        );
      };
    });
    try {
      await Promise.race([this.#work(), overdue]);
      return this.#cause === 'claim-lost' ? LOST : this.#success();
    } catch (error) {
      return this.#failure(error);
    } finally {
      clearTimeout(timer);
      stopped.abort();
    }
  }

  get #givesUp(): boolean {
    return this.claim.attempt > this.timing.attempts;
  }

  async #work(): Promise<void> {
    if (this.#givesUp) {
      await this.handlers.giveUp(this.claim.job, asError(this.claim.lastError));
    } else {
      await this.handlers.run(this.claim.job, {
        number: this.claim.attempt,
        signal: this.#controller.signal,
      });
    }
  }

  #success(): AttemptEnd {
    return this.#givesUp
      ? { outcome: 'gave-up', settlement: { state: 'failed', error: this.claim.lastError } }
      : { outcome: 'done', settlement: { state: 'completed' } };
  }

  #failure(error: unknown): AttemptEnd {
    if (this.#cause === 'claim-lost') return { ...LOST, error };
    // What failed by itself is counted, or it would be tried again without end.
    if (this.#cause === 'superseded' && error instanceof AttemptAborted)
      return { outcome: 'superseded', settlement: HAND_BACK };
    if (this.#cause === 'stopping') return { outcome: 'handed-back', settlement: HAND_BACK };
    if (this.#cause === 'time-limit') return this.#failed(new AttemptAborted('time-limit'));
    if (error instanceof NotBefore) {
      const afterMilliseconds = Math.max(0, error.time.getTime() - Date.now());
      return {
        outcome: 'put-off',
        error,
        settlement: { state: 'retry', afterMilliseconds, counts: false, error: null },
      };
    }
    return this.#failed(error);
  }

  #failed(error: unknown): AttemptEnd {
    const { attempt } = this.claim;
    const kept = asStored(error);
    if (attempt >= this.timing.attempts + GIVE_UP_ATTEMPTS) {
      return { outcome: 'gave-up', error, settlement: { state: 'failed', error: kept } };
    }
    // After the last attempt nothing is gained by waiting: the next claim is the one that gives up.
    const afterMilliseconds = attempt === this.timing.attempts ? 0 : retryDelay(attempt, this.timing);
    return {
      outcome: 'failed',
      error,
      settlement: {
        state: 'retry',
        afterMilliseconds,
        counts: true,
        error: this.#givesUp ? null : kept,
      },
    };
  }
}

const LOST: AttemptEnd = { outcome: 'lost', settlement: null };

const HAND_BACK: Settlement = { state: 'retry', afterMilliseconds: 0, counts: false, error: null };

/** @param kept null if no attempt failed by itself */
function asError(kept: StoredError | null): Error {
  if (!kept) return new Error('The process died at every attempt.');
  return Object.assign(new Error(kept.message), { name: kept.name });
}

function asStored(error: unknown): StoredError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // A NUL character cannot be stored, and what a message quotes can be long.
  return { name, message: message.replaceAll('\0', '').slice(0, 2_000) };
}
