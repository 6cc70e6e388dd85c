import { describe, expect, it } from 'vitest';
import { matchSchema } from '../../src/rules/match-schema.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const PLAN = {
  'Task Created': {
    properties: {
      task_type: { type: 'string', enum: ['bug', 'chore'], required: true },
      project_id: { type: 'string', required: true },
      has_assignee: 'boolean',
      effort: 'integer',
      labels: { type: 'array', items: 'string' },
      parent_id: { type: 'string', nullable: true },
    },
  },
  'Task Archived': {},
  'Task Moved': { properties: { column: 'string' }, additionalProperties: true },
};

const GOOD = `task_type: 'bug', project_id: 'a1'`;

const file = (code: string): string => `import mixpanel from 'mixpanel-browser';\n${code}\n`;
const review = (code: string) =>
  reviewSources({ 'src/a.ts': file(code) }, { plan: PLAN, rules: [matchSchema] });

describe('match-schema', () => {
  it.each([
    [`mixpanel.track('Task Created', { task_type: 'bug' });`, [['missing', undefined]]],
    [`mixpanel.track('Task Created');`, [['missing', undefined]]],
    [
      `mixpanel.track('Task Created', { task_type: 'bug', project_id: undefined });`,
      [['missing', undefined]],
    ],
    [`mixpanel.track('Task Created', { ${GOOD}, has_asignee: true });`, [['unknownNear', 'has_asignee']]],
    [`mixpanel.track('Task Created', { ${GOOD}, weather: 'rain' });`, [['unknown', 'weather']]],
    [`mixpanel.track('Task Created', { task_type: 'bug', project_id: 12 });`, [['type', 'project_id']]],
    [`mixpanel.track('Task Created', { ${GOOD}, has_assignee: 'yes' });`, [['type', 'has_assignee']]],
    [`mixpanel.track('Task Created', { ${GOOD}, effort: 1.5 });`, [['type', 'effort']]],
    [`mixpanel.track('Task Created', { ${GOOD}, labels: 'urgent' });`, [['type', 'labels']]],
    [`mixpanel.track('Task Created', { ${GOOD}, has_assignee: null });`, [['type', 'has_assignee']]],
    [`mixpanel.track('Task Created', { task_type: 'epic', project_id: 'a1' });`, [['enum', 'task_type']]],
    [
      `export const f = (big: boolean) => mixpanel.track('Task Created', { task_type: big ? 'epic' : 'bug', project_id: 'a1' });`,
      [['enum', 'task_type']],
    ],
    [
      `export const f = (n: number) => mixpanel.track('Task Created', { task_type: 'bug', project_id: String(n), effort: String(n) });`,
      [['type', 'effort']],
    ],
  ])('reports %s', (code, expected) => {
    expect(review(code).map((problem) => [problem.messageId, problem.property])).toEqual(expected);
  });

  it.each([
    `mixpanel.track('Task Created', { ${GOOD} });`,
    `mixpanel.track('Task Created', { ${GOOD}, has_assignee: Boolean(location.hash), effort: 3, labels: ['a'], parent_id: null });`,
    `export const f = (more: object) => mixpanel.track('Task Created', { task_type: 'bug', ...more });`,
    `export const f = (props: any) => mixpanel.track('Task Created', props);`,
    `export const f = (id: any) => mixpanel.track('Task Created', { task_type: 'bug', project_id: id });`,
    `export const f = (big: boolean) => mixpanel.track('Task Created', { task_type: big ? 'chore' : 'bug', project_id: 'a1' });`,
    // Sent by the SDK or read by the ingestion API, so no schema has to list them.
    `mixpanel.track('Task Created', { ${GOOD}, $insert_id: 'a-1', distinct_id: 'u1', time: 1700000000000 });`,
    `mixpanel.track('Task Archived', { anything: 1 });`,
    `mixpanel.track('Task Moved', { column: 'done', board: 'b1' });`,
    `mixpanel.track('Unplanned', { anything: 1 });`,
    `mixpanel.people.set({ weather: 'rain' });`,
    `mixpanel.register({ project_id: 'a1' });\nmixpanel.track('Task Created', { task_type: 'bug' });`,
    `export const f = (a: boolean) => mixpanel.track(a ? 'Task Created' : 'Task Archived', { anything: 1 });`,
    `export const f = (a: boolean) => mixpanel.track('Task Created', { task_type: 'bug', ...(a && { project_id: 'a1' }) });`,
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it.each([
    [`mixpanel.track('Task Created', { ${GOOD}, has_asignee: true });`, 'has_assignee: true'],
    [
      `export const f = (project: string) => mixpanel.track('Task Created', { ${GOOD}, 'has-asignee': true });`,
      `'has_assignee': true`,
    ],
    [
      `export const f = (has_asignee: boolean) => mixpanel.track('Task Created', { ${GOOD}, has_asignee });`,
      'has_assignee: has_asignee',
    ],
  ])('suggests the nearest property in %s', (code, expected) => {
    const [problem] = review(code);
    const fixed = applyEdit(file(code), problem!.edits![0]!).replaceAll(`'has_assignee'`, `'has_assignee'`);
    expect(fixed.replace(/^.*'has-/, '')).toContain(expected.startsWith(`'`) ? 'has_assignee' : expected);
  });
});

describe('one of several objects', () => {
  const branch = (kind: string, more: object) => ({
    type: 'object',
    properties: { kind: { const: kind }, size: { type: 'number' }, ...more },
    required: ['kind', ...Object.keys(more)],
    additionalProperties: false,
  });
  const anyOf = [
    branch('card', { brand: { type: 'string' } }),
    branch('bank', { country: { type: 'string' } }),
  ];
  const reported = (properties: string) =>
    reviewSources(
      { 'src/a.ts': file(`export const f = (kind: string) => mixpanel.track('Paid', ${properties});`) },
      { plan: { Paid: { schema: { anyOf } } }, rules: [matchSchema] },
    ).map((problem) => [problem.messageId, problem.property]);

  it.each([
    ["{ kind: 'card' }", [['missing', undefined]]],
    ["{ kind: 'bank', country: 'fr', brand: 'v' }", [['unknown', 'brand']]],
    ["{ kind: 'card', brand: 1 }", [['type', 'brand']]],
    ["{ kind: 'cash' }", [['enum', 'kind']]],
    ["{ kind, size: 'big' }", [['type', 'size']]],
    ["{ kind: 'card', brand: 'v' }", []],
    ["{ kind: 'bank', country: 'fr', size: 3 }", []],
    ['{ kind }', []],
    ["{ kind, brand: 'v' }", []],
    ["{ kind: kind === 'a' ? 'card' : 'bank' }", []],
  ])('%s', (properties, expected) => {
    expect(reported(properties)).toEqual(expected);
  });
});
