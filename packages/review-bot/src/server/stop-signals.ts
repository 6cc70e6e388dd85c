import type { Logger } from 'pino';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Stops the process in order when it is told to, by closing what keeps it alive. A second signal ends it at once.
 * @param stop closes everything, in order
 */
export function stopOnSignals(log: Logger, stop: () => Promise<void>): void {
  const onSignal = (signal: NodeJS.Signals) => {
    for (const name of SIGNALS) process.off(name, onSignal);
    log.info({ signal }, 'stopping');
    stop().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in order');
        process.exitCode = 1;
      },
    );
  };
  for (const name of SIGNALS) process.on(name, onSignal);
}
