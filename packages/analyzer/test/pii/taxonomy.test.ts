import { describe, expect, it } from 'vitest';
import { noPii } from '../../src/rules/no-pii.js';
import { reviewSources } from '../support/review-sources.js';

/** The gravest finding of an event with one entry whose key says nothing, or `clean`. Nothing is known of the parameters but their names. */
function verdict(entry: string, config?: object): string {
  const code = `
import mixpanel from 'mixpanel-browser';
import _ from 'lodash';
import { createHash, createHmac } from 'node:crypto';
import { SALT, getDomain, hash, hmac, isEmail, key, maskEmail, md5, omit, pick, redact, sha256, validateEmail } from 'library';
const EMAIL_RE = /@/;
export async function handler({ customer, email, form, order, payload, plan, req, res, user, users, event, ctx }: any) {
  const { email: contact, phone, ...safe } = user;
  const copy = { ...user };
  const addressee = user.email;
  const lower = addressee.toLowerCase();
  mixpanel.track('Reminder Sent', { ${entry} });
}`;
  const found = reviewSources({ 'src/a.ts': code }, { rules: [noPii], ...(config ? { config } : {}) });
  return found.map(({ severity }) => severity).sort()[0] ?? 'clean';
}

const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  P0: [
    'x: addressee',
    'x: lower',
    'x: contact',
    'x: phone',
    '...copy',
    'x: copy',
    'x: structuredClone(user)',
    'x: user as any',
    'x: user!',
    'x: JSON.parse(JSON.stringify(user))',
    '...Object.fromEntries(Object.entries(user))',
    '...user, email: undefined',
    'x: [...users]',
    'x: users[0]',
    "x: user.email.replace(/@.*/, '')",
    "x: user.email.split('@')[0]",
    'x: user.email ? user.email : null',
    'x: user.email || undefined',
    "x: user.email ?? ''",
    'x: (user.email)',
    'x: await Promise.resolve(user.email)',
    'x: `${user.firstName}`',
    "x: user.firstName + ' ' + user.lastName",
    "x: [user.firstName, user.lastName].filter(Boolean).join(' ')",
    'x: users.map(u => u.name)',
    'x: users.map(({ email }) => email)',
    "x: users.map((u: any) => u.email).join(',')",
    'x: String(user.phone)',
    "x: user['email']",
    'x: user?.contact?.email',
    'x: user.address.zip',
    'x: user.address.line1',
    'x: user.dob',
    'x: user.dateOfBirth.toISOString()',
    'x: customer.shipping.phone',
    'x: req.ip',
    'x: req.connection.remoteAddress',
    "x: req.headers['x-forwarded-for']",
    'x: req.socket.remoteAddress',
    "x: req.get('x-forwarded-for')",
    'x: req.body.email',
    'x: req.body',
    'x: req.query.email',
    'x: form.getValues()',
    'x: Object.fromEntries(new FormData(form))',
    "x: new FormData(form).get('email')",
    "x: localStorage.getItem('email')",
    'x: event.target.email.value',
    "x: Buffer.from(user.email).toString('base64')",
    'x: encodeURI(user.email)',
    'x: `mailto:${user.email}`',
    "x: 'Hello ' + user.firstName",
    'x: user.email.substring(0, 20)',
    'x: Object.assign({}, user)',
    'x: Object.assign({}, { id: 1 }, user)',
    'x: _.cloneDeep(user)',
    'x: { ...user }',
    'x: { a: { b: user.email } }',
    'x: [{ email: user.email }]',
    'x: user.cards[0].number',
    'x: user.profile',
    'x: customer',
    'x: ctx.session',
    'x: user.getEmail()',
    "x: user.get('email')",
    'x: await getUserEmail(1)',
    'x: order.customer.email',
    'x: order.shippingAddress',
    'x: order.billing_address.street',
    'x: user.paymentMethod.card.number',
    'x: user.ssn',
    'x: user.accessToken',
    'x: req.headers.authorization',
    'x: req.cookies',
    'x: user.coords.latitude',
    'x: user.location.lat',
    'x: user.diagnosis',
    'x: `+${user.phone}`',
    'x: user.email?.toUpperCase?.()',
    "x: email.normalize('NFC')",
    'email',
    'x: email!',
    'x: <string>email',
    'x: email satisfies string',
    "['x']: email",
    'x: ((e) => e)(email)',
    'x: (() => email)()',
    'x: users.find((u: any) => u.id === 1)',
    'x: users.find((u: any) => u.id === 1).email',
    'x: user.emails',
    'x: { user }',
    'x: Array.from(users)',
    'x: Object.values(user)',
    'x: Object.entries(user)',
    'x: new Map(Object.entries(user))',
  ],
  P1: [
    'x: md5(user.email)',
    'x: sha256(user.email)',
    "x: createHash('sha256').update(user.email).digest('hex')",
    'x: hash(user.email)',
    'x: user.username',
    'x: user.age',
    'x: new Date(user.dob).getFullYear()',
    'x: user.address.city',
    'x: user.gender',
    'x: user.job_title',
    'x: window.location.href',
    'x: document.referrer',
    'x: navigator.userAgent',
    'x: user.avatarUrl',
    'x: order.notes',
    'x: payload.message',
    'x: user.bio',
    '...safe',
    'x: user.deviceId',
    'x: req.originalUrl',
    "x: req.headers['user-agent']",
    'x: req.headers.referer',
    'x: location.href',
    "...omit(user, ['email'])",
    "..._.omit(user, 'password')",
  ],
  P2: [
    "x: user.email.split('@')[1]",
    "x: user.email.split('@').pop()",
    'x: getDomain(user.email)',
    "x: user.email.substring(user.email.indexOf('@') + 1)",
    "x: user.email.slice(user.email.lastIndexOf('@'))",
    'x: user.email.match(/@(.+)$/)?.[1]',
    "x: user.email.replace(/.*@/, '')",
    'x: user.firstName[0]',
    'x: user.firstName.charAt(0)',
    'x: maskEmail(user.email)',
    'x: user.phone.slice(-4)',
    'x: user.card.last4',
    'x: user.card.number.slice(-4)',
    'x: user.emailHash',
    'x: user.email_domain',
  ],
  clean: [
    'x: !!user.email',
    'x: Boolean(user.email)',
    'x: user.email != null',
    'x: user.email !== undefined',
    'x: user.email.length',
    "x: user.email ? 'a' : 'b'",
    'x: user.email?.length > 0',
    'x: hmac(user.email)',
    "...pick(user, ['plan'])",
    "..._.pick(user, ['plan', 'role'])",
    'x: Object.keys(user)',
    'x: Object.keys(user).length',
    'x: typeof user.email',
    "x: 'email' in user",
    "x: user.hasOwnProperty('email')",
    'x: EMAIL_RE.test(email)',
    'x: validateEmail(email)',
    'x: isEmail(email)',
    "x: email.indexOf('@')",
    "x: email.includes('+')",
    "x: email.endsWith('@example.com')",
    'x: users.length',
    'x: users.filter((u: any) => u.email).length',
    'x: users.map((u: any) => u.id)',
    'x: user.paymentMethod.card.brand',
    'x: user.id',
    'x: user.plan',
    'x: user.company.name',
    'x: user.organization.name',
    'x: user.team.name',
    'x: user.role',
    'x: user.createdAt',
    'x: user.emailVerified',
    'x: user.hasEmail',
    'x: user.email === customer.email',
    'x: users.some((u: any) => u.email)',
    'x: redact(user.email)',
    'x: user.email && true',
    'x: user.email ? 1 : 0',
    'x: Number(!!user.email)',
    'x: +Boolean(user.email)',
    'x: user.settings.theme',
    "x: user.address ? 'yes' : 'no'",
    'x: user.addresses.length',
    'x: plan.name',
    'x: order.items.map((i: any) => i.name)',
    'x: order.items[0].name',
    'x: user.subscription.plan.name',
    'x: user.locale',
    'x: user.timezone',
    'x: user.preferences',
    'x: user.isAdmin',
    'x: user.permissions',
    'x: user.loginCount',
    'x: res.status',
    'x: order.shippingMethod.name',
    'x: user.orders.length',
    "x: (user.email || '').length",
    "x: user.email?.includes('@')",
    'x: users.reduce((n: number, u: any) => n + 1, 0)',
    'x: new Set(users.map((u: any) => u.id)).size',
    'x: crypto.randomUUID()',
    "x: user.email.split('@').length",
    'x: user.age > 18',
    "x: user.age >= 18 ? 'adult' : 'minor'",
    'x: user.notifications.email',
    'x: user.preferences.email',
    'x: user.settings.phone.enabled',
    'x: form.errors.email',
    'x: form.touched.email',
    'x: user.user_metadata.plan',
    'x: user.verified.email',
    'x: order.address.type',
  ],
};

