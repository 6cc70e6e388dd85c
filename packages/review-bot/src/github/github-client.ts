import { Probot, ProbotOctokit } from 'probot';
import { limitOf } from './github-limit.js';
import type { GitHubLimit } from './github-limit.js';

export type GitHubClient = InstanceType<typeof ProbotOctokit>;

export interface ClientEvents {
  /** After every answer, with what is left of the installation's hourly requests, where GitHub said it. */
  onAnswer?(answer: { readonly installation: number | null; readonly remaining: number | null }): void;
  onLimit?(kind: 'primary' | 'secondary'): void;
}

export interface AppIdentity {
  readonly appId: string;
  readonly privateKey: string;
  /** Such as `https://github.example.com/api/v3`; null: github.com. */
  readonly baseUrl: string | null;
}

/** The App at GitHub: a client for the App itself and one per installation. */
export interface GitHubApp {
  app(): Promise<GitHubClient>;
  /** A client whose token is renewed by itself. */
  installation(id: number): Promise<GitHubClient>;
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
  readonly throttle?: object;
  readonly retry?: object;
  readonly request?: object;
}

/**
 * Probot's client sends a failed POST again, which doubles comments, paces writes by itself and answers a secondary limit
 * by giving up or by ignoring Retry-After. Here only reading is repeated; limits become `GitHubLimit` errors, which the
 * queue waits out; the pace is that of the content budget. A function, because Probot's own settings come after a value.
 */
export const OwnOctokit: typeof ProbotOctokit = ProbotOctokit.defaults((options: ClientSettings) => ({
  ...options,
  throttle: { ...options.throttle, enabled: false },
  retry: { ...options.retry, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
  request: { ...options.request, fetch: fetchWithTimeout },
}));

/** The last limit of each installation; null: that of the App itself. */
type StandingLimits = Map<number | null, GitHubLimit>;

/** Adds this project's rules to a client. Returns the same client. */
function withRules(
  client: GitHubClient,
  installation: number | null,
  standing: StandingLimits,
  events: ClientEvents,
): GitHubClient {
  client.hook.before('request', (options) => {
    const limit = standing.get(installation);
    // What GitHub has refused to one job it would refuse to the next, and asking on makes it worse.
    if (limit && limit.until.getTime() > Date.now()) throw limit;
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
    standing.set(installation, limit);
    throw limit;
  });
  return client;
}

/** @throws when the private key cannot be read */
export function connectApp(identity: AppIdentity, events: ClientEvents = {}): GitHubApp {
  const standing: StandingLimits = new Map();
  const probot = new Probot({
    appId: identity.appId,
    privateKey: identity.privateKey,
    // Webhooks are verified by the server of this package; this secret is never used.
    secret: crypto.randomUUID(),
    logLevel: 'fatal',
    Octokit: OwnOctokit,
    ...(identity.baseUrl === null ? {} : { baseUrl: identity.baseUrl }),
  });
  return {
    async app() {
      return withRules(await probot.auth(), null, standing, events);
    },
    async installation(id) {
      const client = withRules(await probot.auth(id), id, standing, events);
      client.hook.wrap('request', async (request, options) => {
        try {
          return await request(options);
        } catch (error) {
          // A token can be revoked or expire before its time; one that was cached must not fail every request.
          if (!isUnauthorized(error)) throw error;
          await client.auth({ type: 'installation', installationId: id, refresh: true });
          return request(options);
        }
      });
      return client;
    },
  };
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 401;
