import { describe, expect, it } from 'vitest';
import { cronContext } from '../../src/rules/cron-context.js';
import { reviewSources } from '../support/review-sources.js';

const review = (properties: string) =>
  reviewSources(
    {
      'src/a.ts': `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('t');\nexport function f(more: object, isCron: boolean, ranAt: Date) {\n  mixpanel.track('Reminder Sent', { distinct_id: 'u1', ${properties} });\n}\n`,
    },
    { rules: [cronContext] },
  ).map((problem) => [problem.messageId, problem.text]);

describe('cron-context', () => {
  it.each([
    ['is_cron_job: true', [['missing', 'is_cron_job: true']]],
    ['isCronJob: true, n: 1', [['missing', 'isCronJob: true']]],
    [
      'is_cron_job: true, cron_execution_timestamp: "2026-01-01"',
      [['notMilliseconds', 'cron_execution_timestamp: "2026-01-01"']],
    ],
    [
      'is_cron_job: true, cron_execution_timestamp: 1700000000',
      [['notMilliseconds', 'cron_execution_timestamp: 1700000000']],
    ],
    [
      'is_cron_job: true, cron_execution_timestamp: ranAt',
      [['notMilliseconds', 'cron_execution_timestamp: ranAt']],
    ],
  ])('reports { %s }', (properties, expected) => {
    expect(review(properties)).toEqual(expected);
  });

  it.each([
    'is_cron_job: true, cron_execution_timestamp: Date.now()',
    'is_cron_job: true, cron_execution_timestamp: 1700000000000',
    'isCronJob: true, cronExecutionTimestamp: ranAt.getTime()',
    'is_cron_job: false',
    'is_cron_job: isCron',
    'is_cron_job: true, ...more',
    'cron_execution_timestamp: Date.now()',
    'is_cron: true',
  ])('says nothing about { %s }', (properties) => {
    expect(review(properties)).toEqual([]);
  });

  it.each([
    [{ is_cron_job: 'boolean' }, ['schemaMissing']],
    [{ is_cron_job: 'boolean', cron_execution_timestamp: 'string' }, ['schemaType']],
    [{ is_cron_job: 'boolean', cron_execution_timestamp: 'integer' }, []],
    [{ cron_execution_timestamp: 'number' }, []],
  ])('judges the schema %j', (properties, expected) => {
    const plan = { 'Reminder Sent': { properties } };
    expect(
      reviewSources({ 'src/a.ts': '' }, { plan, rules: [cronContext] }).map((problem) => problem.messageId),
    ).toEqual(expected);
  });
});
