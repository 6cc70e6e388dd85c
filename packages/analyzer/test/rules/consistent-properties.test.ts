import { describe, expect, it } from 'vitest';
import { consistentProperties } from '../../src/rules/consistent-properties.js';
import { isNearSpelling, spelled } from '../../src/rules/facts/near-spelling.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const IMPORT = `import mixpanel from 'mixpanel-browser';\n`;
const file = (calls: readonly (readonly [string, string])[]): string =>
  IMPORT +
  `declare const a: any, n: number, s: string;\n` +
  calls.map(([event, properties]) => `mixpanel.track('${event}', { ${properties} });`).join('\n');
const review = (calls: readonly (readonly [string, string])[]) =>
  reviewSources({ 'src/a.ts': file(calls) }, { rules: [consistentProperties] }).map((problem) => [
    problem.messageId,
    problem.text,
  ]);

describe('consistent-properties', () => {
  it.each([
    [
      [
        ['A', 'user_id: a'],
        ['A', 'user_id: a'],
        ['A', 'userId: a'],
      ],
      [['spelling', 'userId: a']],
    ],
    [
      [
        ['A', 'task_type: a'],
        ['B', 'task_type: a'],
        ['C', 'Task Type: a'.replace('Task Type', `'Task Type'`)],
      ],
      [['spelling', `'Task Type': a`]],
    ],
    [
      [
        ['A', 'walletBalance: a'],
        ['B', 'walletBalance: a'],
        ['C', 'Walletbalace: a'],
      ],
      [['misspelling', 'Walletbalace: a']],
    ],
    [
      [
        ['A', 'externalUrl: a'],
        ['B', 'externalUrl: a'],
        ['A', 'externaUrl: a'],
      ],
      [['misspelling', 'externaUrl: a']],
    ],
    [
      [
        ['A', 'duration_ms: n'],
        ['A', 'duration: n'],
      ],
      [['unit', 'duration: n']],
    ],
    [
      [
        ['A', 'size: 1'],
        ['A', `size: '1'`],
      ],
      [['type', `size: '1'`]],
    ],
    [
      [
        ['A', 'size: 12'],
        ['A', 'size: `${n} px`'],
      ],
      [['type', 'size: `${n} px`']],
    ],
  ] as const)('reports in %j', (calls, expected) => {
    expect(review(calls)).toEqual(expected);
  });

  it.each([
    [
      [
        ['A', 'user_id: a'],
        ['B', 'user_id: a'],
      ],
    ],
    [
      [
        ['A', 'item1: a, item2: a'],
        ['A', 'items: a, item: a'],
      ],
    ],
    [
      [
        ['A', 'start_date: a'],
        ['B', 'start_data: a'],
      ],
    ],
    [
      [
        ['A', 'minimum: a, received: a, created_by: a, internal_links: a'],
        ['B', 'maximum: a, receiver: a, creator: a, external_links: a'],
      ],
    ],
    [
      [
        ['A', 'duration_ms: n'],
        ['B', 'duration: n'],
      ],
    ],
    [[['A', 'duration_ms: n, duration: n']]],
    [
      [
        ['A', 'size: 1'],
        ['B', `size: 'big'`],
      ],
    ],
    [
      [
        ['A', 'size: 1'],
        ['A', 'size: 12ull'],
      ],
    ],
    [
      [
        ['A', 'size: 1'],
        ['A', 'size: a.size'],
      ],
    ],
    [
      [
        ['A', '$insert_id: a'],
        ['A', 'insertId: a'],
      ],
    ],
  ] as const)('says nothing about %j', (calls) => {
    expect(review(calls)).toEqual([]);
  });

  it('reports what a wrapper adds once', () => {
    const code = `${IMPORT}const send = (name: string, more: object) => mixpanel.track(name, { appVersion: '1', ...more });\nsend('A', { n: 1 });\nsend('B', { n: 2 });\nmixpanel.track('C', { app_version: '1' });\nmixpanel.track('D', { app_version: '1' });\n`;
    const problems = reviewSources({ 'src/a.ts': code }, { rules: [consistentProperties] });
    expect(problems.map((problem) => problem.text)).toEqual([`appVersion: '1'`]);
  });

  it('keeps the spelling of the plan, else of most names', () => {
    const code = file([
      ['A', 'aaId: a, planType: a'],
      ['B', 'aa_id: a, team_size: a, task_type: a, due_date: a, is_new: a, project_id: a'],
    ]);
    const texts = (plan?: object) =>
      reviewSources({ 'src/a.ts': code }, { rules: [consistentProperties], ...(plan ? { plan } : {}) }).map(
        (problem) => problem.text,
      );
    expect(texts()).toEqual(['aaId: a']);
    expect(texts({ A: { properties: { aaId: 'string' } } })).toEqual(['aa_id: a']);
  });

  it('keeps the value when it renames a shorthand', () => {
    const code = `${IMPORT}export function f() { const userId = location.hash; mixpanel.track('A', { userId }); }\nmixpanel.track('B', { user_id: 1 });\nmixpanel.track('C', { user_id: 1 });\n`;
    const [problem] = reviewSources({ 'src/a.ts': code }, { rules: [consistentProperties] });
    expect(applyEdit(code, problem!.edits![0]!)).toContain(`{ user_id: userId }`);
  });
});

describe('near spellings', () => {
  it.each([
    ['Walletbalace', 'WalletBalance', true],
    ['recieved_count', 'received_count', true],
    ['externaUrl', 'externalUrl', true],
    ['subscription_plan', 'subcription_plan', true],
    ['accountType', 'accuontType', true],
    ['items', 'item', false],
    ['step1', 'step2', false],
    ['fromAmount', 'toAmount', false],
    ['minAmount', 'maxAmount', false],
    ['increase', 'decrease', false],
    ['startDate', 'startData', false],
    ['created', 'creates', false],
    ['buyer_id', 'buyer_ip', false],
    ['price', 'prize', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isNearSpelling(spelled(a), spelled(b))).toBe(expected);
    expect(isNearSpelling(spelled(b), spelled(a))).toBe(expected);
  });
});
