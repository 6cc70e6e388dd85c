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
