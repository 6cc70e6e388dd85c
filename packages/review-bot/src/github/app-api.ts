import { once } from './once.js';
import type { GitHubApp } from './github-client.js';

const PER_PAGE = 100;
/** GitHub keeps deliveries for three days and sends none again by itself; one that is fresh may still be on its way. */
const YOUNGEST_MS = 2 * 60_000;
const OLDEST_MS = 3 * 24 * 60 * 60_000;
/** Deliveries looked at in one go, the newest first. */
const MOST_DELIVERIES = 1_000;

/** An account that has the App. */
export interface Installation {
  readonly id: number;
  repositories(): Promise<readonly InstalledRepository[]>;
}

export interface InstalledRepository {
  readonly owner: string;
  readonly repo: string;
  readonly pushedAt: Date;
}

/** What the App asks about itself. */
export interface AppApi {
  /** The App's number, and the login under which it comments, such as `tracklint[bot]`. */
  identity(): Promise<{ readonly id: number; readonly botLogin: string }>;
  installations(): Promise<readonly Installation[]>;
  /**
   * Asks GitHub to send again what never reached us.
   * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
   */
  redeliverFailed(now: Date): Promise<void>;
}

export function appApi(github: GitHubApp): AppApi {
  const identity = once(async () => {
    const { data } = await (await github.app()).rest.apps.getAuthenticated();
    if (!data) throw new Error('GitHub does not know this App.');
    return { id: data.id, botLogin: `${data.slug ?? ''}[bot]` };
  });
  return {
    identity,
    async installations() {
      const client = await github.app();
      const found = await client.paginate(client.rest.apps.listInstallations, { per_page: PER_PAGE });
      return found
        .filter(({ suspended_at }) => suspended_at === null || suspended_at === undefined)
        .map(({ id }) => ({ id, repositories: () => repositoriesOf(github, id) }));
    },
    async redeliverFailed(now) {
      const client = await github.app();
      const { rest } = client;
      const byGuid = new Map<string, { id: number; isDelivered: boolean }>();
      let seen = 0;
      const pages = client.paginate.iterator(rest.apps.listWebhookDeliveries, { per_page: PER_PAGE });
      for await (const { data } of pages) {
        for (const { guid, id, status_code: status, delivered_at: at } of data) {
          const age = now.getTime() - new Date(at).getTime();
          if (age < YOUNGEST_MS || age > OLDEST_MS) continue;
          const known = byGuid.get(guid);
          const isDelivered = (known?.isDelivered ?? false) || (status >= 200 && status < 300);
          byGuid.set(guid, { id: known?.id ?? id, isDelivered });
        }
        seen += data.length;
        if (seen >= MOST_DELIVERIES) break;
      }
      for (const { id, isDelivered } of byGuid.values()) {
        if (!isDelivered) await rest.apps.redeliverWebhookDelivery({ delivery_id: id });
      }
    },
  };
}

async function repositoriesOf(github: GitHubApp, id: number): Promise<readonly InstalledRepository[]> {
  const client = await github.installation(id);
  const found = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, {
    per_page: PER_PAGE,
  });
  // GitHub takes no check and no comment where it shows that nobody can change anything.
  return found
    .filter(({ archived, disabled }) => !archived && !disabled)
    .map(({ name, owner, pushed_at }) => ({
      owner: owner.login,
      repo: name,
      pushedAt: new Date(pushed_at ?? 0),
    }));
}
