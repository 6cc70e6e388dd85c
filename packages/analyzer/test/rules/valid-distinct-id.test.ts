import { describe, expect, it } from 'vitest';
import { validDistinctId } from '../../src/rules/valid-distinct-id.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const server = (body: string): string =>
  `import Mixpanel from 'mixpanel';\nimport { deviceId, md5, more, org, store, task, team, user, wallet, workspaceId } from 'library';\nconst mixpanel = Mixpanel.init('token');\nexport function handler() {\n  ${body}\n}\n`;
const browser = (body: string): string =>
  `import mixpanel from 'mixpanel-browser';\nimport { deviceId, md5, more, org, store, task, team, user, wallet, workspaceId } from 'library';\nexport function handler() {\n  ${body}\n}\n`;

const review = (source: string, config?: object) =>
  reviewSources({ 'src/a.ts': source }, { rules: [validDistinctId], ...(config ? { config } : {}) }).map(
    (problem) => [problem.severity, problem.messageId] as const,
  );

describe('valid-distinct-id: the identified user', () => {
  it.each([
    ['user.email', 'P0', 'personal'],
    ['user.phoneNumber', 'P0', 'personal'],
    ['user.fullName', 'P0', 'personal'],
    ['user.email || user.id', 'P0', 'personal'],
    ["'jane@example.com'", 'P0', 'personal'],
    ['`user:${user.email}`', 'P0', 'personal'],
    ['user.username', 'P1', 'personal'],
    ['wallet.address', 'P1', 'personal'],
    ['md5(user.email)', 'P1', 'derived'],
    ['org.id', 'P1', 'organization'],
    ['workspaceId', 'P1', 'organization'],
    ['team.uuid', 'P1', 'organization'],
    ['task.id', 'P1', 'entity'],
    ["'system'", 'P1', 'constant'],
    ["'anonymous'", 'P1', 'refused'],
    ["'Undefined'", 'P1', 'refused'],
    ["''", 'P1', 'empty'],
    ['undefined', 'P1', 'empty'],
    ["user?.id ?? ''", 'P1', 'emptyFallback'],
    ["user.id || 'unknown'", 'P1', 'refused'],
    ['user ? user.id : undefined', 'P1', 'emptyFallback'],
    ['`team_${team.id}`', 'P1', 'prefix'],
    ['`cron-${task.id}`', 'P1', 'prefix'],
  ])('reports identify(%s)', (id, severity, messageId) => {
    expect(review(browser(`mixpanel.identify(${id});`))).toContainEqual([severity, messageId]);
  });

  it.each([
    'user.id',
    'user?.id',
    'user.uuid',
    'String(user.id)',
    'store.userId',
    'store.getState().session.userId',
    'deviceId',
    '`org_${org.id}`',
    '`slack_${user.slackId}`',
    '`apikey_${store.apiKeyId}`',
    '`webhook_${store.webhookId}`',
    '`$device:${deviceId}`',
    '`${user.id}`',
    'store.hmac(user.email)',
    'user.profile.id',
    'store.customer.id',
  ])('says nothing about identify(%s)', (id) => {
    expect(review(browser(`mixpanel.identify(${id});`))).toEqual([]);
  });

  it('takes prefixes from the configuration', () => {
    const source = browser('mixpanel.identify(`team_${team.id}`);');
    expect(review(source, { distinctId: { prefixes: ['team_'] } })).toEqual([]);
  });
});

describe('valid-distinct-id: the server', () => {
  it.each([
    ["mixpanel.track('Report Sent', { kind: 'weekly' });", 'absent'],
    ["mixpanel.track('Report Sent');", 'absent'],
    ["mixpanel.track('Report Sent', { distinct_id: user.email });", 'personal'],
    ["mixpanel.track('Report Sent', { distinct_id: org.id });", 'organization'],
    ["mixpanel.people.set(user.email, { plan: 'pro' });", 'personal'],
    ["mixpanel.import('Report Sent', 1700000000, { kind: 'weekly' });", 'absent'],
  ])('reports %s', (body, messageId) => {
    expect(review(server(body)).map(([, id]) => id)).toEqual([messageId]);
  });

  it.each([
    "mixpanel.track('Report Sent', { distinct_id: user.id });",
    "mixpanel.track('Report Sent', { $user_id: user.id });",
    "mixpanel.track('Report Sent', { $device_id: deviceId });",
    "mixpanel.track('Report Sent', { ...more });",
    "mixpanel.track('Report Sent', more);",
    "mixpanel.people.set(user.id, { plan: 'pro' });",
  ])('says nothing about %s', (body) => {
    expect(review(server(body))).toEqual([]);
  });

  it('says nothing about a browser event without an id', () => {
    expect(review(browser("mixpanel.track('Report Sent', { kind: 'weekly' });"))).toEqual([]);
  });

  it('reports a wrapper that never passes an id once, where it calls the SDK', () => {
    const files = {
      'src/analytics.ts': `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('token');\nexport function track(event: string, kind: string) { mixpanel.track(event, { kind }); }\n`,
      'src/a.ts': `import { track } from './analytics';\nexport const a = () => track('A', 'x');\nexport const b = () => track('B', 'y');\n`,
    };
    const problems = reviewSources(files, { rules: [validDistinctId] });
    expect(problems.map((problem) => [problem.messageId, problem.at.file])).toEqual([
      ['absent', 'src/analytics.ts'],
    ]);
  });
});

