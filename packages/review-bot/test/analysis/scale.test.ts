import { expect, it } from 'vitest';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { change } from './states.js';
import type { Files } from './states.js';

const LIMITS = { timeoutMs: 120_000, memoryMegabytes: 2_000 };
const BASE: Files = {
  'src/analytics.ts': `import mixpanel from 'mixpanel-browser';
export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`,
  'package.json': '{"dependencies":{"mixpanel-browser":"2"}}',
};

const source = (index: number, isBad: boolean): string =>
  [
    "import { trackEvent } from '../analytics';",
    `export function run${index}(user: { email: string; plan: string }) {`,
    `  trackEvent('Step ${index} Done', { ${isBad ? 'email: user.email' : 'plan: user.plan'} });`,
    '}',
    ...Array.from({ length: 30 }, (_, line) => `export const value${line} = ${line};`),
    '',
  ].join('\n');

/** GitHub lists 3,000 files of a pull request and shows 20,000 lines of a change. */
it('finds all of 2,500 findings in 3,001 changed files with 100,000 changed lines', async () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 3_001; index += 1)
    files[`src/steps/step-${index}.ts`] = source(index, index >= 501);
  const lines = Object.values(files).reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  expect(lines).toBeGreaterThan(100_000);
  const input = await change(BASE, files);
  const before = performance.now();
  const { findings, stats } = await runAnalysis(input, LIMITS);
  console.log(
    `${Math.round(performance.now() - before)} ms for ${stats.files} files, ${lines} changed lines`,
  );
  expect(findings.every(({ rule, isOnChangedLine }) => rule === 'no-pii' && isOnChangedLine)).toBe(true);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2_500);
  const expected = Array.from({ length: 2_500 }, (_, index) => `src/steps/step-${index + 501}.ts`);
  expect(findings.map(({ file }) => file).sort()).toEqual(expected.sort());
});

it('finds all of 2,500 findings in one file, and what a changed wrapper causes in 1,000 files that were not touched', async () => {
  const calls = Array.from(
    { length: 2_500 },
    (_, index) => `  trackEvent('Step ${index} Done', { email: user.email });`,
  );
  const one = [
    "import { trackEvent } from './analytics';",
    'export function run(user: { email: string }) {',
    ...calls,
    '}',
    '',
  ];
  const same = await runAnalysis(await change(BASE, { 'src/one.ts': one.join('\n') }), LIMITS);
  expect(same.findings.map(({ line }) => line)).toEqual(calls.map((_, index) => index + 3));

  const silent = {
    'src/analytics.ts': 'export function trackEvent(name: string, properties: Record<string, unknown>) {}\n',
  };
  const files = Object.fromEntries(
    calls.slice(0, 1_000).map((_, index) => [`src/steps/s${index}.ts`, source(index, true)]),
  );
  const caused = await runAnalysis(
    await change({ ...BASE, ...files, ...silent }, { 'src/analytics.ts': BASE['src/analytics.ts'] ?? '' }),
    LIMITS,
  );
  expect(caused.findings).toHaveLength(1_000);
  expect(caused.findings.every(({ cause }) => cause?.file === 'src/analytics.ts')).toBe(true);
});
