import { once } from './once.js';
import type { GitHubApp } from './github-client.js';
import { isRefused } from './refused.js';

const PER_PAGE = 100;
/** GitHub keeps deliveries for three days and sends none again by itself. */
const OLDEST_MS = 3 * 24 * 60 * 60_000;
/** One that is fresh may still be on its way; one that has failed again waits longer each time. */
const FIRST_WAIT_MS = 2 * 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** Deliveries looked at in one go, the newest first. */
const MOST_DELIVERIES = 1_000;
/** GitHub allows some 180 requests a minute that change something; the rest comes the next time. */
const MOST_REDELIVERED = 100;

/** Who renames the App renames the author of all its comments. */
const IDENTITY_MS = 60_000;

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
  }, IDENTITY_MS);
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
      const byGuid = new Map<string, Attempts>();
      let seen = 0;
      const pages = client.paginate.iterator(rest.apps.listWebhookDeliveries, { per_page: PER_PAGE });
      for await (const { data } of pages) {
        for (const { guid, id, status_code: status, delivered_at: at } of data) {
          const age = now.getTime() - new Date(at).getTime();
          if (age > OLDEST_MS) continue;
          const known = byGuid.get(guid) ?? { id, age, count: 0, isDelivered: false };
          const isDelivered = known.isDelivered || (status >= 200 && status < 300);
          byGuid.set(guid, { ...known, count: known.count + 1, isDelivered });
        }
        seen += data.length;
        if (seen >= MOST_DELIVERIES) break;
      }
      for (const { id } of [...byGuid.values()].filter(isDue).slice(0, MOST_REDELIVERED)) {
        await rest.apps.redeliverWebhookDelivery({ delivery_id: id }).catch(unlessRefused);
      }
    },
  };
}

/** What is known of the attempts at one delivery. */
interface Attempts {
  /** Of the newest. */
  readonly id: number;
  readonly age: number;
  readonly count: number;
  readonly isDelivered: boolean;
}

const isDue = ({ age, count, isDelivered }: Attempts): boolean =>
  !isDelivered && age >= Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - 1));

/** One that GitHub does not send again is no reason to leave out the others. */
function unlessRefused(error: unknown): void {
  if (!isRefused(error)) throw error;
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