describe('valid-distinct-id: order and consistency', () => {
  it('reports alias after identify in one function', () => {
    expect(review(browser('mixpanel.identify(user.id); mixpanel.alias(user.id);'))).toEqual([
      ['P1', 'aliasAfterIdentify'],
    ]);
    expect(review(browser('mixpanel.alias(user.id); mixpanel.identify(user.id);'))).toEqual([]);
  });

  it('reports the place that identifies by another field', () => {
    const body = (field: string): string => `mixpanel.track('A', { distinct_id: user.${field} });`;
    expect(review(server([body('id'), body('id'), body('uuid')].join('\n')))).toEqual([
      ['P1', 'inconsistent'],
    ]);
    expect(review(server([body('id'), body('id'), body('id')].join('\n')))).toEqual([]);
    expect(review(server([body('id'), body('uuid')].join('\n')))).toEqual([]);
  });
});

describe('valid-distinct-id: edits', () => {
  it.each([
    ['mixpanel.identify(org.id);', 'mixpanel.identify(`org_${org.id}`);'],
    ['mixpanel.identify(workspaceId);', 'mixpanel.identify(`org_${workspaceId}`);'],
  ])('puts a prefix in front: %s', (before, after) => {
    const source = browser(before);
    const [problem] = reviewSources({ 'src/a.ts': source }, { rules: [validDistinctId] });
    expect(problem?.edits?.map((edit) => applyEdit(source, edit))).toEqual([browser(after)]);
  });
});

describe('valid-distinct-id: an address', () => {
  it.each([
    ['src/connect-wallet-modal.ts', 'P1'],
    ['src/defi/sign-in.ts', 'P1'],
    ['src/shipping-modal.ts', 'P0'],
    ['src/checkout.ts', 'P0'],
  ])('in %s is reported as %s', (file, severity) => {
    const source = `import mixpanel from 'mixpanel-browser';\nexport function onDone(data: any) {\n  mixpanel.identify(data.accounts[0].address);\n}\n`;
    const problems = reviewSources({ [file]: source }, { rules: [validDistinctId] });
    expect(problems.map((problem) => problem.severity)).toEqual([severity]);
  });
});

describe('an id in front of what comes with the request', () => {
  const reported = (code: string) =>
    reviewSources(
      {
        'src/a.ts': `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('t');\nconst send = (name: string, props: object) => mixpanel.track(name, props);\n${code}\n`,
      },
      { rules: [validDistinctId] },
    ).map(({ messageId, text }) => [messageId, text]);

  it.each([
    [
      `export const handler = async (event: any) => { mixpanel.track('A', { distinct_id: event.userId, ...event.params }); };`,
      '...event.params',
    ],
    [
      `export const handler = async (event: any) => { const data = event.data; send('A', { distinct_id: event.userId, ...data.params }); };`,
      '...data.params',
    ],
    [
      `app.post('/a', (req: any, res: any) => { mixpanel.track('A', { distinct_id: req.user.id, ...req.body }); });`,
      '...req.body',
    ],
  ])('reports %s', (code, text) => {
    expect(reported(code)).toEqual([['overridable', text]]);
  });

  it.each([
    `export const handler = async (event: any) => { mixpanel.track('A', { ...event.params, distinct_id: event.userId }); };`,
    `export const handler = async (event: any) => { const { distinct_id, ...rest } = event.params; mixpanel.track('A', { distinct_id: event.userId, ...rest }); };`,
    `export const handler = async (event: any) => { mixpanel.track('A', { distinct_id: event.userId, ...(await load()) }); };`,
    `export const handler = async (event: any) => { mixpanel.people.set(event.userId, { ...event.params }); };`,
    `export const record = (userId: string, more: object) => { mixpanel.track('A', { distinct_id: userId, ...more }); };`,
    `export const handler = async (event: any) => { mixpanel.track('A', { distinct_id: event.userId, ...{ step: event.step } }); };`,
  ])('says nothing about %s', (code) => {
    expect(reported(code)).toEqual([]);
  });
});

describe('valid-distinct-id: an id that may be empty', () => {
  const found = (body: string): readonly string[] =>
    reviewSources(
      {
        'src/a.ts': `import Mixpanel from 'mixpanel';
const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN!);
let known: string | null = null;
export function go(data: any, isOn: boolean) {
  const userId: string | null = data.user_id ?? null;
  ${body}
}
`,
      },
      { rules: [validDistinctId] },
    ).map(({ messageId }) => messageId);

  it.each([
    "mixpanel.track('A', { distinct_id: userId });",
    "if (isOn) mixpanel.track('A', { distinct_id: userId });",
    "if (userId || isOn) mixpanel.track('A', { distinct_id: userId });",
    "if (!userId) { mixpanel.track('A', { distinct_id: userId }); }",
    "if (!userId) { console.warn('none'); } mixpanel.track('A', { distinct_id: userId });",
    "if (userId) { data.save(); } mixpanel.track('A', { distinct_id: userId });",
    "mixpanel.track('A', { distinct_id: userId ?? '' });",
  ])('reports %s', (body) => {
    expect(found(body)).toContain('emptyFallback');
  });

  it.each([
    "if (userId) mixpanel.track('A', { distinct_id: userId });",
    "if (isOn && userId) { mixpanel.track('A', { distinct_id: userId }); }",
    "userId && mixpanel.track('A', { distinct_id: userId });",
    "if (!userId) return; mixpanel.track('A', { distinct_id: userId });",
    "if (userId === null) { throw new Error('none'); } mixpanel.track('A', { distinct_id: userId });",
    "if (known == null) { known = data.read(); } mixpanel.track('A', { distinct_id: known });",
  ])('says nothing about %s', (body) => {
    expect(found(body)).toEqual([]);
  });
});
