import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import type { GitHubServer } from '../../../../test-fixtures/github-server/index.js';
import { readManifest } from '../../src/doctor/index.js';
import { BotProcess } from '../end-to-end/bot-process.js';
import { runDoctorProcess } from './doctor-process.js';

const { default_permissions: needed, default_events: events } = readManifest();

/** A port of this machine that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
const nobody = `127.0.0.1:${await freePort()}`;

let github: GitHubServer;
let bot: BotProcess;
let webhookUrl: string | null;
beforeAll(async () => {
  github = await startGitHubServer();
  bot = new BotProcess(github);
  await bot.start();
  webhookUrl = github.webhooks.url;
});
afterAll(async () => {
  await bot.stop();
  bot.remove();
  await github.close();
});
beforeEach(() => {
  const { app, webhooks } = github;
  const { settings } = app;
  app.permissions = needed;
  Object.assign(settings, { events, accepted: null, isInstalled: true, isSuspended: false });
  Object.assign(settings.hook, { contentType: 'json', hasSecret: true, insecureSsl: '0' });
  webhooks.deliveries.length = 0;
  webhooks.url = webhookUrl;
  github.clockAheadMs = 0;
});

/** A delivery as GitHub lists it, the newest if it is the last one that was made. */
function delivered(statusCode: number, guid: string = crypto.randomUUID()): void {
  const { deliveries } = github.webhooks;
  const at = new Date().toISOString();
  deliveries.push({
    ...{ id: deliveries.length + 1, guid, event: 'push', action: null, body: '{}', deliveredAt: at },
    ...{ statusCode, isRedelivery: false, installation: null },
  });
}

const doctor = (env: Readonly<Record<string, string>> = {}) =>
  runDoctorProcess(github, { DATA_DIRECTORY: bot.directory, ...env });

const anotherKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;

