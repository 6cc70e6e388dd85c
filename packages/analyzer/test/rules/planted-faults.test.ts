import { describe, expect, it } from 'vitest';
import { reviewSources } from '../support/review-sources.js';

/**
 * Faults planted in otherwise ordinary code, and near misses: all rules run, and the named one has to report, or, after
 * `none:`, has to be silent.
 */
type InOneFile = readonly [rule: string, title: string, code: string, config?: object];

const B = `import mixpanel from 'mixpanel-browser';\n`;
const N = `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN!);\n`;
const f = (body: string) =>
  `export function go(user: any, order: any, org: any, db: any, task: any, req: any, logger: any) {\n${body}\n}`;

const IN_ONE_FILE: readonly InOneFile[] = [
  ['valid-distinct-id', 'email id', N + f(`mixpanel.track('A', { distinct_id: user.email });`)],
  ['valid-distinct-id', 'identify email', B + f(`mixpanel.identify(user.email);`)],
  ['valid-distinct-id', 'identify phone', B + f(`mixpanel.identify(user.phoneNumber);`)],
  ['valid-distinct-id', 'identify name', B + f(`mixpanel.identify(user.fullName);`)],
  ['valid-distinct-id', 'identify email fallback', B + f(`mixpanel.identify(user.id ?? user.email);`)],
  ['valid-distinct-id', 'raw org', N + f(`mixpanel.track('A', { distinct_id: org.id });`)],
  [
    'valid-distinct-id',
    'raw organizationId',
    N + f(`mixpanel.track('A', { distinct_id: task.organizationId });`),
  ],
  [
    'valid-distinct-id',
    'orgId',
    N + f(`const { orgId } = task; mixpanel.track('A', { distinct_id: orgId });`),
  ],
  ['valid-distinct-id', 'entity', N + f(`mixpanel.track('A', { distinct_id: task.id });`)],
  ['valid-distinct-id', 'taskId', N + f(`mixpanel.track('A', { distinct_id: task.taskId });`)],
  ['valid-distinct-id', 'constant', N + f(`mixpanel.track('A', { distinct_id: 'system' });`)],
  ['valid-distinct-id', 'constant server', N + f(`mixpanel.track('A', { distinct_id: 'backend' });`)],
  ['valid-distinct-id', 'fallback empty', N + f(`mixpanel.track('A', { distinct_id: user.id || '' });`)],
  [
    'valid-distinct-id',
    'fallback anonymous',
    N + f(`mixpanel.track('A', { distinct_id: user?.id ?? 'anonymous' });`),
  ],
  [
    'valid-distinct-id',
    'fallback unknown',
    N + f(`mixpanel.track('A', { distinct_id: user?.id || 'unknown' });`),
  ],
  ['valid-distinct-id', 'undefined', N + f(`mixpanel.track('A', { distinct_id: undefined });`)],
  ['valid-distinct-id', 'null str', N + f(`mixpanel.track('A', { distinct_id: 'null' });`)],
  [
    'valid-distinct-id',
    'String(undefined)',
    N + f(`mixpanel.track('A', { distinct_id: String(undefined) });`),
  ],
  ['valid-distinct-id', 'absent', N + f(`mixpanel.track('A', { plan: user.plan });`)],
  ['valid-distinct-id', 'absent none', N + f(`mixpanel.track('A');`)],
  ['valid-distinct-id', 'prefix', N + f("mixpanel.track('A', { distinct_id: `team_${org.id}` });")],
  [
    'valid-distinct-id',
    'prefix concat',
    N + f("mixpanel.track('A', { distinct_id: 'workspace_' + org.id });"),
  ],
  [
    'valid-distinct-id',
    'alias after identify',
    B + f(`mixpanel.identify(user.id); mixpanel.alias(user.id);`),
  ],
  [
    'valid-distinct-id',
    'two kinds',
    B +
      `export function a(user: any) { mixpanel.identify(user.id); }\nexport function b(user: any) { mixpanel.identify(user.id); }\nexport function c(user: any) { mixpanel.identify(user.externalId); }`,
  ],
  ['valid-distinct-id', 'people email', N + f(`mixpanel.people.set(user.email, { plan: 'x' });`)],
  [
    'valid-distinct-id',
    'template email',
    N + f("mixpanel.track('A', { distinct_id: `user_${user.email}` });"),
  ],
  ['none:valid-distinct-id', 'org prefix', N + f("mixpanel.track('A', { distinct_id: `org_${org.id}` });")],
  ['none:valid-distinct-id', 'user id', N + f(`mixpanel.track('A', { distinct_id: user.id });`)],
  ['none:valid-distinct-id', 'user uuid', N + f(`mixpanel.track('A', { distinct_id: user.uuid });`)],
  ['none:valid-distinct-id', 'userId', N + f(`mixpanel.track('A', { distinct_id: order.userId });`)],
  [
    'none:valid-distinct-id',
    'slack prefix',
    N + f("mixpanel.track('A', { distinct_id: `slack_${user.slackId}` });"),
  ],
  [
    'none:valid-distinct-id',
    '$device',
    N + f("mixpanel.track('A', { distinct_id: `$device:${order.deviceId}` });"),
  ],
  ['none:valid-distinct-id', 'customerId', N + f(`mixpanel.track('A', { distinct_id: order.customerId });`)],
  ['none:valid-distinct-id', 'toString', N + f(`mixpanel.track('A', { distinct_id: user._id.toString() });`)],
  ['unix-ms-time', 'iso', B + f(`mixpanel.track('A', { sent_at: new Date().toISOString() });`)],
  ['unix-ms-time', 'date obj', B + f(`mixpanel.track('A', { created: new Date() });`)],
  ['unix-ms-time', 'String(date)', B + f(`mixpanel.track('A', { created: String(new Date()) });`)],
  ['unix-ms-time', 'split T', B + f(`mixpanel.track('A', { day: new Date().toISOString().split('T')[0] });`)],
  ['unix-ms-time', 'slice 10', B + f(`mixpanel.track('A', { day: new Date().toISOString().slice(0, 10) });`)],
  [
    'unix-ms-time',
    'dayjs',
    `import dayjs from 'dayjs';\n` + B + f(`mixpanel.track('A', { day: dayjs().format('YYYY-MM-DD') });`),
  ],
  [
    'unix-ms-time',
    'date-fns',
    `import { format } from 'date-fns';\n` +
      B +
      f(`mixpanel.track('A', { day: format(new Date(), 'yyyy-MM-dd') });`),
  ],
  [
    'unix-ms-time',
    'moment',
    `import moment from 'moment';\n` + B + f(`mixpanel.track('A', { day: moment().toISOString() });`),
  ],
  [
    'unix-ms-time',
    'luxon',
    `import { DateTime } from 'luxon';\n` + B + f(`mixpanel.track('A', { day: DateTime.now().toISO() });`),
  ],
  ['unix-ms-time', 'seconds', B + f(`mixpanel.track('A', { created_at: Math.floor(Date.now() / 1000) });`)],
  ['unix-ms-time', 'toJSON', B + f(`mixpanel.track('A', { created_at: new Date().toJSON() });`)],
  ['unix-ms-time', 'locale', B + f(`mixpanel.track('A', { created_at: new Date().toLocaleDateString() });`)],
  [
    'unix-ms-time',
    'user.createdAt iso',
    B + f(`mixpanel.track('A', { created_at: user.createdAt.toISOString() });`),
  ],
  [
    'unix-ms-time',
    'template date',
    B + f("mixpanel.track('A', { created_at: `${new Date().toISOString()}` });"),
  ],
  [
    'none:unix-ms-time',
    'ISO text in a profile',
    B + f("mixpanel.people.set({ 'Last Seen': new Date().toISOString() });"),
  ],
  [
    'unix-ms-time',
    'variable',
    B + f("const now = new Date(); const iso = now.toISOString(); mixpanel.track('A', { at: iso });"),
  ],
  [
    'unix-ms-time',
    'dayjs unix',
    `import dayjs from 'dayjs';\n` + B + f(`mixpanel.track('A', { created_at: dayjs().unix() });`),
  ],
  [
    'none:unix-ms-time',
    'ms',
    B +
      f(
        `mixpanel.track('A', { created_at: Date.now(), x: new Date().getTime(), y: +new Date(), z: new Date().valueOf() });`,
      ),
  ],
  [
    'none:unix-ms-time',
    'duration s',
    B + f(`mixpanel.track('A', { duration_seconds: (Date.now() - order.start) / 1000 });`),
  ],
  [
    'none:unix-ms-time',
    'year',
    B + f(`mixpanel.track('A', { year: new Date().getFullYear(), hour: new Date().getHours() });`),
  ],
  ['none:unix-ms-time', 'time', N + f(`mixpanel.import('A', new Date(), { distinct_id: user.id });`)],
  ['no-dynamic-event-name', 'template', B + f('mixpanel.track(`Viewed ${order.title}`);')],
  ['no-dynamic-event-name', 'concat', B + f("mixpanel.track('Viewed ' + order.title);")],
  ['no-dynamic-event-name', 'id', B + f('mixpanel.track(`order_${order.id}_opened`);')],
  ['none:no-dynamic-event-name', 'finite', B + f("mixpanel.track(order.paid ? 'Paid' : 'Unpaid');")],
  [
    'none:no-dynamic-event-name',
    'finite tpl',
    B + f("const kind: 'a' | 'b' = order.kind; mixpanel.track(`Opened ${kind}`);"),
  ],
  [
    'guarded-tracking',
    'server handler',
    N +
      `export async function h(req: any, res: any) { await save(req); mixpanel.track('A', { distinct_id: req.user.id }); res.json({}); }`,
  ],
  [
    'guarded-tracking',
    'shared try',
    N +
      f(
        `return (async () => { try { await db.order.create({}); mixpanel.track('A', { distinct_id: user.id }); } catch (e) { await db.rollback(); throw e; } })();`,
      ),
  ],
  [
    'guarded-tracking',
    'floating',
    N +
      `const send = async (n: string) => { await new Promise((ok, no) => mixpanel.track(n, { distinct_id: 'u' }, (e) => e ? no(e) : ok(1))); };\nexport async function h(req: any, res: any) { send('A'); res.json({}); }`,
  ],
  [
    'guarded-tracking',
    'middleware',
    N +
      `export function mw(req: any, res: any, next: any) { mixpanel.track('A', { distinct_id: req.user.id }); next(); }`,
  ],
  [
    'guarded-tracking',
    'rethrow catch',
    N +
      `export function h(req: any, res: any) { try { mixpanel.track('A', { distinct_id: req.user.id }); } catch (e) { throw e; } }`,
  ],
  [
    'guarded-tracking',
    'express',
    `import express from 'express';\nconst app = express();\n` +
      N +
      `app.post('/x', async (req, res) => { mixpanel.track('A', { distinct_id: req.user.id }); res.json({}); });`,
  ],
  [
    'none:guarded-tracking',
    'guarded',
    N +
      `export function h(req: any, res: any) { try { mixpanel.track('A', { distinct_id: req.user.id }); } catch (e) { console.error('no'); } }`,
  ],
  [
    'none:guarded-tracking',
    'guarded wrapper',
    N +
      `function safe(n: string, p: any) { try { mixpanel.track(n, p); } catch {} }\nexport function h(req: any, res: any) { safe('A', { distinct_id: req.user.id }); }`,
  ],
  [
    'none:guarded-tracking',
    'catch',
    N +
      `const send = (n: string) => new Promise((ok, no) => mixpanel.track(n, { distinct_id: 'u' }, (e) => e ? no(e) : ok(1)));\nexport async function h(req: any, res: any) { send('A').catch(() => {}); res.json({}); }`,
  ],
  ['none:guarded-tracking', 'browser', B + f(`mixpanel.track('A');`)],
  [
    'lost-event',
    'lambda',
    N +
      `export const handler = async (e: any) => { mixpanel.track('A', { distinct_id: e.userId }); return { statusCode: 200 }; };`,
  ],
  [
    'lost-event',
    'error obj',
    B + `export function go() { try { x(); } catch (err) { mixpanel.track('A', { error: err }); } }`,
  ],
  [
    'no-exposed-secret',
    'secret literal',
    N.replace(
      'process.env.MIXPANEL_TOKEN!',
      "'0123456789abcdef0123456789abcdef', { secret: 'abcdefabcdefabcdefabcdefabcdefab' }",
    ) + f(''),
  ],
  [
    'no-exposed-secret',
    'service account',
    `export async function imp() { await fetch('https://api.mixpanel.com/import?project_id=1', { method: 'POST', headers: { Authorization: 'Basic ' + btoa('svc.abc123.mp-service-account:s3cr3tS3cr3tS3cr3t') }, body: '[]' }); }`,
  ],
  ['none:no-exposed-secret', 'token', B + `mixpanel.init('0123456789abcdef0123456789abcdef');`],
  ['reserved-name', 'mp_', B + f(`mixpanel.track('A', { mp_source: 'x' });`)],
  ['reserved-name', '$x', B + f(`mixpanel.track('A', { $plan_level: 'x' });`)],
  ['none:reserved-name', '$email', B + f(`mixpanel.people.set({ $created: 1 });`)],
  ['cron-context', 'cron no ts', N + f(`mixpanel.track('A', { distinct_id: user.id, is_cron_job: true });`)],
  [
    'cron-context',
    'cron iso',
    N +
      f(
        `mixpanel.track('A', { distinct_id: user.id, is_cron_job: true, cron_execution_timestamp: new Date().toISOString() });`,
      ),
  ],
  [
    'none:cron-context',
    'cron ok',
    N +
      f(
        `mixpanel.track('A', { distinct_id: user.id, is_cron_job: true, cron_execution_timestamp: Date.now() });`,
      ),
  ],
  [
    'consistent-properties',
    'spelling',
    B +
      f(`mixpanel.track('A', { duration: 1 }); `) +
      `\nexport function two() { mixpanel.track('A', { Duration: 2 }); }`,
  ],
  [
    'consistent-properties',
    'unit',
    B +
      f(`mixpanel.track('A', { duration: 1 }); `) +
      `\nexport function two() { mixpanel.track('A', { duration_ms: 2 }); }`,
  ],
  [
    'consistent-properties',
    'type',
    B +
      f(`mixpanel.track('A', { count: 1 }); `) +
      `\nexport function two() { mixpanel.track('A', { count: '2' }); }`,
  ],
  [
    'consistent-properties',
    'typo',
    B +
      f(`mixpanel.track('A', { WalletBalance: 1 }); `) +
      `\nexport function two() { mixpanel.track('A', { Walletbalace: 2 }); }`,
  ],
  [
    'near-duplicate-event',
    'case',
    B + f(`mixpanel.track('Sign Up'); `) + `\nexport function two() { mixpanel.track('sign_up'); }`,
  ],
  [
    'near-duplicate-event',
    'constant',
    B +
      `const EVENTS = { SIGN_UP: 'Sign Up' } as const;\n` +
      f(`mixpanel.track(EVENTS.SIGN_UP); `) +
      `\nexport function two() { mixpanel.track('Sign Up'); }`,
  ],
  [
    'event-name-format',
    'minority style',
    B +
      f(
        `mixpanel.track('Task Created'); mixpanel.track('Task Deleted'); mixpanel.track('Task Updated'); mixpanel.track('Task Shared'); mixpanel.track('Board Opened'); mixpanel.track('taskArchived');`,
      ),
  ],
  [
    'event-name-format',
    'cron in name',
    B +
      f(
        `mixpanel.track('Task Created'); mixpanel.track('Cron Report Sent'); mixpanel.track('Task Deleted');`,
      ),
  ],
  [
    'no-pii-in-logs',
    'log email',
    N +
      f(
        `try { mixpanel.track('A', { distinct_id: user.id }); } catch (e) { console.error('failed', user.email); }`,
      ),
  ],
  [
    'no-pii-in-logs',
    'log payload',
    N +
      f(
        `const props = { distinct_id: user.id, plan: user.plan, organization_name: org.name }; try { mixpanel.track('A', props); } catch (e) { logger.error('failed', props); }`,
      ),
  ],
  [
    'no-pii-in-logs',
    'log org name',
    N +
      f(
        `try { mixpanel.track('A', { distinct_id: user.id }); } catch (e) { logger.warn('failed', { organization_name: org.name }); }`,
      ),
  ],
  [
    'no-pii-in-logs',
    'log user',
    N +
      f(
        `try { mixpanel.track('A', { distinct_id: user.id }); } catch (e) { console.error('failed for', user); }`,
      ),
  ],
  [
    'no-pii-in-logs',
    'log tpl',
    N +
      f(
        "try { mixpanel.track('A', { distinct_id: user.id }); } catch (e) { console.error(`failed for ${user.firstName}`); }",
      ),
  ],
  [
    'no-pii-in-logs',
    'log org tpl',
    N + f("mixpanel.track('A', { distinct_id: user.id }); console.log(`org ${org.name}`);"),
  ],
  [
    'none:no-pii-in-logs',
    'log ids',
    N +
      f(
        `try { mixpanel.track('A', { distinct_id: user.id }); } catch (e) { console.error('failed', { userId: user.id, orgId: org.id, error: (e as Error).message }); }`,
      ),
  ],
  ['no-pii', 'event name email', B + f('mixpanel.track(`Invited ${user.email}`);')],
  ['no-pii', 'super', B + f('mixpanel.register({ name: user.name });')],
  ['no-pii', 'group', B + f("mixpanel.get_group('company', org.id).set({ contact: user.email });")],
  ['no-pii', 'group id', B + f("mixpanel.set_group('domain', user.email);")],
  ['no-pii', 'people two args', B + f("mixpanel.people.set('Phone', user.phone);")],
  ['no-pii', 'set_once', B + f("mixpanel.people.set_once({ 'First Login IP': req.ip });")],
  ['no-pii', 'append', B + f("mixpanel.people.append('emails', user.email);")],
  ['no-pii', 'union', B + f('mixpanel.people.union({ emails: [user.email] });')],
  ['no-pii', 'session', B + f("mixpanel.track('A', { session: req.session });")],
  ['no-pii', 'server ip', N + f("mixpanel.track('A', { distinct_id: user.id, ip: req.ip });")],
  [
    'data-residency',
    'us host',
    B + `mixpanel.init('t', { api_host: 'https://api.mixpanel.com' });`,
    { residency: 'eu' },
  ],
  ['require-consent', 'no gate', B + `mixpanel.init('t');\nmixpanel.track('A');`, { consent: 'required' }],
  [
    'none:require-consent',
    'opt out',
    B + `mixpanel.init('t', { opt_out_tracking_by_default: true });\nmixpanel.track('A');`,
    { consent: 'required' },
  ],
];

