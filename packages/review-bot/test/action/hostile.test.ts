import { expect, it } from 'vitest';
import { SARIF_FILE, stage } from './action-process.js';
import { sarifProblems } from './sarif-problems.js';

const NAMES = [
  '::set-output name=conclusion::success',
  'x\n::error::injected',
  'x\r\n::stop-commands::token',
  '##[error]injected',
  '%0A::warning::injected,file=a',
  '<!-- tracklint:report:: -->',
  '@everyone ![](https://evil.example/x.png) `code` | cell',
  'conclusion=success\np0=0',
  '\u202Eesrever\u0007\u001B[31m',
];
const PATHS = [
  'src/::error::x.ts',
  'src/a,title=b:c.ts',
  'src/##[error]y.ts',
  'src/%0A::error::z.ts',
  'src/new\n::error::line.ts',
];
const MAIL = 'ada.lovelace@private.example';

const code = (name: string): string =>
  [
    "import mixpanel from 'mixpanel-browser';",
    `export const send = (user: { email: string }) => mixpanel.track(${JSON.stringify(name)}, { email: user.email });`,
    `export const literal = () => mixpanel.track(${JSON.stringify(`${name} ${MAIL}`)}, { note: '${MAIL}' });`,
    '',
  ].join('\n');

it('prints nothing of the reviewed code but within annotations, and no personal value at all', async () => {
  const { github, repository, review } = await stage();
  const files = Object.fromEntries([
    ...NAMES.map((name, index) => [`src/name-${index}.ts`, code(name)] as const),
    ...PATHS.map((path, index) => [path, code(`Event ${index}`)] as const),
  ]);
  repository.commit('feature', { files });
  const pull = repository.openPullRequest({ head: 'feature', title: '::error::title' });
  const run = await review(pull, { env: SARIF_FILE });
  expect(run.code).toBe(1);
  expect(Object.keys(run.outputs)).toEqual(['conclusion', 'p0', 'p1', 'p2', 'findings']);
  expect(run.outputs['conclusion']).toBe('failure');
  const annotations = run.lines.filter((line) => line.startsWith('::'));
  for (const line of annotations) {
    // A command, its parameters without `:` and with `,` between them only, and a message on one line.
    expect(line).toMatch(
      /^::(?:error|warning|notice) (?:(?:file|line|endLine|col|endColumn|title)=[^,:\r\n]*,?)+::[^\r\n]*$/,
    );
  }
  const others = run.lines.filter((line) => !line.startsWith('::'));
  expect(others).toEqual([
    expect.stringMatching(/^\d+ more findings are not annotated, /),
    expect.stringMatching(/^P0: \d+ · P1: \d+ · P2: \d+ · P3: \d+; \d+ findings hold up the merge\.$/),
  ]);
  const [comment] = pull.comments();
  const { problems, results } = sarifProblems(run.sarif ?? '');
  expect(problems).toBeNull();
  expect(
    new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).size,
  ).toBe(NAMES.length + PATHS.length);
  for (const text of [run.lines.join('\n'), run.summary, run.sarif, comment?.body])
    expect(text).not.toContain(MAIL);
  for (const text of [run.summary, comment?.body ?? '']) {
    // Markdown shows code between backticks as it is; outside of it nothing may be left that does something.
    const outside = text
      .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
      .replace(/<!-- tracklint:report::[0-9a-f]{32} -->$/, '');
    expect(outside).not.toMatch(/<!--|!\[\]|@everyone(?!\W)|^::/m);
  }
  github.assertNoViolations();
});
