import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { FakePullRequest, FaultKind } from '../../../../test-fixtures/github-server/index.js';
import { openWithFinding, stage } from './bot-process.js';

/**
 * What can go wrong between a webhook and what follows from it, one by one: the same pull request is reviewed once more
 * for each row, and at the end GitHub has to show what it would show without the fault. The table is written to the docs.
 */

const DOCS = new URL('../../../../docs/review-bot-faults.md', import.meta.url);

/** The requests of a review that can fail, by the words of the table. */
const REQUESTS: readonly (readonly [what: string, method: string, path: RegExp])[] = [
  ['read the pull request', 'GET', /\/pulls\/\d+$/],
  ['list check runs', 'GET', /\/commits\/\w+\/check-runs$/],
  ['create the check run', 'POST', /\/check-runs$/],
  ['read the base branch', 'GET', /\/git\/ref\//],
  ['find the merge base', 'GET', /\/compare\//],
  ['list a tree', 'GET', /\/git\/trees\//],
  ['read a blob', 'GET', /\/git\/blobs\//],
  ['list comments', 'GET', /\/issues\/\d+\/comments$/],
  ['conclude the check run', 'PATCH', /\/check-runs\/\d+$/],
  ['post the report', 'POST', /\/issues\/\d+\/comments$/],
  ['list changed files', 'GET', /\/pulls\/\d+\/files$/],
  ['post comments on lines', 'POST', /\/pulls\/\d+\/reviews$/],
];

const FAULTS: readonly (readonly [what: string, kind: FaultKind, writesOnly: boolean])[] = [
  ['connection dropped before', 'drop-before', false],
  ['connection dropped after', 'drop-after', true],
  ['502 before', 'bad-gateway-before', false],
  ['502 after', 'bad-gateway-after', true],
  ['403 secondary limit, Retry-After', { status: 403, retryAfter: 1 }, false],
  ['429, Retry-After', { status: 429, retryAfter: 1 }, true],
  ['expired token', 'expired-token', false],
  ['slow body', { slowBody: 700 }, true],
];

const rows = new Map<string, Map<string, string>>();

function note(request: string, fault: string, outcome: string): void {
  const row = rows.get(request) ?? new Map<string, string>();
  rows.set(request, row.set(fault, outcome));
}

/** What is not as it has to be, in a few words; empty if all is well. */
function wrongs(pull: FakePullRequest): readonly string[] {
  const runs = pull.repository.checkRuns(pull.headSha);
  const [run] = runs;
  return [
    ...(runs.length === 1 ? [] : [`${runs.length} check runs`]),
    ...(run?.status === 'completed' && run.conclusion === 'failure'
      ? []
      : [`check ${run?.status} ${run?.conclusion}`]),
    ...(run?.annotations.length === 1 ? [] : [`${run?.annotations.length} annotations`]),
    ...(pull.comments().length === 1 ? [] : [`${pull.comments().length} reports`]),
    ...(pull.reviewComments().length === 1 ? [] : [`${pull.reviewComments().length} comments on lines`]),
  ];
}

interface Case {
  readonly request: string;
  readonly fault: string;
  readonly pull: FakePullRequest;
}

it('a fault at each request of a review leaves one check run, one report and one comment per finding', async () => {
  // All cases at once, each in a repository of its own; the server's limit is not what is tested here.
  const { github, bot } = await stage({ CONCURRENCY: '6' }, { contentPerMinute: 10_000 });
  const cases: Case[] = [];
  for (const [request, method, path] of REQUESTS) {
    for (const [fault, kind, writesOnly] of FAULTS) {
      if (writesOnly && method === 'GET') continue;
      const name = `case-${cases.length}`;
      github.faults.add({ method, path: new RegExp(`^/repos/acme/${name}${path.source}`), kind });
      cases.push({ request, fault, pull: openWithFinding(github, name) });
      // Making repositories keeps this process busy, and what it sends meanwhile would run into its time limit.
      await github.webhooks.idle();
    }
  }
  await bot.idle();
  expect(github.webhooks.deliveries.map(({ statusCode }) => statusCode)).toEqual(cases.map(() => 202));
  expect(github.faults.happened).toBe(cases.length);
  for (const { request, fault, pull } of cases) note(request, fault, wrongs(pull).join(', ') || 'as without');
  const wrong = cases.flatMap(({ request, fault, pull }) =>
    wrongs(pull).map((what) => `${request}, ${fault}: ${what}`),
  );
  expect(wrong).toEqual([]);
  github.assertNoViolations();
}, 600_000);

afterAll(() => {
  const names = FAULTS.map(([name]) => name);
  const table = [
    `| request | ${names.join(' | ')} |`,
    `| --- | ${names.map(() => '---').join(' | ')} |`,
    ...[...rows].map(
      ([request, row]) => `| ${request} | ${names.map((name) => row.get(name) ?? '').join(' | ')} |`,
    ),
  ].join('\n');
  console.log(table);
  if (process.env['UPDATE_DOCS'] === '1') {
    const text = readFileSync(DOCS, 'utf8');
    writeFileSync(
      DOCS,
      text.replace(/(<!-- faults:start -->\n)[\s\S]*?(<!-- faults:end -->)/, `$1\n${table}\n\n$2`),
    );
  }
});