const W = `import Mixpanel from 'mixpanel';\nconst client = Mixpanel.init(process.env.MIXPANEL_TOKEN!);\nexport class Analytics {\n  track(userId: string, event: string, props: Record<string, unknown> = {}) {\n    client.track(event, { distinct_id: userId, ...props });\n  }\n}\nexport const analytics = new Analytics();\n`;
const SAFE = W.replace(
  'client.track(event, { distinct_id: userId, ...props });',
  "try { client.track(event, { distinct_id: userId, ...props }); } catch (error) { console.error('track failed'); }",
);
const P = `import Mixpanel from 'mixpanel';\nconst client = Mixpanel.init(process.env.MIXPANEL_TOKEN!);\nexport function track(event: string, props: object): Promise<void> { return new Promise((resolve, reject) => client.track(event, props, (error) => (error ? reject(error) : resolve()))); }\n`;
const BW = `import mixpanel from 'mixpanel-browser';\nexport const trackEvent = (name: string, props?: Record<string, unknown>) => mixpanel.track(name, props);\n`;

type ThroughWrapper = readonly [rule: string, title: string, files: Readonly<Record<string, string>>];
const c = (rule: string, title: string, code: string, lib = BW, path = 'src/a.tsx'): ThroughWrapper => [
  rule,
  title,
  { 'src/lib/analytics.ts': lib, [path]: code },
];

