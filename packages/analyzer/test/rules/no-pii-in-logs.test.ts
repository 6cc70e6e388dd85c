import { describe, expect, it } from 'vitest';
import { noPiiInLogs } from '../../src/rules/no-pii-in-logs.js';
import { reviewSources } from '../support/review-sources.js';

const program = (log: string, tracking = "mixpanel.track('Invited', { role: user.role });"): string => `
import mixpanel from 'mixpanel-browser';
import { logger, log, store } from 'library';
export async function handler({ body, email, event, organization, task, user, values }) {
  try {
    ${tracking}
    ${log}
  } catch (error) {
    console.error(error);
  }
}
`;

const review = (source: string, config?: object) =>
  reviewSources({ 'src/a.ts': source }, { rules: [noPiiInLogs], ...(config ? { config } : {}) }).map(
    (problem) => [problem.severity, problem.messageId, problem.text] as const,
  );

describe('no-pii-in-logs', () => {
  it.each([
    ['console.log(user.email);', 'personal', 'user.email'],
    ["console.log('invited', email);", 'personal', 'email'],
    ['console.info(`invited ${user.email}`);', 'personal', '`invited ${user.email}`'],
    ['logger.info({ email: user.email });', 'personal', '{ email: user.email }'],
    ["logger.error('failed', { user });", 'personal', '{ user }'],
    ['console.debug(user);', 'personal', 'user'],
    ['log.warn(JSON.stringify(user));', 'personal', 'JSON.stringify(user)'],
    ["console.log('jane@example.com');", 'personal', "'jane@example.com'"],
    ['console.log(organization.name);', 'neverLog', 'organization.name'],
    [
      'logger.info({ organization_name: organization.title });',
      'neverLog',
      '{ organization_name: organization.title }',
    ],
  ])('reports %s', (log, messageId, text) => {
    expect(review(program(log))).toEqual([['P0', messageId, text]]);
  });

  it.each([
    'console.log(user.id);',
    "console.log('invited', { userId: user.id });",
    'console.log(Boolean(user.email));',
    'console.log(task.name);',
    'console.log(user.role);',
    "console.log('email sent');",
    'console.error(new Error("failed"));',
    'console.log(organization.id);',
    'store.save(user.email);',
    'console.time(email);',
    'logger.info({ hasEmail: user.email != null });',
  ])('says nothing about %s', (log) => {
    expect(review(program(log))).toEqual([]);
  });

  it('looks into the catch and the functions around, not into other functions', () => {
    const source = `
import mixpanel from 'mixpanel-browser';
export function Page({ user }) {
  const onOther = () => { console.log(user.email); };
  const onInvite = () => {
    try { [1].forEach(() => mixpanel.track('Invited', { n: 1 })); } catch (error) { console.error('failed for', user.phone, error); }
  };
  return { onInvite, onOther };
}
export function unrelated(user) { console.log(user.email); }
`;
    expect(review(source).map(([, , text]) => text)).toEqual(['user.phone']);
  });

  it('reports the payload of a wrapper and of a profile', () => {
    const wrapper = `import mixpanel from 'mixpanel-browser';\nimport { more } from 'library';\nexport function track(event: string, properties: object) { console.log(event, properties); mixpanel.track(event, { ...properties }); }\nexport const run = () => track('A', more);\n`;
    expect(review(wrapper)).toEqual([['P1', 'payload', 'properties']]);
    const profile = program('console.log(values);', 'mixpanel.people.set({ ...values, n: 1 });');
    expect(review(profile)).toEqual([['P0', 'payload', 'values']]);
  });

  it('takes never-logged names from the configuration', () => {
    expect(review(program('console.log(task.title);'), { pii: { neverLog: ['task_title'] } })).toEqual([
      ['P0', 'neverLog', 'task.title'],
    ]);
    expect(review(program('console.log(organization.name);'), { pii: { neverLog: [] } })).toEqual([]);
  });
});
