import { describe, expect, it } from 'vitest';
import { noDirectSdk } from '../../src/rules/no-direct-sdk.js';
import { reviewSources } from '../support/review-sources.js';

const MODULE = `import mixpanel from 'mixpanel-browser';
mixpanel.init('t');
export const send = (name: string) => mixpanel.track(name);
`;
const review = (code: string, analyticsModule: string | null = 'src/analytics.ts') =>
  reviewSources(
    { 'src/analytics.ts': MODULE, 'src/a.ts': code },
    { config: { analyticsModule }, rules: [noDirectSdk] },
  ).map((problem) => [problem.at.file, problem.text]);

const DIRECT = `import mixpanel from 'mixpanel-browser';\nmixpanel.track('A');\n`;

describe('no-direct-sdk', () => {
  it.each([
    [DIRECT, 'src/analytics.ts', [['src/a.ts', `mixpanel.track('A')`]]],
    [DIRECT, 'src/analytics', [['src/a.ts', `mixpanel.track('A')`]]],
    [DIRECT, './src/analytics/', [['src/a.ts', `mixpanel.track('A')`]]],
    [
      `import mixpanel from 'mixpanel-browser';\nmixpanel.init('t');\n`,
      'src/analytics.ts',
      [['src/a.ts', `mixpanel.init('t')`]],
    ],
    // Once, at the SDK call of the second wrapper.
    [
      `import mixpanel from 'mixpanel-browser';\nconst own = (name: string) => mixpanel.track(name);\nown('A');\nown('B');\n`,
      'src/analytics.ts',
      [['src/a.ts', 'mixpanel.track(name)']],
    ],
  ])('reports %s outside %s', (code, module, expected) => {
    expect(review(code, module)).toEqual(expected);
  });

  it.each([
    [`import { send } from './analytics';\nsend('A');\n`, 'src/analytics.ts'],
    [`import { send } from './analytics';\nsend('A');\n`, 'src/anal*.ts'],
    [DIRECT, 'src'],
    [DIRECT, 'src/{a,analytics}.ts'],
    [DIRECT, null],
  ])('says nothing about %s with %s', (code, module) => {
    expect(review(code, module)).toEqual([]);
  });
});
