import type { GitHubClient } from './github-client.js';
import { limitOf } from './github-limit.js';

export interface ClientEvents {
  /** After every answer, with what is left of the installation's hourly requests, where GitHub said it. */
  onAnswer?(answer: { readonly installation: number | null; readonly remaining: number | null }): void;
  onLimit?(kind: 'primary' | 'secondary'): void;
}

/** Longer than GitHub's own limit of 10 s for an answer; a body that trickles in is cut off too. */
const REQUEST_TIMEOUT_MS = 30_000;

const fetchWithTimeout: typeof fetch = (input, init) => {
  const signals = [AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(init?.signal ? [init.signal] : [])];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/**
 * Probot's client sends a failed POST again, which doubles comments, paces writes by itself and answers a secondary limit
 * by giving up or by ignoring Retry-After. Here only reading is repeated; limits become `GitHubLimit` errors, which the
 * queue waits out; the pace is that of the content budget.
 */
export const clientOptions = () => ({
  throttle: { enabled: false },
  retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
  request: { fetch: fetchWithTimeout },
});

/** Adds this project's rules to a client. Returns the same client. */
export function withRules<Client extends Pick<GitHubClient, 'hook'>>(
  client: Client,
  installation: number | null,
  events: ClientEvents,
): Client {
  client.hook.before('request', (options) => {
    if (options.method !== 'GET') options.request = { ...options.request, retries: 0 };
  });
  client.hook.after('request', (response) => {
    const remaining = response.headers['x-ratelimit-remaining'];
    events.onAnswer?.({ installation, remaining: remaining === undefined ? null : Number(remaining) });
  });
  client.hook.error('request', (error) => {
    const limit = limitOf(error, Date.now());
    if (!limit) throw error;
    events.onLimit?.(limit.kind);
    throw limit;
  });
  return client;
}
