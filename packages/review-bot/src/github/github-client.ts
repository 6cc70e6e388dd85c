import { Probot, ProbotOctokit } from 'probot';
import { clientOptions, withRules } from './client-rules.js';
import type { ClientEvents, StandingLimits } from './client-rules.js';
import { once } from './once.js';
import { statusOf } from './status-of.js';

export type GitHubClient = InstanceType<typeof ProbotOctokit>;

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

interface ProbotSettings {
  readonly baseUrl?: string;
  readonly auth?: { readonly request?: { defaults(own: object): unknown } };
}

/**
 * A function, because Probot's own settings come after a value. Probot does not tell the part that renews tokens where
 * GitHub is, so that with GitHub Enterprise Server it would ask github.com.
 */
const OwnOctokit: typeof ProbotOctokit = ProbotOctokit.defaults((options: ProbotSettings) => {
  const { auth, baseUrl } = options;
  const request = baseUrl === undefined ? undefined : auth?.request?.defaults({ baseUrl });
  return clientOptions({ ...options, ...(request ? { auth: { ...auth, request } } : {}) });
});

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
    // Probot has one client for the App itself, to which every further call would add the rules once more.
    app: once(async () => withRules(await probot.auth(), null, events, standing)),
    async installation(id) {
      const client = withRules(await probot.auth(id), id, events, standing);
      client.hook.wrap('request', async (request, options) => {
        try {
          return await request(options);
        } catch (error) {
          // A token can be revoked or expire before its time; one that was cached must not fail every request.
          if (statusOf(error) !== 401) throw error;
          await client.auth({ type: 'installation', installationId: id, refresh: true });
          return request(options);
        }
      });
      return client;
    },
  };
}
