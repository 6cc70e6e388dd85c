/**
 * Tries the running bot on the real GitHub, with a repository of yours: makes a branch with an invented faulty tracking
 * call and a pull request of it, waits for the check run, the report and the comment on the line, prints what it saw,
 * closes the pull request and deletes the branch. Never run by tests; nothing else here talks to github.com.
 *
 *   node scripts/live-smoke.mjs --repo owner/name [--timeout 180]
 *
 * The bot has to run and its App to be installed on the repository. From the environment: APP_ID and PRIVATE_KEY (or
 * PRIVATE_KEY_PATH) of the App, to read its check and to know its comments; LIVE_SMOKE_TOKEN, a fine-grained token of
 * yours for that repository with contents: write and pull requests: write; GHE_HOST and GHE_PROTOCOL as for the bot.
 * Needs `npm run build`.
 *
 * Exit code 0 if all three were seen, 1 if not, 2 if it could not run.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { apiUrlOf, readEnvironment } from '../packages/review-bot/dist/environment.js';
import { connectApp } from '../packages/review-bot/dist/github/github-client.js';

const POLL_MS = 3_000;
const AUTOMATIC = ['CI', 'GITHUB_ACTIONS', 'VITEST', 'NODE_TEST_CONTEXT'];

/** A sentence for whoever runs this. */
class CannotRun extends Error {}

function settings() {
  const automatic = AUTOMATIC.find((name) => process.env[name]);
  if (automatic)
    throw new CannotRun(`${automatic} is set, and this is for people: it writes to a repository.`);
  let values;
  try {
    ({ values } = parseArgs({
      options: { repo: { type: 'string' }, timeout: { type: 'string', default: '180' } },
    }));
  } catch (error) {
    throw new CannotRun(error.message);
  }
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(values.repo ?? '') ?? [];
  if (!owner) throw new CannotRun('Give the repository as --repo owner/name.');
  const token = process.env.LIVE_SMOKE_TOKEN;
  if (!token)
    throw new CannotRun(
      'Set LIVE_SMOKE_TOKEN to a token of yours with contents: write and pull requests: write.',
    );
  // The webhook's secret is the bot's alone; here it only has to be there.
  const read = readEnvironment({ ...process.env, WEBHOOK_SECRET: randomBytes(16).toString('hex') });
  if (read.problems) throw new CannotRun(read.problems.join('\n'));
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new CannotRun('--timeout is a number of seconds.');
  return { owner, repo, token, seconds, environment: read.environment };
}

