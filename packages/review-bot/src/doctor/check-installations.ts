import type { GitHubClient } from '../github/github-client.js';
import { ask, ONCE, refused } from './ask.js';
import type { KnownApp } from './check-app.js';
import { note, ok, problem } from './line.js';
import type { Line } from './line.js';
import { comparePermissions } from './manifest.js';
import type { Manifest } from './manifest.js';

const TOPIC = 'installations';
const PER_PAGE = 100;
/** Named one by one; more would be a wall of text. */
const MOST_NAMED = 10;

interface Installation {
  readonly account: string;
  readonly page: string;
  readonly isSuspended: boolean;
  readonly permissions: Readonly<Record<string, string>>;
}

/** Is the App installed, at work, and with the permissions that it asks for? */
export async function checkInstallations(
  client: GitHubClient,
  { app, manifest, host }: { readonly app: KnownApp; readonly manifest: Manifest; readonly host: string },
): Promise<readonly Line[]> {
  const answer = await ask(host, async () => {
    const data = await client.paginate(client.rest.apps.listInstallations, {
      per_page: PER_PAGE,
      request: ONCE,
    });
    return { data, headers: {} };
  });
  if (answer.kind === 'failure') return [problem(TOPIC, answer.sentence)];
  if (answer.kind === 'refusal') return [problem(TOPIC, refused('where the App is installed', answer))];
  const all = answer.data.map((own): Installation => ({
    account: accountOf(own.account) ?? String(own.id),
    page: own.html_url,
    isSuspended: Boolean(own.suspended_at),
    permissions: own.permissions as Record<string, string>,
  }));
  if (all.length === 0)
    return [problem(TOPIC, `The App is installed nowhere; install it at ${app.page}/installations/new.`)];
  const suspended = all.filter(({ isSuspended }) => isSuspended);
  const active = all.filter(({ isSuspended }) => !isSuspended);
  const behind = active.flatMap((own) => {
    // What the App itself does not ask for cannot be accepted; that has a line of its own.
    const { missing } = comparePermissions(own.permissions, neededOf(app, manifest));
    return missing.length === 0 ? [] : [`${own.account} (${missing.join(', ')}; ${own.page})`];
  });
  return [
    ...(active.length === 0
      ? []
      : [ok(TOPIC, `At work for ${listed(active.map(({ account }) => account))}.`)]),
    ...(behind.length === 0
      ? []
      : [
          problem(
            TOPIC,
            `These have not accepted all permissions, and are not reviewed until they do: ${listed(behind)}. An owner finds the request on the page of the installation.`,
          ),
        ]),
    ...(suspended.length === 0 ? [] : [suspendedLine(suspended, active.length === 0)]),
  ];
}

const neededOf = (app: KnownApp, { default_permissions: needed }: Manifest) =>
  Object.fromEntries(
    Object.entries(needed).filter(
      ([name, level]) => comparePermissions(app.permissions, { [name]: level }).missing.length === 0,
    ),
  );

function suspendedLine(suspended: readonly Installation[], isAll: boolean): Line {
  const names = listed(suspended.map(({ account, page }) => `${account} (${page})`));
  return isAll
    ? problem(TOPIC, `All installations are suspended: ${names}; lift that on their pages.`)
    : note(TOPIC, `Suspended, so not reviewed: ${names}; lift that on their pages if it is not meant.`);
}

function listed(items: readonly string[]): string {
  const more = items.length - MOST_NAMED;
  return [...items.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** A person or an organization has a login, an enterprise a slug. */
const accountOf = (account: object | null): string | null =>
  account && 'login' in account
    ? String(account.login)
    : account && 'slug' in account
      ? String(account.slug)
      : null;
