import type { Logger } from 'pino';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** For what ends by itself. */
const LAST_MS = 500;

/**
 * Stops the process in order, by closing what keeps it alive. What a job that was left behind still waits for, such as the
 * next try at a request, does not keep it.
 * @param stop closes everything, in order
 */
export async function stopInOrder(log: Logger, stop: () => Promise<void>): Promise<void> {
  try {
    await stop();
    log.info('stopped');
  } catch (error) {
    log.error({ err: error }, 'could not stop in order');
    process.exitCode = 1;
  }
  setTimeout(endNow, LAST_MS).unref();
}

/** Does so when the process is told to. A second signal ends it at once. */
export function stopOnSignals(log: Logger, stop: () => Promise<void>): void {
  const onSignal = (signal: NodeJS.Signals) => {
    for (const name of SIGNALS) process.off(name, onSignal);
    log.info({ signal }, 'stopping');
    void stopInOrder(log, stop);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
}

function endNow(): void {
  // eslint-disable-next-line no-restricted-properties -- Everything is closed, and the log is written at once.
  process.exit();
}
