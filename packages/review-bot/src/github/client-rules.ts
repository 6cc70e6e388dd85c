import type { GitHubClient } from './github-client.js';
import { limitOf } from './github-limit.js';
import type { GitHubLimit } from './github-limit.js';

export interface ClientEvents {
  /** After every answer, with what is left of the installation's hourly requests, where GitHub said it. */
  onAnswer?(answer: { readonly installation: number | null; readonly remaining: number | null }): void;
  onLimit?(kind: 'primary' | 'secondary'): void;
}

/** Longer than GitHub's own limit of 10 s for an answer; a body that trickles in is cut off too. */
const REQUEST_TIMEOUT_MS = 30_000;

const fetchWithTimeout: typeof fetch = async (input, init) => {
  const signals = [AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(init?.signal ? [init.signal] : [])];
  try {
    return await fetch(input, { ...init, signal: AbortSignal.any(signals) });
  } catch (error) {
    // Any other error the client takes for one of the network, and tries again.
    if (init?.signal?.aborted) throw new DOMException('The request is no longer wanted.', 'AbortError');
    throw error;
  }
};

interface ClientSettings {
  readonly auth?: unknown;
  readonly baseUrl?: string;
  readonly userAgent?: string;
  readonly throttle?: object;
  readonly retry?: object;
  readonly request?: object;
}

/**
 * Probot's client sends a failed POST again, which doubles comments, paces writes by itself and answers a secondary limit
 * by giving up or by ignoring Retry-After. Here only reading is repeated; limits become `GitHubLimit` errors, which the
 * queue waits out; the pace is that of the content budget.
 * @param options what was set already
 */
export const clientOptions = <Options extends ClientSettings>(options: Options) => ({
  ...options,
  throttle: { ...options.throttle, enabled: false },
  retry: { ...options.retry, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
  request: { ...options.request, fetch: fetchWithTimeout },
});

/** The last limit of each installation; null: that of the App itself. */
export type StandingLimits = Map<number | null, GitHubLimit>;

/**
 * Adds this project's rules to a client. Returns the same client.
 * @param standing shared by all clients of an App
 */
export function withRules<Client extends Pick<GitHubClient, 'hook'>>(
  client: Client,
  installation: number | null,
  events: ClientEvents,
  standing: StandingLimits = new Map(),
): Client {
  client.hook.before('request', (options) => {
    const limit = standing.get(installation);
    // What GitHub has refused to one job it would refuse to the next, and asking on makes it worse.
    if (limit && limit.until.getTime() > Date.now()) throw limit;
    if (options.method !== 'GET') options.request = { ...options.request, retries: 0 };
  });
  client.hook.after('request', (response, { method, url, request }) => {
    // A proxy's page, or nothing at all: a list would be taken for empty, and what is there would be posted again.
    const isJson = typeof response.data === 'object' && !(response.data instanceof ArrayBuffer);
    const isAwaited = response.status === 200 || response.status === 201;
    if (isAwaited && !isJson && request?.['parseSuccessResponseBody'] !== false)
      throw new Error(`${method} ${url} was answered with something else than JSON.`);
    const remaining = response.headers['x-ratelimit-remaining'];
    events.onAnswer?.({ installation, remaining: remaining === undefined ? null : Number(remaining) });
  });
  client.hook.error('request', (error) => {
    const limit = limitOf(error, Date.now());
    if (!limit) throw error;
    events.onLimit?.(limit.kind);
    standing.set(installation, limit);
    throw limit;
  });
  return client;
}
