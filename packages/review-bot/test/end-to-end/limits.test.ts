import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type {
  FakePullRequest,
  FaultKind,
  GitHubServer,
} from '../../../../test-fixtures/github-server/index.js';
import { shop, stage, tracking } from './bot-process.js';

/**
 * Limits that name no time, waited out for real. A limit is one of the installation, so each case is an account of its own,
 * and all of them wait at the same time.
 */

const WRITES = {
  create: { method: 'POST', path: /\/check-runs$/ },
  conclude: { method: 'PATCH', path: /\/check-runs\/\d+$/ },
  report: { method: 'POST', path: /\/issues\/\d+\/comments$/ },
  lines: { method: 'POST', path: /\/pulls\/\d+\/reviews$/ },
} as const;

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
const inAMinute = (refused: number): number => refused + 60_000;

interface Case {
  readonly account: string;
  /** The request that is refused. */
  readonly at: keyof typeof WRITES;
  readonly kind: FaultKind;
  /** When asking may go on. Milliseconds since 1970, as is what is given. */
  readonly until: (refused: number) => number;
}

const names = Object.keys(WRITES) as (keyof typeof WRITES)[];
const secondary = ([403, 429] as const).flatMap((status) =>
  names.map((at): Case => {
    const kind = { status, retryAfter: null };
    return { account: `${at}-${status}`, at, kind, until: inAMinute };
  }),
);

const TOO_QUICKLY = { message: 'Validation Failed', errors: [{ message: 'was submitted too quickly' }] };

/** The hour's requests are used up, and the next hour is about to begin. */
function hourUsedUp(): Case {
  const reset = Math.ceil(Date.now() / 1_000) + 5;
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
  const body = { message: 'API rate limit exceeded for installation ID 77.' };
  return {
    ...{ account: 'hour', at: 'create', until: () => reset * 1_000 },
    kind: { answer: { status: 403, body, headers } },
  };
}

function open(github: GitHubServer, account: string): FakePullRequest {
  const repository = shop(github, 'shop', account);
  repository.commit('feature', {
    files: {
      'src/own.ts': `export const name = '${account}';\n`,
      'src/steps.ts': tracking("plan: 'free'", 'email: user.email'),
    },
  });
  return repository.openPullRequest({ head: 'feature' });
}

const shown = (pull: FakePullRequest) => ({
  runs: pull.repository.checkRuns(pull.headSha).map(({ conclusion }) => conclusion),
  reports: pull.comments().length,
  comments: pull.reviewComments().length,
});

const asWithout = { runs: ['failure'], reports: 1, comments: 1 };

it('leaves an installation alone for as long as a limit says, or a minute, and others have their reviews', async () => {
  const { github, bot } = await stage({ CONCURRENCY: '6' });
  const pulls = new Map<string, FakePullRequest>();
  const begin = async ({ account, at, kind }: Case): Promise<void> => {
    const { method, path } = WRITES[at];
    github.faults.add({ method, path: new RegExp(`^/repos/${account}/shop${path.source}`), kind });
    pulls.set(account, open(github, account));
    await github.webhooks.idle();
  };
  const quickly: Case = {
    ...{ account: 'quickly', at: 'report', until: inAMinute },
    kind: { answer: { status: 422, body: TOO_QUICKLY } },
  };
  // Nothing but the conclusion is left to do when this one is refused.
  const givesUp: Case = { ...secondary[1]!, account: 'gives-up' };
  const unanswerable: FaultKind = { answer: { status: 422, body: { message: 'Unprocessable' } } };
  github.faults.add({
    method: 'GET',
    path: /^\/repos\/gives-up\/shop\/compare\//,
    kind: unanswerable,
    times: 99,
  });
  const cases = [...secondary, quickly, givesUp];
  for (const own of cases) await begin(own);
  const undisturbed = open(github, 'undisturbed');
  const began = Date.now();
  while (undisturbed.reviewComments().length === 0 && Date.now() < inAMinute(began)) await sleep(100);
  expect(shown(undisturbed)).toEqual(asWithout);
  const primary = hourUsedUp();
  await begin(primary);
  // Asking the bot whether it is idle would keep the machine busy all this time.
  await sleep(Math.max(0, inAMinute(began) - Date.now()));
  await bot.idle();

  for (const { account, at, until } of [...cases, primary]) {
    const expected = account === 'gives-up' ? { runs: ['neutral'], reports: 0, comments: 0 } : asWithout;
    expect(shown(pulls.get(account)!), account).toEqual(expected);
    const asked = github.requests.filter(({ path }) => path.startsWith(`/repos/${account}/`));
    const refused = asked.findIndex(
      ({ method, path, status }) =>
        status >= 400 && method === WRITES[at].method && WRITES[at].path.test(path),
    );
    const [limited, next] = asked.slice(refused);
    expect(next!.at, `${account}: the next request`).toBeGreaterThanOrEqual(until(limited!.at));
  }
  const metrics = await (await fetch(`${bot.url}/metrics`)).text();
  expect(metrics).toContain(`github_limit_hits_total{kind="secondary"} ${cases.length}`);
  expect(metrics).toContain('github_limit_hits_total{kind="primary"} 1');
  github.assertNoViolations();
}, 300_000);