const THROUGH_WRAPPERS: readonly ThroughWrapper[] = [
  c(
    'no-pii',
    'useState email',
    `import { useState } from 'react';\nimport { trackEvent } from './lib/analytics';\nexport function Form() { const [email, setEmail] = useState(''); return <button onClick={() => trackEvent('Submitted', { value: email })} />; }`,
  ),
  c(
    'no-pii',
    'helper builds',
    `import { trackEvent } from './lib/analytics';\nfunction build(u: any) { return { plan: u.plan, contact: u.email }; }\nexport function go(user: any) { trackEvent('A', build(user)); }`,
  ),
  c(
    'no-pii',
    'helper spread',
    `import { trackEvent } from './lib/analytics';\nconst base = (u: any) => ({ id: u.id, who: u.fullName });\nexport function go(user: any) { trackEvent('A', { ...base(user), x: 1 }); }`,
  ),
  c(
    'no-pii',
    'class field',
    `import { trackEvent } from './lib/analytics';\nexport class S { constructor(private user: any) {}\n go() { trackEvent('A', { recipient: this.user.email }); } }`,
  ),
  c(
    'no-pii',
    'typed whole',
    `import { trackEvent } from './lib/analytics';\ninterface Lead { id: string; email: string; phone: string }\nexport function go(item: Lead) { trackEvent('A', { item }); }`,
  ),
  c(
    'no-pii',
    'typed spread',
    `import { trackEvent } from './lib/analytics';\ninterface Lead { id: string; email: string; phone: string }\nexport function go(item: Lead) { trackEvent('A', { ...item }); }`,
  ),
  c(
    'no-pii',
    'typed whole arg',
    `import { trackEvent } from './lib/analytics';\ntype Order = { id: string; shippingAddress: string };\nexport function go(order: Order) { trackEvent('A', order); }`,
  ),
  c(
    'no-pii',
    'incremental',
    `import { trackEvent } from './lib/analytics';\nexport function go(user: any) { const props: any = { plan: 'x' }; props.contact = user.email; trackEvent('A', props); }`,
  ),
  c(
    'no-pii',
    'conditional spread',
    `import { trackEvent } from './lib/analytics';\nexport function go(user: any) { trackEvent('A', { plan: 'x', ...(user.email && { contact: user.email }) }); }`,
  ),
  c(
    'no-pii',
    'search',
    `import { trackEvent } from './lib/analytics';\nexport function S() { return <input onChange={(e) => trackEvent('Search', { q: e.target.value })} />; }`,
  ),
  c(
    'no-pii',
    'ternary',
    `import { trackEvent } from './lib/analytics';\nexport function go(user: any, anon: boolean) { trackEvent('A', { who: anon ? 'anonymous' : user.firstName }); }`,
  ),
  c(
    'no-pii',
    'destructure param',
    `import { trackEvent } from './lib/analytics';\nexport function go({ user: { email: to } }: any) { trackEvent('A', { to }); }`,
  ),
  c(
    'no-pii',
    'then',
    `import { trackEvent } from './lib/analytics';\nexport function go(api: any) { return api.getUser().then(({ email }: any) => trackEvent('A', { to: email })); }`,
  ),
  c(
    'no-pii',
    'await profile',
    `import { trackEvent } from './lib/analytics';\nexport async function go(db: any) { const row = await db.user.findUnique({ where: { id: 1 } }); trackEvent('A', { contact: row.email }); }`,
  ),
  c(
    'no-pii',
    'auth hook',
    `import { useAuth } from 'auth';\nimport { trackEvent } from './lib/analytics';\nexport function C() { const { user } = useAuth(); return <a onClick={() => trackEvent('A', { who: user })} />; }`,
  ),
  c(
    'no-pii',
    'session hook name',
    `import { useSession } from 'next-auth/react';\nimport { trackEvent } from './lib/analytics';\nexport function C() { const { data } = useSession(); return <a onClick={() => trackEvent('A', { who: data?.user?.name })} />; }`,
  ),
  c(
    'no-pii',
    'http track',
    `export async function go(user: any) { await fetch('https://api.mixpanel.com/track', { method: 'POST', body: JSON.stringify([{ event: 'A', properties: { token: 't', distinct_id: user.id, mail: user.email } }]) }); }`,
  ),
  c(
    'no-pii',
    'http engage',
    `export async function go(user: any) { await fetch('https://api.mixpanel.com/engage#profile-set', { method: 'POST', body: JSON.stringify([{ $token: 't', $distinct_id: user.id, $set: { $email: user.email } }]) }); }`,
  ),
  c(
    'no-pii',
    'server wrapper',
    `import { analytics } from './lib/analytics';\nexport function go(user: any) { analytics.track(user.id, 'A', { phone: user.phone }); }`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'valid-distinct-id',
    'server wrapper email',
    `import { analytics } from './lib/analytics';\nexport function go(user: any) { analytics.track(user.email, 'A'); }`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'valid-distinct-id',
    'server wrapper org',
    `import { analytics } from './lib/analytics';\nexport function go(org: any) { analytics.track(org.id, 'A'); }`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'none:valid-distinct-id',
    'server wrapper ok',
    `import { analytics } from './lib/analytics';\nexport function go(user: any) { analytics.track(user.id, 'A'); }`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'guarded-tracking',
    'express via wrapper',
    `import express from 'express';\nimport { analytics } from './lib/analytics';\nconst app = express();\napp.post('/orders', async (req, res) => { const order = await create(req.body); analytics.track(req.user.id, 'Order Placed', { total: order.total }); res.json(order); });`,
    W,
    'src/a.ts',
  ),
  c(
    'none:guarded-tracking',
    'express via safe wrapper',
    `import express from 'express';\nimport { analytics } from './lib/analytics';\nconst app = express();\napp.post('/orders', async (req, res) => { const order = await create(req.body); analytics.track(req.user.id, 'Order Placed', { total: order.total }); res.json(order); });`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'guarded-tracking',
    'nest',
    `import { Injectable } from '@nestjs/common';\nimport { Analytics } from './lib/analytics';\n@Injectable()\nexport class OrdersService { constructor(private readonly analytics: Analytics) {}\n async create(dto: any, userId: string) { const order = await this.repo.save(dto); this.analytics.track(userId, 'Order Placed', { total: order.total }); return order; } repo: any; }`,
    W,
    'src/a.ts',
  ),
  c(
    'guarded-tracking',
    'webhook await',
    `import { track } from './lib/analytics';\nexport async function webhook(req: any, res: any) { await track('Paid', { distinct_id: req.user.id }); res.sendStatus(200); }`,
    P,
    'src/a.ts',
  ),
  c(
    'guarded-tracking',
    'floating promise',
    `import { track } from './lib/analytics';\nexport async function webhook(req: any, res: any) { track('Paid', { distinct_id: req.user.id }); res.sendStatus(200); }`,
    P,
    'src/a.ts',
  ),
  c(
    'none:guarded-tracking',
    'awaited in try',
    `import { track } from './lib/analytics';\nexport async function webhook(req: any, res: any) { try { await track('Paid', { distinct_id: req.user.id }); } catch (error) { console.error('track failed'); } res.sendStatus(200); }`,
    P,
    'src/a.ts',
  ),
  c(
    'lost-event',
    'vercel unawaited',
    `import { track } from '../src/lib/analytics';\nexport default async function handler(req: any, res: any) { track('Paid', { distinct_id: req.query.userId }).catch(() => {}); res.status(200).json({}); }`,
    P,
    'api/paid.ts',
  ),
  c(
    'none:lost-event',
    'vercel awaited',
    `import { track } from '../src/lib/analytics';\nexport default async function handler(req: any, res: any) { await track('Paid', { distinct_id: req.query.userId }).catch(() => {}); res.status(200).json({}); }`,
    P,
    'api/paid.ts',
  ),
  c(
    'none:lost-event',
    'waitUntil',
    `import { waitUntil } from '@vercel/functions';\nimport { track } from '../src/lib/analytics';\nexport default async function handler(req: any, res: any) { waitUntil(track('Paid', { distinct_id: req.query.userId })); res.status(200).json({}); }`,
    P,
    'api/paid.ts',
  ),
  c(
    'lost-event',
    'next app route',
    `import { track } from '../../../src/lib/analytics';\nexport async function POST(request: Request) { const body = await request.json(); void track('Paid', { distinct_id: body.userId }); return Response.json({}); }`,
    P,
    'app/api/paid/route.ts',
  ),
  c(
    'lost-event',
    'lambda wrapper',
    `import { analytics } from './lib/analytics';\nexport const handler = async (event: any) => { analytics.track(event.userId, 'Paid'); return { statusCode: 200 }; };`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'lost-event',
    'browser in getServerSideProps',
    `import { trackEvent } from '../src/lib/analytics';\nexport async function getServerSideProps() { trackEvent('Viewed'); return { props: {} }; }\nexport default function Page() { return null; }`,
    BW,
    'pages/index.tsx',
  ),
  c(
    'lost-event',
    'firebase',
    `import { onCall } from 'firebase-functions/v2/https';\nimport { track } from './lib/analytics';\nexport const pay = onCall(async (request) => { track('Paid', { distinct_id: request.auth!.uid }); return {}; });`,
    P,
    'src/a.ts',
  ),
  c(
    'unix-ms-time',
    'wrapper sanitiser',
    `import { trackEvent } from './lib/analytics';\nexport function go(t: any) { trackEvent('A', { due: new Date(t.due) }); }`,
    `import mixpanel from 'mixpanel-browser';\nfunction clean(p: any) { return Object.fromEntries(Object.entries(p).map(([k, v]) => [k, v instanceof Date ? v.toISOString() : v])); }\nexport const trackEvent = (name: string, props: any) => mixpanel.track(name, clean(props));\n`,
  ),
  c(
    'no-pii-in-logs',
    'wrapper catch logs props',
    `import { trackEvent } from './lib/analytics';\nexport function go(user: any) { trackEvent('A', { plan: user.plan }); }`,
    `import mixpanel from 'mixpanel-browser';\nexport const trackEvent = (name: string, props: any) => { try { mixpanel.track(name, props); } catch (error) { console.error('failed', name, props); } };\n`,
  ),
  c(
    'no-pii-in-logs',
    'handler logs email',
    `import { analytics } from './lib/analytics';\nexport async function signup(req: any, res: any, logger: any) { logger.info('signup', { email: req.body.email }); analytics.track(req.userId, 'Signed Up'); }`,
    SAFE,
    'src/a.ts',
  ),
  c(
    'no-exposed-secret',
    'NEXT_PUBLIC secret',
    `import Mixpanel from 'mixpanel';\nexport const importer = Mixpanel.init(process.env.TOKEN!, { secret: process.env.NEXT_PUBLIC_MIXPANEL_SECRET });`,
  ),
];

function check(rule: string, files: Readonly<Record<string, string>>, config?: object): void {
  const found = reviewSources(files, config ? { config } : {}).map((problem) => problem.rule);
  if (rule.startsWith('none:')) expect(found).not.toContain(rule.slice('none:'.length));
  else expect(found).toContain(rule);
}

describe('planted faults', () => {
  it.each(IN_ONE_FILE.map(([rule, title, code, config]) => ({ rule, title, code, config })))(
    '$rule: $title',
    ({ rule, code, config }) => {
      check(rule, { 'src/a.ts': code }, config);
    },
  );

  it.each(THROUGH_WRAPPERS)('%s: %s, in another file', (rule, _, files) => {
    check(rule, files);
  });
});
