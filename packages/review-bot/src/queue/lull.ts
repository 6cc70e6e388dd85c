import { setTimeout as sleep } from 'node:timers/promises';

/** After so long without a delivery a burst is over. */
const QUIET_MS = 20;
/** But nothing waits longer than this for it. */
const LATEST_MS = 500;

/**
 * What can wait until no delivery arrives any more waits here: taking jobs and moving them costs the processor time in
 * which deliveries are to be acknowledged.
 */
export class Lull {
  #last = -Infinity;

  /** Tells that a delivery has arrived. */
  delivered(): void {
    this.#last = performance.now();
  }

  /** Resolves when no delivery has arrived for a while: at once outside of bursts. */
  async begun(): Promise<void> {
    const latest = performance.now() + LATEST_MS;
    for (;;) {
      const left = Math.min(this.#last + QUIET_MS, latest) - performance.now();
      if (left <= 0) return;
      await sleep(left);
    }
  }
}