/** GitHub as the owner of the token. */
function ownerApi(baseUrl, { owner, repo, token }) {
  return async (method, path, body) => {
    const response = await fetch(`${baseUrl}/repos/${owner}/${repo}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'tracklint-live-smoke',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok)
      throw new CannotRun(
        `${method} ${path || '/'} was answered with ${response.status}: ${text.slice(0, 300)}`,
      );
    return text === '' ? null : JSON.parse(text);
  };
}

/** The App: its id, its login in comments, and a client for the repository. */
async function connect(environment, baseUrl, { owner, repo }) {
  const { appId, privateKey } = environment;
  const github = connectApp({ appId: String(appId), privateKey, baseUrl });
  const client = await github.app();
  const { data: app } = await client.rest.apps.getAuthenticated();
  const { data: installation } = await client.rest.apps
    .getRepoInstallation({ owner, repo })
    .catch((error) => {
      if (error.status !== 404) throw error;
      throw new CannotRun(`The App "${app.slug}" is not installed on ${owner}/${repo}.`);
    });
  return { id: app.id, login: `${app.slug}[bot]`, client: await github.installation(installation.id) };
}

const faultyCall = (id) => `import mixpanel from 'mixpanel-browser';

// Made by scripts/live-smoke.mjs of Tracklint, to be reported and deleted.
export function smokeTested(user: { email: string }) {
  mixpanel.track('Smoke Tested ${id}', { email: user.email });
}
`;

/** @param made is told of each thing as soon as it is there, so that it is taken away whatever happens next */
async function openPullRequest(ask, branch, id, made) {
  const { default_branch: base } = await ask('GET', '');
  const { object } = await ask('GET', `/git/ref/${encodeURIComponent(`heads/${base}`)}`);
  await ask('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: object.sha });
  made.branch = branch;
  const written = await ask('PUT', `/contents/tracklint-live-smoke/${id}.ts`, {
    message: 'Try Tracklint with a tracking call that it reports',
    content: Buffer.from(faultyCall(id)).toString('base64'),
    branch,
  });
  const pull = await ask('POST', '/pulls', {
    title: 'Try Tracklint (closes by itself)',
    body: 'Made by `scripts/live-smoke.mjs`; it is closed and its branch deleted in a moment.',
    head: branch,
    base,
  });
  made.pull = pull.number;
  return { number: pull.number, url: pull.html_url, sha: written.commit.sha };
}

/** What the bot has posted by now; null for what is not there. */
async function look(ask, { id, login, client }, { owner, repo }, { number, sha }) {
  const { data } = await client.rest.checks.listForRef({ owner, repo, ref: sha, app_id: id });
  const isOurs = ({ user }) => user?.login === login;
  return {
    check: data.check_runs.find(({ name, status }) => name === 'Tracklint' && status === 'completed') ?? null,
    report: (await ask('GET', `/issues/${number}/comments?per_page=100`)).find(isOurs) ?? null,
    line: (await ask('GET', `/pulls/${number}/comments?per_page=100`)).find(isOurs) ?? null,
  };
}

const firstLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .map((line) => `    ${line}`)
    .join('\n');

function print({ check, report, line }, seconds) {
  const seen = (what, found, text) =>
    console.log(`${found ? 'seen   ' : 'MISSING'}  ${what}${found ? text() : ''}`);
  console.log(`After ${seconds} s:`);
  seen('check run', check, () => `: ${check.conclusion}, "${check.output.title}"`);
  seen('report', report, () => `:\n${firstLines(report.body)}`);
  seen('comment on the line', line, () => ` ${line.path}:${line.line}\n${firstLines(line.body)}`);
}

async function main() {
  const own = settings();
  const baseUrl = apiUrlOf(own.environment) ?? 'https://api.github.com';
  const app = await connect(own.environment, apiUrlOf(own.environment), own);
  const ask = ownerApi(baseUrl, own);
  const id = randomBytes(4).toString('hex');
  const branch = `tracklint-live-smoke-${id}`;
  const made = { branch: null, pull: null };
  let isStopped = false;
  const stop = () => (isStopped = true);
  process.once('SIGINT', stop);
  try {
    const pull = await openPullRequest(ask, branch, id, made);
    console.log(`Opened ${pull.url}, waiting for up to ${own.seconds} s.`);
    const started = Date.now();
    const waited = () => Math.round((Date.now() - started) / 1_000);
    let found;
    do {
      await sleep(POLL_MS);
      found = await look(ask, app, own, pull);
    } while (!isStopped && !(found.check && found.report && found.line) && waited() < own.seconds);
    print(found, waited());
    const isRight = found.check?.conclusion === 'failure' && found.report && found.line;
    if (found.check && found.check.conclusion !== 'failure')
      console.log(
        'The check did not fail: does the configuration of the repository leave the file or the rule out?',
      );
    process.exitCode = isRight ? 0 : 1;
  } finally {
    process.off('SIGINT', stop);
    await cleanUp(ask, made);
  }
}

/** Each step for itself, so that one that fails leaves no more behind than it has to. */
async function cleanUp(ask, { branch, pull }) {
  const steps = [
    ...(pull ? [['close the pull request', () => ask('PATCH', `/pulls/${pull}`, { state: 'closed' })]] : []),
    ...(branch ? [[`delete the branch ${branch}`, () => ask('DELETE', `/git/refs/heads/${branch}`)]] : []),
  ];
  for (const [what, step] of steps) {
    await step().then(
      () => console.log(`Done: ${what}.`),
      (error) => console.error(`Could not ${what}; please do it yourself. ${error.message}`),
    );
  }
}

await main().catch((error) => {
  console.error(error instanceof CannotRun ? error.message : `GitHub could not be asked: ${error.message}`);
  process.exitCode = 2;
});