describe('expressions', () => {
  it.each(
    Object.entries(EXPRESSIONS).flatMap(([expected, entries]) =>
      entries.map((entry) => [entry, expected] as const),
    ),
  )('{ %s } is %s', (entry, expected) => {
    expect(verdict(entry)).toBe(expected);
  });
});

describe('owners', () => {
  it.each([
    ['x: payload.projectWithMembers.name', 'clean'],
    ['x: payload.teamWithUsers.name', 'clean'],
    ['x: payload.userWithPosts.name', 'P0'],
    ['x: payload.sharedWithUser.name', 'P0'],
    ['x: payload.owner.name', 'P0'],
    ['error_message: payload.response.data.message', 'clean'],
    ['errorText: String(payload.response.message)', 'clean'],
    ['reply: payload.response.data.message', 'P1'],
  ])('{ %s } is %s', (entry, expected) => {
    expect(verdict(entry)).toBe(expected);
  });
});

describe('allowed by default', () => {
  it.each([
    'organization_name: payload.a',
    'organizationName: payload.a',
    'company_name: payload.a',
    'team_name: payload.a',
    'workspace_name: payload.a',
    'user_id: payload.a',
    'organization_id: payload.a',
    'task_uuid: payload.a',
    'role: payload.a',
    'plan_type: payload.a',
    'signup_date: payload.a',
  ])('{ %s } is clean', (entry) => {
    expect(verdict(entry)).toBe('clean');
  });

  it('can be widened for a method or an event alone', () => {
    const allow = (entry: object): object => ({ pii: { allow: [{ name: 'work_email', ...entry }] } });
    expect(verdict('work_email: payload.a')).toBe('P0');
    expect(verdict('work_email: payload.a', allow({}))).toBe('clean');
    expect(verdict('workEmail: payload.a', allow({ methods: ['track'] }))).toBe('clean');
    expect(verdict('work_email: payload.a', allow({ methods: ['people.set'] }))).toBe('P0');
    expect(verdict('work_email: payload.a', allow({ events: ['Reminder Sent'] }))).toBe('clean');
    expect(verdict('work_email: payload.a', allow({ events: ['Other'] }))).toBe('P0');
  });

  it('takes custom categories from the configuration', () => {
    const config = {
      pii: {
        categories: [{ name: 'badge', severity: 'P1', words: ['badge code'], pattern: 'BDG-[0-9]{6}' }],
      },
    };
    expect(verdict('badge_code: payload.a', config)).toBe('P1');
    expect(verdict("note: 'BDG-123456'", config)).toBe('P1');
    expect(verdict('badge_count: payload.a', config)).toBe('clean');
  });
});

