import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { JobQueue } from './queue.js';

const EVERY_MS = 5 * 60_000;
/** Often enough that a process that was asleep at a turn is not missed for long. */
const LOOK_MS = 20_000;

/**
 * Asks for the comparison with GitHub's state at the start of the process and then every five minutes, once for all
 * workers: a turn of the clock is a delivery of its own, and the queue takes a delivery only once.
 * @param now milliseconds since 1970
 */
export function scheduleReconciliation(
  queue: Pick<JobQueue, 'accept'>,
  log: Logger,
  now: () => number = Date.now,
): { readonly stop: () => void } {
  const ask = async (delivery: string) => {
    try {
      await queue.accept(delivery, [{ kind: 'reconcile', installation: null }]);
    } catch (error) {
      log.warn({ err: error }, 'could not ask for reconciliation; the next turn does');
    }
  };
  const turn = () => Math.floor(now() / EVERY_MS);
  let asked = turn();
  void ask(`reconcile at start ${randomUUID()}`);
  const timer = setInterval(() => {
    if (turn() === asked) return;
    asked = turn();
    void ask(`reconcile in turn ${asked}`);
  }, LOOK_MS);
  return { stop: () => clearInterval(timer) };
}
