import { describe, expect, it } from 'vitest';
import { reservedName } from '../../src/rules/reserved-name.js';
import { reviewSources } from '../support/review-sources.js';

const review = (code: string) =>
  reviewSources(
    {
      'src/a.ts': `import mixpanel from 'mixpanel-browser';\nimport Mixpanel from 'mixpanel';\nconst server = Mixpanel.init('t');\n${code}\n`,
    },
    { rules: [reservedName] },
  ).map((problem) => [problem.messageId, problem.property ?? problem.event]);

const long = 'a'.repeat(256);
const list = `[${Array.from({ length: 255 }, (_, index) => index).join(', ')}]`;

describe('reserved-name', () => {
  it.each([
    [`mixpanel.track('mp_task_created');`, [['reservedEvent', 'mp_task_created']]],
    [`mixpanel.track('$task_created');`, [['reservedEvent', '$task_created']]],
    [`mixpanel.track('A', { mp_plan: 'x' });`, [['reservedProperty', 'mp_plan']]],
    [`mixpanel.track('A', { $plan: 'x' });`, [['reservedProperty', '$plan']]],
    [`mixpanel.track('A', { bucket: 'x' });`, [['harmfulProperty', 'bucket']]],
    [`mixpanel.track('A', { $ignore: true });`, [['harmfulProperty', '$ignore']]],
    [`mixpanel.track('A', { token: 'x' });`, [['harmfulProperty', 'token']]],
    [`mixpanel.track('A', { $warehouse_id: 'x' });`, [['reservedProperty', '$warehouse_id']]],
    [`mixpanel.track('A', { $email: 'x' });`, [['reservedProperty', '$email']]],
    [`mixpanel.register({ $plan: 'x' });`, [['reservedProperty', '$plan']]],
    [`mixpanel.people.set({ $plan: 'x' });`, [['reservedProperty', '$plan']]],
    [`mixpanel.track('A', { note: '${long}' });`, [['longValue', 'note']]],
    [`mixpanel.track('A', { '${long}': 1 });`, [['longName', long]]],
    [`mixpanel.track('${long}');`, [['longName', long]]],
    [`mixpanel.track('A', { a: { b: { c: { d: { e: 1 } } } } });`, [['deepValue', 'a']]],
    [`mixpanel.track('A', { a: ${list} });`, [['longList', 'a']]],
    [
      `mixpanel.track('A', { ${Array.from({ length: 255 }, (_, index) => `p${index}: 1`).join(', ')} });`,
      [['tooMany', 'A']],
    ],
  ])('reports %s', (code, expected) => {
    expect(review(code)).toEqual(expected);
  });

  it.each([
    `mixpanel.track('Task Created', { plan: 'x', mpg: 30, price$: 1 });`,
    `mixpanel.track('$mp_web_page_view');`,
    `mixpanel.track('A', { $insert_id: 'a-1', $device_id: 'd', $user_id: 'u', time: 1, distinct_id: 'u', ip: 0 });`,
    `mixpanel.track('A', { $current_url: '/a', $city: 'x', mp_lib: 'web' });`,
    `server.track('A', { token: 'x', distinct_id: 'u', ip: '0' });`,
    `mixpanel.people.set({ $name: 'x', $email: 'x', $created: 'x', $avatar: 'x' });`,
    `server.people.set('u1', { $first_name: 'x', $ip: '0' });`,
    `mixpanel.people.set({ bucket: 'a' });`,
    `mixpanel.track('A', { a: { b: { c: 1 } } });`,
    `mixpanel.track('A', { note: '${'a'.repeat(255)}' });`,
    `mixpanel.track('Mp Started');`,
    `mixpanel.track('A', { buckets: 3, source: 'x', aliases: 1 });`,
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it('judges the plan', () => {
    const plan = {
      mp_started: { properties: { $plan: 'string', plan: 'string' } },
      'Task Created': { properties: { bucket: 'string' } },
    };
    const problems = reviewSources({ 'src/a.ts': '' }, { plan, rules: [reservedName] });
    expect(problems.map((problem) => problem.messageId).sort()).toEqual([
      'harmfulProperty',
      'reservedEvent',
      'reservedProperty',
    ]);
  });
});
