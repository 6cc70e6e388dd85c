import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { analyze } from '../../src/link/analyze.js';
import { memorySource } from '../../src/source/index.js';

const callsOf = (text: string) =>
  analyze(memorySource({ 'a.ts': text }), { config: defaultConfig, useTypes: false }).project.calls;

const DEPTH = 1_000;
const LIMIT_MS = 10_000;

/** `step(1)` … `step(1000)`, one a line. */
const steps = (step: (now: number, before: number) => string): string =>
  Array.from({ length: DEPTH }, (_, i) => step(i + 1, i)).join('\n');

/** Values that grow twofold with every line, if nothing bounds them. */
const CASES: readonly (readonly [string, string])[] = [
  ['spread twice', `const v0 = { a: 1 };\n${steps((i, j) => `const v${i} = { ...v${j}, ...v${j} };`)}`],
  [
    'spread twice, once on a condition',
    `const v0 = { a: 1 };\n${steps((i, j) => `const v${i} = { x${i}: 1, ...v${j}, ...(c ? v${j} : {}) };`)}`,
  ],
  [
    'unknown and spread twice',
    `const v0 = { ...load() };\n${steps((i, j) => `const v${i} = { ...v${j}, ...v${j} };`)}`,
  ],
  ['held twice', `const v0 = { a: 1 };\n${steps((i, j) => `const v${i} = { l: v${j}, r: v${j} };`)}`],
  ['written twice', `const v0 = 'a';\n${steps((i, j) => `const v${i} = \`\${v${j}}\${v${j}}\`;`)}`],
  ['chosen twice', `const v0 = 'a';\n${steps((i, j) => `const v${i} = c ? v${j} + 'x' : v${j} + 'y';`)}`],
  ['called twice', `const v0 = (p) => p;\n${steps((i, j) => `const v${i} = (p) => f(v${j}(p), v${j}(p));`)}`],
];

describe('values that grow twofold', () => {
  it.each(CASES)('%s', { timeout: 2 * LIMIT_MS }, (_, code) => {
    const text = `import mixpanel from 'mixpanel-browser';\n${code}\nmixpanel.track('Done', v${DEPTH});\nmixpanel.track('Held', { all: v${DEPTH} });\nmixpanel.track(v${DEPTH});\n`;
    const start = performance.now();
    const calls = callsOf(text);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    // Where the name is an object, the last one is no call.
    expect(calls.map(({ event }) => event?.name)).toEqual(expect.arrayContaining(['Done', 'Held']));
  });
});

it('many entries keep what is sent last', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => `p${i}: 'first'`).join(', ');
  const text = `import mixpanel from 'mixpanel-browser';
const a = { ${twenty} };
const b = { ...a, ...a, ...(c ? a : {}), ...a, p3: 'last' };
mixpanel.track('Done', b);
`;
  const [call] = callsOf(text);
  expect(call?.properties?.map(({ name }) => name).sort()).toEqual(
    Array.from({ length: 20 }, (_, i) => `p${i}`).sort(),
  );
  expect(call?.properties?.find(({ name }) => name === 'p3')?.value).toMatchObject({ value: 'last' });
});

it('many calls in the file of their wrapper take time in proportion', { timeout: 60_000 }, () => {
  const timeOf = (count: number): number => {
    const calls = Array.from({ length: count }, (_, i) => `send('Event ${i}', { step: ${i} });`).join('\n');
    const start = performance.now();
    expect(
      callsOf(
        `import mixpanel from 'mixpanel-browser';\nfunction send(n, p) { mixpanel.track(n, p); }\n${calls}`,
      ),
    ).toHaveLength(count);
    return performance.now() - start;
  };
  timeOf(500);
  // Ten times as many; a hundred times as long would be quadratic.
  expect(timeOf(15_000) / timeOf(1_500)).toBeLessThan(40);
});
