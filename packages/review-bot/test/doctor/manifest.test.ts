import { emitterEventNames } from '@octokit/webhooks';
import { describe, expect, it } from 'vitest';
import { comparePermissions, readManifest } from '../../src/doctor/manifest.js';
import { registrationUrl } from '../../src/doctor/index.js';
import { jobsOf } from '../../src/events/jobs-of.js';

/** GitHub does not subscribe an App to an event without the permission that it belongs to. */
const PERMISSION_OF: Readonly<Record<string, string>> = {
  pull_request: 'pull_requests',
  pull_request_review_comment: 'pull_requests',
  issue_comment: 'issues',
  merge_group: 'merge_queues',
  check_run: 'checks',
  check_suite: 'checks',
};

/** An event that the bot reads is one whose payload it refuses if that is empty. */
function isRead(event: string): boolean {
  try {
    jobsOf(event, {});
    return false;
  } catch {
    return true;
  }
}

describe('app.yml', () => {
  const { default_events: events, default_permissions: permissions } = readManifest();

  it('subscribes to what the bot reads and to nothing else', () => {
    const all = new Set(emitterEventNames.map((name) => name.split('.', 1)[0] ?? ''));
    const read = [...all].filter(isRead);
    expect([...events, 'installation', 'installation_repositories'].toSorted()).toEqual(read.toSorted());
  });

  it('has the permission of each event', () => {
    for (const event of events) expect(permissions).toHaveProperty(PERMISSION_OF[event] ?? 'unknown');
  });

  it('lets the bot write checks and comments, and no code', () => {
    const written = Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : []));
    expect(written).toEqual(['checks', 'pull_requests']);
  });
});

it.each([
  [{ checks: 'write' }, { missing: [], superfluous: [] }],
  [{}, { missing: ['checks: write'], superfluous: [] }],
  [{ checks: 'read' }, { missing: ['checks: write (it has read)'], superfluous: [] }],
  [
    { checks: 'write', actions: 'read' },
    { missing: [], superfluous: ['actions: read'] },
  ],
  [{ checks: 'admin' }, { missing: [], superfluous: ['checks: admin'] }],
])('comparePermissions of %j', (given, gap) => {
  expect(comparePermissions(given as Record<string, string>, { checks: 'write' })).toEqual(gap);
});

describe('registrationUrl', () => {
  it('fills in the form of a new App', () => {
    const url = new URL(registrationUrl('https://bot.example.com/hooks', null, {}));
    expect(url.origin + url.pathname).toBe('https://github.com/settings/apps/new');
    const fields = Object.fromEntries(url.searchParams);
    expect(fields).toMatchObject({
      ...{ webhook_url: 'https://bot.example.com/hooks', webhook_active: 'true', public: 'false' },
      ...{ checks: 'write', contents: 'read', issues: 'read' },
    });
    expect(url.searchParams.getAll('events[]')).toEqual(readManifest().default_events);
  });

  it('knows organizations and GitHub Enterprise', () => {
    const env = { GHE_HOST: 'github.example.com' };
    expect(registrationUrl('https://bot.example.com/hooks', 'a/b', env)).toMatch(
      /^https:\/\/github\.example\.com\/organizations\/a%2Fb\/settings\/apps\/new\?/,
    );
  });

  it('refuses what is no address', () => {
    expect(() => registrationUrl('bot.example.com', null, {})).toThrow(
      /^"bot\.example\.com" is not an address/,
    );
  });
});