describe('types overrule names', () => {
  const typed = (type: string, entry: string): string => {
    const code = `import mixpanel from 'mixpanel-browser';\nenum Kind { A = 'a', B = 'b' }\nexport function f(it: ${type}) { mixpanel.track('A', { ${entry} }); }`;
    return (
      reviewSources({ 'src/a.ts': code }, { rules: [noPii] })
        .map((each) => each.severity)
        .sort()[0] ?? 'clean'
    );
  };

  it.each([
    ['{ email: boolean }', 'email: it.email', 'clean'],
    ['{ email: number }', 'email: it.email', 'clean'],
    ["{ email: 'on' | 'off' }", 'email: it.email', 'clean'],
    ['{ email: Kind }', 'email: it.email', 'clean'],
    ["{ name: 'a' | 'b' }", 'user_name: it.name', 'clean'],
    ['{ address: number }', 'address: it.address', 'clean'],
    ['{ email: string }', 'email: it.email', 'P0'],
    ['{ email: string | null }', 'email: it.email', 'P0'],
    ['{ phone: number }', 'phone: it.phone', 'P0'],
    ['{ hasEmail: boolean }', 'x: it.hasEmail', 'clean'],
  ])('%s: { %s } is %s', (type, entry, expected) => {
    expect(typed(type, entry)).toBe(expected);
  });
});
