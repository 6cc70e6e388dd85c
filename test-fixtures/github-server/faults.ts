import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-error.js';
import type { Reply } from './context.js';

/** What goes wrong with a request, and when. */
export type FaultKind =
  /** The connection is closed without an answer, and nothing has happened. */
  | 'drop-before'
  /** It has happened, and the connection is closed without an answer. */
  | 'drop-after'
  /** 502, and nothing has happened; or it has. */
  | 'bad-gateway-before'
  | 'bad-gateway-after'
  | 'expired-token'
  | { readonly status: 403 | 429; readonly retryAfter: number | null }
  /** This is the answer, and nothing has happened: another error of GitHub's, or what a proxy says in its place. */
  | { readonly answer: Reply }
  /** The body of the answer comes after so many milliseconds. */
  | { readonly slowBody: number }
  | { readonly delay: number }
  /** Something happens while the request is on its way. */
  | { readonly run: () => void | Promise<void> }
  /** Whoever asks is gone before the request has an effect, or after it. */
  | { readonly kill: () => void | Promise<void>; readonly effect: 'none' | 'done' };

export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly kind: FaultKind;
  /** How often; once if not said. */
  readonly times?: number;
  /** How many matching requests pass before. */
  readonly skip?: number;
}

export class Faults {
  #faults: { fault: Fault; left: number; skip: number }[] = [];
  /** Faults that have happened. */
  happened = 0;

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1, skip: fault.skip ?? 0 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault of a request, which is used up by it; null for none. */
  take(method: string, path: string): FaultKind | null {
    for (const entry of this.#faults) {
      if (entry.left === 0 || entry.fault.method !== method || !entry.fault.path.test(path)) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      this.happened += 1;
      return entry.fault.kind;
    }
    return null;
  }
}

export function secondaryLimit(status: number, retryAfter: number | null): ApiError {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return new ApiError(status, message, [], retryAfter === null ? {} : { 'retry-after': String(retryAfter) });
}

/** Faults that come instead of the effect, or delay it. */
export async function refuse(fault: FaultKind | null): Promise<void> {
  if (fault === 'bad-gateway-before') throw new ApiError(502, 'Server Error');
  if (fault === 'expired-token') throw new ApiError(401, 'Bad credentials');
  if (typeof fault !== 'object' || fault === null) return;
  if ('status' in fault) throw secondaryLimit(fault.status, fault.retryAfter);
  if ('delay' in fault) await sleep(fault.delay);
  if ('run' in fault) await fault.run();
}
