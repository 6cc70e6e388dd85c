import type { GitHubClient } from '../github/github-client.js';
import { ask, ONCE, refused } from './ask.js';
import type { Headers } from './ask.js';
import { note, ok, problem } from './line.js';
import type { Line } from './line.js';
import { AUTOMATIC_EVENTS, comparePermissions } from './manifest.js';
import type { Manifest } from './manifest.js';

/** The App as GitHub describes it, as far as the doctor looks. */
export interface KnownApp {
  readonly slug: string;
  /** Page of the App, below which it is installed. */
  readonly page: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface AppCheck {
  readonly lines: readonly Line[];
  /** Null if GitHub does not know the App by this key; then nothing else can be asked. */
  readonly app: KnownApp | null;
}

/** Does GitHub know the App, is the key one of its own, and do the clocks agree? */
export async function checkApp(
  client: GitHubClient,
  { appId, host, now }: { readonly appId: number; readonly host: string; readonly now: () => number },
): Promise<AppCheck> {
  const answer = await ask(host, () => client.rest.apps.getAuthenticated({ request: ONCE }));
  if (answer.kind === 'failure') return { lines: [problem('github', answer.sentence)], app: null };
  const lines = [ok('github', `${host} answers.`), checkClock(answer.headers, now())];
  if (answer.kind === 'refusal') return { lines: [...lines, refusalLine(answer, appId)], app: null };
  const { data } = answer;
  if (!data) return { lines: [...lines, problem('app', refused('which App this is', NOTHING))], app: null };
  if (data.id !== appId) {
    const text = `The private key belongs to the App ${data.id}, APP_ID says ${appId}; correct one of them.`;
    return { lines: [...lines, problem('app', text)], app: null };
  }
  const permissions: Record<string, string> = {};
  for (const [name, level] of Object.entries(data.permissions)) if (level) permissions[name] = level;
  const app = { slug: data.slug ?? data.name, page: data.html_url, permissions, events: data.events };
  const text = `"${app.slug}" (${appId}), and the private key is one of its own.`;
  return { lines: [...lines, ok('app', text)], app };
}

const NOTHING = { status: 200, message: 'an empty answer' };

function refusalLine(refusal: { readonly status: number; readonly message: string }, appId: number): Line {
  switch (refusal.status) {
    case 401:
      return problem(
        'app',
        `The private key is none of the App ${appId}; generate one in the settings of this App, or correct APP_ID.`,
      );
    case 404:
      return problem(
        'app',
        `There is no App ${appId} here; correct APP_ID, or GHE_HOST if the App is on GitHub Enterprise Server.`,
      );
    default:
      return problem('app', refused('which App this is', refusal));
  }
}

/** GitHub refuses a token whose times are off; it allows a minute. */
const MOST_SKEW_SECONDS = 60;

function checkClock(headers: Headers, now: number): Line {
  const theirs = Date.parse(String(headers['date'] ?? ''));
  if (Number.isNaN(theirs))
    return note('clock', 'GitHub did not say what time it is, so nothing was compared.');
  const seconds = Math.round((now - theirs) / 1_000);
  if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return ok('clock', 'It agrees with that of GitHub.');
  const which = seconds > 0 ? 'fast' : 'slow';
  return problem(
    'clock',
    `The clock of this machine is ${Math.abs(seconds)} s ${which}, so GitHub refuses the tokens that are signed here; set it by NTP.`,
  );
}

/** Compares the App with `app.yml`. */
export function compareApp(app: KnownApp, manifest: Manifest): readonly Line[] {
  return [...permissionLines(app, manifest), ...eventLines(app, manifest)];
}

function permissionLines({ permissions }: KnownApp, manifest: Manifest): readonly Line[] {
  const { missing, superfluous } = comparePermissions(permissions, manifest.default_permissions);
  if (missing.length + superfluous.length === 0)
    return [ok('permissions', 'The App has those of app.yml and no others.')];
  return [
    ...(missing.length === 0
      ? []
      : [
          problem(
            'permissions',
            `The App lacks ${missing.join(', ')}; add that in its settings, under "Permissions & events", and have the installations accept it.`,
          ),
        ]),
    ...(superfluous.length === 0
      ? []
      : [
          note(
            'permissions',
            `The App may do more than it needs: ${superfluous.join(', ')}; take that away in its settings, unless something else needs it.`,
          ),
        ]),
  ];
}

function eventLines({ events }: KnownApp, manifest: Manifest): readonly Line[] {
  const missing = manifest.default_events.filter((event) => !events.includes(event));
  const superfluous = events.filter(
    (event) => !manifest.default_events.includes(event) && !AUTOMATIC_EVENTS.includes(event),
  );
  if (missing.length + superfluous.length === 0)
    return [ok('events', 'The App is subscribed to those of app.yml and no others.')];
  return [
    ...(missing.length === 0
      ? []
      : [
          problem(
            'events',
            `The App is not told of ${missing.join(', ')}; subscribe to that in its settings, under "Permissions & events".`,
          ),
        ]),
    ...(superfluous.length === 0
      ? []
      : [
          note(
            'events',
            `The App is told of what it does not use: ${superfluous.join(', ')}; unsubscribe in its settings.`,
          ),
        ]),
  ];
}
