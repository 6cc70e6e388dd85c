import { GitHubLimit } from '../github/github-limit.js';
import { networkFailure } from './network-failure.js';

export type Headers = Readonly<Record<string, string | number | undefined>>;

/** What became of a question to GitHub. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly data: T; readonly headers: Headers }
  /** GitHub said no. */
  | { readonly kind: 'refusal'; readonly status: number; readonly message: string; readonly headers: Headers }
  /** GitHub was not reached; a sentence with what to do. */
  | { readonly kind: 'failure'; readonly sentence: string };

/** Given to each request: a person waits, so nothing is tried again. */
export const ONCE = { retries: 0 } as const;

/** Asks, and makes a value of whatever comes. @param host that is asked, for sentences */
export async function ask<T>(
  host: string,
  request: () => Promise<{ readonly data: T; readonly headers: Headers }>,
): Promise<Answer<T>> {
  try {
    const { data, headers } = await request();
    return { kind: 'answer', data, headers };
  } catch (error) {
    if (error instanceof GitHubLimit) return { kind: 'failure', sentence: error.message };
    if (!isRefusal(error)) return { kind: 'failure', sentence: networkFailure(error, host) };
    const { status, message, response } = error;
    return { kind: 'refusal', status, message, headers: response.headers };
  }
}

/** A sentence for a refusal that a check has no better one for. */
export const refused = (what: string, { status, message }: { status: number; message: string }): string =>
  status >= 500
    ? `GitHub could not tell ${what} (${status}); try again later.`
    : `GitHub does not tell ${what} (${status}, "${message.slice(0, 200)}"); look at the settings of the App.`;

interface Refusal extends Error {
  readonly status: number;
  readonly response: { readonly headers: Headers };
}

/** An error without a response is one of the network, whatever its status says. */
const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'status' in error && 'response' in error && error.response !== undefined;
