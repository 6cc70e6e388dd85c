import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FakePullRequest, FaultKind } from '../../../../test-fixtures/github-server/index.js';
import { ONE_OF_EACH, openWithFinding, shownOf, stage } from './bot-process.js';

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
/** Who asks at the same moment does not know yet. */
const ON_ITS_WAY_MS = 1_000;
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

const GIVEN_UP = { runs: [['completed', 'neutral', 0]], reports: 0, comments: 0 };

it('leaves an installation alone for as long as a limit says, or a minute, and others have their reviews', async () => {
  const { github, bot } = await stage({ CONCURRENCY: '6' });
  const pulls = new Map<string, FakePullRequest>();
  const begin = async ({ account, at, kind }: Case): Promise<void> => {
    const { method, path } = WRITES[at];
    github.faults.add({ method, path: new RegExp(`^/repos/${account}/shop${path.source}`), kind });
    pulls.set(account, openWithFinding(github, 'shop', account));
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
  const undisturbed = openWithFinding(github, 'shop', 'undisturbed');
  const began = Date.now();
  while (undisturbed.reviewComments().length === 0 && Date.now() < inAMinute(began)) await sleep(100);
  expect(shownOf(undisturbed)).toEqual(ONE_OF_EACH);
  const primary = hourUsedUp();
  await begin(primary);
  const all = [...cases, primary];
  const askedOf = ({ account }: Case) =>
    github.requests.filter(({ path }) => path.startsWith(`/repos/${account}/`));
  const refusedOf = (own: Case) =>
    askedOf(own).find(
      ({ method, path, status }) =>
        status >= 400 && method === WRITES[own.at].method && WRITES[own.at].path.test(path),
    );
  while (!all.every(refusedOf) && Date.now() < inAMinute(began)) await sleep(100);
  await sleep(ON_ITS_WAY_MS);
  // Other work of the same installations, which has to wait too.
  for (const { account } of all)
    github.deliver('installation', 'unsuspend', pulls.get(account)!.repository, {});
  // Asking the bot whether it is idle would keep the machine busy all this time.
  await sleep(Math.max(0, inAMinute(began) - Date.now()));
  await bot.idle();

  for (const own of all) {
    const { account, until } = own;
    expect(shownOf(pulls.get(account)!), account).toEqual(account === 'gives-up' ? GIVEN_UP : ONE_OF_EACH);
    const refused = refusedOf(own)!.at;
    const next = askedOf(own).find(({ at }) => at > refused + ON_ITS_WAY_MS);
    expect(next!.at, `${account}: the next request`).toBeGreaterThanOrEqual(until(refused));
  }
  const metrics = await (await fetch(`${bot.url}/metrics`)).text();
  expect(metrics).toContain(`github_limit_hits_total{kind="secondary"} ${cases.length}`);
  expect(metrics).toContain('github_limit_hits_total{kind="primary"} 1');
  github.assertNoViolations();
}, 300_000);
