import { AttemptAborted } from '../queue/index.js';

export const isSuperseded = (signal: AbortSignal): boolean =>
  signal.reason instanceof AttemptAborted && signal.reason.code === 'superseded';

/**
 * The signal of an attempt, but for news that are none: webhooks arrive in any order, so that a newer job for another
 * commit may well be about an older one.
 * @param isCurrent whether what is being worked on is still wanted
 */
export function supersedable(signal: AbortSignal, isCurrent: () => Promise<boolean>): AbortSignal {
  const own = new AbortController();
  const abort = (): void => own.abort(signal.reason);
  const onAbort = (): void => {
    if (!isSuperseded(signal)) abort();
    else
      isCurrent().then((isWanted) => {
        if (!isWanted) abort();
      }, abort);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return own.signal;
}