describe('tracklint-bot doctor', () => {
  it('finds no problem beside a bot that runs', async () => {
    delivered(202);
    const { code, output } = await doctor();
    const lines = output.trimEnd().split('\n');
    expect(lines.slice(0, -2).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      [expect.stringMatching(/^(?:ok|note)$/), 'sandbox'],
      ['ok', 'environment'],
      ['ok', 'blobs'],
      ['ok', 'database'],
      ['ok', 'analysis'],
      ['ok', 'enterprise'],
      ['ok', 'github'],
      ['ok', 'clock'],
      ['ok', 'app'],
      ['ok', 'permissions'],
      ['ok', 'events'],
      ['ok', 'installations'],
      ['ok', 'webhook'],
      // The fake has no TLS.
      ['note', 'webhook'],
      ['ok', 'deliveries'],
      ['ok', 'address'],
    ]);
    expect(lines.at(-1)).toBe('No problem found.');
    expect(output).toContain('in use, which is right if the bot is running');
    expect(code).toBe(0);
    github.assertNoViolations();
  });

  // Each breaks the App at GitHub, or gives the variables that are set wrongly.
  it.each<[string, RegExp, (app: GitHubServer['app']) => unknown]>([
    ['no App ID', /^problem +environment +APP_ID is missing/m, () => ({ APP_ID: '' })],
    [
      'a known secret',
      /^problem +environment +WEBHOOK_SECRET is a default/m,
      () => ({ WEBHOOK_SECRET: 'development' }),
    ],
    [
      'a key of another App',
      /^problem +app +The private key is none of the App/m,
      () => ({ PRIVATE_KEY: anotherKey() }),
    ],
    [
      'another App ID',
      /^problem +app +The private key is none of the App 54321/m,
      () => ({ APP_ID: '54321' }),
    ],
    [
      'a GitHub that is not there',
      /^problem +enterprise +Nobody listens at 127\.0\.0\.1:\d+;/m,
      () => ({ GHE_HOST: nobody }),
    ],
    [
      'a GitHub whose name is unknown',
      /^problem +enterprise +The name github\.invalid is not known here/m,
      () => ({ GHE_HOST: 'github.invalid' }),
    ],
    [
      'something else in place of GitHub',
      /^problem +enterprise +127\.0\.0\.1:\d+ answers \(404\), but not as GitHub/m,
      () => ({ GHE_HOST: new URL(bot.url).host }),
    ],
    [
      'a clock that is off',
      /^problem +clock +The clock of this machine is (?:119|12\d) s slow/m,
      () => {
        github.clockAheadMs = 120_000;
      },
    ],
    [
      'an App that may too little',
      /^problem +permissions +The App lacks checks: write \(it has read\), issues: read;/m,
      (app) => {
        const { issues: _, ...others } = needed;
        app.permissions = { ...others, checks: 'read' };
      },
    ],
    [
      'an App that is told too little',
      /^problem +events +The App is not told of merge_group, issue_comment;/m,
      ({ settings }) => {
        settings.events = events.filter((event) => event !== 'merge_group' && event !== 'issue_comment');
      },
    ],
    [
      'an App that is installed nowhere',
      /^problem +installations +The App is installed nowhere; install it at http/m,
      ({ settings }) => {
        settings.isInstalled = false;
      },
    ],
    [
      'an installation that has not accepted',
      /^problem +installations +These have not accepted .*acme \(checks: write \(it has read\); http/m,
      ({ settings }) => {
        settings.accepted = { ...needed, checks: 'read' };
      },
    ],
    [
      'a suspended installation',
      /^problem +installations +All installations are suspended: acme/m,
      ({ settings }) => {
        settings.isSuspended = true;
      },
    ],
    [
      'no webhook',
      /^problem +webhook +The App has no webhook URL/m,
      () => {
        github.webhooks.url = null;
      },
    ],
    [
      'a webhook that sends forms',
      /^problem +webhook +It sends forms/m,
      ({ settings }) => {
        settings.hook.contentType = 'form';
      },
    ],
    [
      'a webhook without a secret',
      /^problem +webhook +It has no secret/m,
      ({ settings }) => {
        settings.hook.hasSecret = false;
      },
    ],
    [
      'a webhook that trusts every certificate',
      /^problem +webhook +GitHub does not look at the certificate/m,
      ({ settings }) => {
        settings.hook.insecureSsl = '1';
        github.webhooks.url = `https://${nobody}/api/github/webhooks`;
      },
    ],
    [
      'deliveries with another secret',
      /^problem +deliveries +2 of the newest 3 did not arrive; the newest of them ended with 401: its secret is not/m,
      () => [202, 401, 401].forEach((status) => delivered(status)),
    ],
    [
      'deliveries that reach nobody',
      /^problem +deliveries +1 of the newest 1 did not arrive; the newest of them ended with 502: GitHub did not reach/m,
      () => delivered(502),
    ],
    [
      'a bot with another secret',
      /^problem +address +What answers at the webhook URL has another secret/m,
      () => ({ WEBHOOK_SECRET: 'another-secret-of-some-length' }),
    ],
    [
      'a webhook URL that leads past the bot',
      /^problem +address +There is something at the webhook URL, but not at its path/m,
      () => {
        github.webhooks.url = `${bot.url}/elsewhere`;
      },
    ],
    [
      'a bot that does not run',
      /^problem +address +Nobody listens at 127\.0\.0\.1:\d+;.* The bot has to run for this check\.$/m,
      () => {
        github.webhooks.url = `http://${nobody}/api/github/webhooks`;
      },
    ],
    [
      'a PostgreSQL that is not there',
      /^problem +database +Nobody listens at 127\.0\.0\.1:\d+;/m,
      () => ({ DATABASE_URL: `postgres://bot:hunter2-hunter2@${nobody}/bot` }),
    ],
    [
      'a directory that cannot be written',
      /^problem +blobs +\/dev\/null\/data\/blobs cannot be written \(ENOTDIR\)/m,
      () => ({ DATA_DIRECTORY: '/dev/null/data' }),
    ],
  ])('says what to do about %s', async (_name, line, breakIt) => {
    const env = breakIt(github.app) as Readonly<Record<string, string>> | undefined;
    const { code, output } = await doctor(env);
    expect(output).toMatch(line);
    expect(output).toMatch(/\n\d+ problems? found\.\n$/);
    expect(code).toBe(2);
    expect(output).not.toMatch(/^\s+at |hunter2|BEGIN/m);
    expect(output).not.toContain(github.app.webhookSecret);
  });

  it.each<[string, RegExp, (app: GitHubServer['app']) => void]>([
    [
      'an App that may too much',
      /^note +permissions +The App may do more than it needs: contents: write, deployments: read;/m,
      (app) => {
        app.permissions = { ...needed, contents: 'write', deployments: 'read' };
      },
    ],
    [
      'an App that is told too much',
      /^note +events +The App is told of what it does not use: push;/m,
      ({ settings }) => {
        settings.events = [...events, 'push', 'installation'];
      },
    ],
    [
      'deliveries that were lost some time ago',
      /^note +deliveries +1 of the newest 2 did not arrive; .* Newer ones did/m,
      () => [500, 202].forEach((status) => delivered(status)),
    ],
    [
      'deliveries that arrived at the second attempt',
      /^ok +deliveries +The newest 1 arrived\./m,
      () => [500, 202].forEach((status) => delivered(status, 'one')),
    ],
    ['no deliveries', /^note +deliveries +There were none yet/m, () => undefined],
  ])('is content with %s', async (_name, line, change) => {
    change(github.app);
    const { code, output } = await doctor();
    expect(output).toMatch(line);
    expect(code).toBe(0);
  });
});
