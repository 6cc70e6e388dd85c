import { describe, expect, it } from 'vitest';
import { noPii } from '../../src/rules/no-pii.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const FILE = 'src/a.ts';

/** A program whose event carries one entry; nothing is known about the parameters but their names. */
const withEntry = (entry: string, types = ''): string => `
import mixpanel from 'mixpanel-browser';
import { createHash, createHmac } from 'node:crypto';
import { fetchUserEmail, getCurrentUser, hmac, key, md5, pick, SALT, sha256 } from 'library';
${types}
export async function handler({ assignee, body, card, contract, data, email, error, form, formData, gallery, invitee_full_name, isKnown, name, newCoach, order, org, page, plan, props, req, searchTerm, session, tab, user, users, userType, patientType, customerSchema, userInterface, customerRecord }) {
  const { email: contact, ...safe } = user;
  mixpanel.track('Reminder Sent', { ${entry} });
}
`;

const severities = (source: string, config?: object): readonly string[] =>
  reviewSources({ [FILE]: source }, { rules: [noPii], ...(config ? { config } : {}) }).map(
    (problem) => problem.severity,
  );

describe('no-pii: what flows into a property', () => {
  it.each([
    'email: user.email',
    'to: user.email.trim().toLowerCase()',
    'to: encodeURIComponent(user.email)',
    'to: btoa(email)',
    'who: JSON.stringify(user)',
    'link: `https://example.com/?id=${user.email}`',
    'to: [user.email].join()',
    '...Object.assign({}, user)',
    '...{ ...user }',
    '...user',
    'to: contact',
    'Coach: `${newCoach[0].first_name} ${newCoach[0].last_name}`',
    'User: invitee_full_name',
    'name: user.name',
    'to: await fetchUserEmail()',
    'who: await getCurrentUser()',
    '...(await getCurrentUser())',
    'sent: req.body',
    'first: user.emails[0]',
    "typed: formData.get('email')",
    'all: session',
    'all: customerRecord',
    "at: localStorage.getItem('pickupLng')",
    "to: user?.email ?? 'none'",
    "to: user.email ?? ''",
    'who: user.profile ?? null',
    'all: document.cookie',
    "session_token: document.cookie.split('; ')[0]",
    'ip: isKnown ? req.ip : "hidden"',
    "phone: '0123'",
    'list: users.map((each) => each.email)',
    'who: assignee.fullName',
    'nested: { email: user.email }',
    'from: req.ip',
    "from: req.headers['x-forwarded-for']",
    "to: 'jane@example.com'",
    "note_type: 'Call +1 415 555 0123'",
    'number: card.number',
    "$name: 'Jane Doe'",
    'host: user.email && user.email',
    'to: new URLSearchParams({ email: user.email }).toString()',
  ])('reports { %s } as P0', (entry) => {
    expect(severities(withEntry(entry))).toContain('P0');
  });

  it.each([
    'id: md5(user.email)',
    "id: createHash('sha256').update(user.email).digest('hex')",
    'q: searchTerm',
    'message: order.response.data.message',
    'pay: user.pay',
    'wallet: order.wallet',
    'set: useSearchParams()[0]',
    'age: user.age',
    'from: window.location.href',
    'city: user.city',
    'agent: navigator.userAgent',
    '...safe',
  ])('reports { %s } as P1', (entry) => {
    expect(severities(withEntry(entry))).toEqual(['P1']);
  });

  it.each(["domain: user.email.split('@')[1]", 'email_domain: data.domain', 'name: name'])(
    'reports { %s } as P2',
    (entry) => {
      expect(severities(withEntry(entry))).toEqual(['P2']);
    },
  );

  it.each([
    'known: !!user.email',
    'known: Boolean(user.email)',
    'known: user.email != null',
    'length: user.email.length',
    "kind: user.email ? 'a' : 'b'",
    'id: hmac(user.email)',
    "id: createHmac('sha256', key).update(user.email).digest('hex')",
    'id: sha256(user.email + SALT)',
    "...pick(user, ['plan'])",
    'name: plan.name',
    'name: gallery.name',
    'plan: user.plan',
    'user_id: user.id',
    'role: user.role',
    'message: error.message',
    'message: error.response.data.message',
    'error_desc: order.message',
    "owner: order.profile ?? ''",
    "code: session.trim() || 'none'",
    'who: user.replace(/-/g, "")',
    "visit: document.cookie.split('; ')[0]",
    'visit: document.cookie.match(/visit=([^;]*)/)[1].trim()',
    'ip: isKnown ? "hiden" : "shown"',
    "phone: 'not given yet'",
    'amount: order.amountToPay',
    'wallet: order.wallet.name',
    'set: useSearchParams()[0].entries()[0][1]',
    'email: true',
    "email: 'clicked'",
    "phone: 'not provided'",
    'address: contract.address',
    "hasEmail: user.email !== ''",
    'email_verified: user.emailVerified',
    '...props',
    '...data',
    'payload: data',
    'count: users.length',
    'contractAddress: contract.contractAddress.address',
    'error: data.result.message',
    'title: page.title',
    'user: user.id',
    'projects: user.projects.length',
    'signup_date: user.createdAt',
    'organization: org.name',
    'organization_name: org.name',
    'tab: tab.name',
    'label: name',
    "name: 'Open Menu'",
    'name: `${tab} Clicked`',
    'name: data.eventName',
    'reason: error.customMessage',
    '...data.BLOCK_USER',
    "work: email.includes('@')",
    'ok: isKnown(email)',
    'total: order.total',
    'distinct_id: user.email',
    'userType',
    'kind: userType',
    'kind: patientType',
    'written: customerSchema',
    'shown: userInterface',
    'limit: plan.maxUsers',
    'bought: order.additionalUsers',
    'active: data.monthlyActiveUsers',
    "link: `/lessons/${localStorage.getItem('i18nextLng')}`",
    'language: page.fallbackLng',
    "id: '550e8400-e29b-41d4-a716-446655440000'",
  ])('says nothing about { %s }', (entry) => {
    expect(severities(withEntry(entry))).toEqual([]);
  });
});

describe('no-pii: types', () => {
  const typed = (types: string, parameter: string, entry: string): readonly string[] =>
    severities(
      `import mixpanel from 'mixpanel-browser';\n${types}\nexport function f(${parameter}) { mixpanel.track('A', { ${entry} }); }\n`,
    );

  it.each([
    ['', 'email: boolean', 'email'],
    ['', "name: 'home' | 'search'", 'name'],
    ['', 'address: number', 'address'],
    ['', 'phone: boolean | null', 'phone'],
    ['interface Settings { plan: string; theme: string }', 'user: Settings', '...user'],
    ['interface User { id: string }', 'user: User', 'owner: user.id'],
    ['interface Bag { [key: string]: unknown }', 'values: Bag', '...values'],
    ['', 'user: string', 'user'],
  ])('%s f(%s) sends { %s }: clean', (types, parameter, entry) => {
    expect(typed(types, parameter, entry)).toEqual([]);
  });

  it.each([
    ['', 'email: string', 'email'],
    ['interface Account { id: string; email: string }', 'account: Account', '...account'],
    ['interface User { id: string; profile: { phone: string } }', 'who: User', '...who'],
    ['type Row = { firstName: string }', 'row: Row', 'row'],
    ['interface User { id: string; name: string }', 'data: User', 'name: data.name'],
  ])('%s f(%s) sends { %s }: P0', (types, parameter, entry) => {
    expect(typed(types, parameter, entry)).toEqual(['P0']);
  });

  it('reports the personal fields of a whole object', () => {
    const source = `import mixpanel from 'mixpanel-browser';\ninterface User { id: string; email: string; phone: string; plan: string }\nexport function f(user: User) { mixpanel.track('A', user); }\n`;
    const [problem] = reviewSources({ [FILE]: source }, { rules: [noPii] });
    expect([problem?.messageId, problem?.data?.['fields']]).toEqual(['fields', 'email, phone']);
  });

  it('takes fields out that a rest pattern takes out', () => {
    const source = `import mixpanel from 'mixpanel-browser';\ninterface User { id: string; email: string; plan: string }\nexport function f(user: User) { const { email, ...safe } = user; mixpanel.track('A', { ...safe }); }\n`;
    expect(severities(source)).toEqual([]);
  });
});

describe('no-pii: other places', () => {
  const program = (body: string): string =>
    `import mixpanel from 'mixpanel-browser';\nimport { store } from 'store';\nexport function f(user, org, email, step) {\n  ${body}\n}\n`;

  it.each([
    'mixpanel.people.set({ $email: user.email });',
    "mixpanel.people.set('$phone', user.phone);",
    'mixpanel.register({ email });',
    'mixpanel.track(`Invited ${store.user.email}`);',
    "mixpanel.track('Invited ' + store.email, {});",
    "mixpanel.set_group('company', org.billingEmail);",
    "mixpanel.get_group('company', org.id).set({ owner_email: org.owner.email });",
    "mixpanel.track('A', user);",
  ])('reports %s', (body) => {
    expect(severities(program(body))).toEqual(['P0']);
  });

  it.each([
    'mixpanel.identify(user.email);',
    "mixpanel.people.unset('$email');",
    'mixpanel.track(`Step ${store.step}`);',
    "mixpanel.set_group('company', org.id);",
    "mixpanel.get_group('company', org.id).set({ $name: org.name });",
    'mixpanel.register({ plan: user.plan });',
    "console.log(email); mixpanel.track('A');",
  ])('says nothing about %s', (body) => {
    expect(severities(program(body))).toEqual([]);
  });

  it('reports what a wrapper adds once', () => {
    const files = {
      'src/analytics.ts': `import mixpanel from 'mixpanel-browser';\nimport { store } from 'store';\nexport function track(event: string, props: object) { mixpanel.track(event, { ...props, email: store.user.email }); }\n`,
      'src/a.ts': `import { track } from './analytics';\nexport const a = () => track('A', { n: 1 });\nexport const b = () => track('B', { n: 2 });\n`,
    };
    const problems = reviewSources(files, { rules: [noPii] });
    expect(problems.map((problem) => [problem.at.file, problem.text])).toEqual([
      ['src/analytics.ts', 'email: store.user.email'],
    ]);
  });

  it('reports a personal field of the plan', () => {
    const plan = {
      'User Invited': {
        properties: {
          email: 'string',
          role: 'string',
          has_email: 'boolean',
          phone: 'boolean',
          name_length: 'integer',
        },
      },
    };
    const problems = reviewSources({}, { plan, rules: [noPii] });
    expect(problems.map((problem) => problem.property)).toEqual(['email']);
  });

  it('takes a bare name for that of a person among the data of one', () => {
    expect(severities(program("mixpanel.track('A', { name: store.value });"))).toEqual(['P2']);
    expect(severities(program('mixpanel.people.set({ name: store.value });'))).toEqual(['P0']);
    expect(severities(program("mixpanel.track('A', { name: store.value, email });"))).toEqual(['P0', 'P0']);
    expect(severities(program('mixpanel.people.set({ name: org.name });'))).toEqual([]);
  });

  it('tells wallets from postal addresses by their neighbours', () => {
    const entry = (entries: string): readonly string[] =>
      severities(program(`mixpanel.track('A', { ${entries} });`));
    expect(entry('address: user.address')).toEqual(['P0']);
    expect(entry('address: user.address, coin: "btc"')).toEqual(['P1']);
  });
});

describe('no-pii: configuration', () => {
  const source = `import mixpanel from 'mixpanel-browser';\nexport function f(user) {\n  mixpanel.people.set({ email: user.email });\n  mixpanel.track('Invited', { email: user.email, badge_number: user.badge, code: 'EMP-12345' });\n}\n`;

  it('allows a name in a method or an event only', () => {
    expect(severities(source)).toHaveLength(2);
    expect(severities(source, { pii: { allow: ['email'] } })).toEqual([]);
    expect(severities(source, { pii: { allow: [{ name: 'email', methods: ['people.set'] }] } })).toHaveLength(
      1,
    );
    expect(severities(source, { pii: { allow: [{ name: 'Email', events: ['Invited'] }] } })).toHaveLength(1);
    expect(severities(source, { pii: { allow: [{ name: 'email', events: ['Other'] }] } })).toHaveLength(2);
  });

  it('knows categories of the configuration by words and by pattern', () => {
    const categories = [
      { name: 'badge', severity: 'P2', words: ['badge number'] },
      { name: 'employee code', severity: 'P1', pattern: 'EMP-\\d{5}' },
    ];
    const found = reviewSources(
      { [FILE]: source },
      { rules: [noPii], config: { pii: { categories, allow: ['email'] } } },
    );
    expect(found.map((problem) => [problem.piiCategory, problem.severity])).toEqual([
      ['badge', 'P2'],
      ['employee code', 'P1'],
    ]);
  });
});

describe('no-pii: edits', () => {
  it.each([
    [
      '{ n: 1, email: user.email }',
      ['{ n: 1 }', '{ n: 1, userId: user.id }', '{ n: 1, hasEmail: Boolean(user.email) }'],
    ],
    [
      '{ email: user.email, n: 1 }',
      ['{ n: 1 }', '{ userId: user.id, n: 1 }', '{ hasEmail: Boolean(user.email), n: 1 }'],
    ],
    ['{ email }', ['{  }', '{ hasEmail: Boolean(email) }']],
    [
      "{ 'User Email': user.email }",
      ['{  }', "{ 'User Id': user.id }", "{ 'Has User Email': Boolean(user.email) }"],
    ],
    [
      '{ user_email: user.email, }',
      ['{ }', '{ user_id: user.id, }', '{ has_user_email: Boolean(user.email), }'],
    ],
    ['{ ...user }', ['{ user_id: user.id }']],
    ['user', ['{ user_id: user.id }']],
    ['{ to: encode(user.email) }', null],
  ])('repairs %s', (properties, expected) => {
    const source = `import mixpanel from 'mixpanel-browser';\nexport function f(user, email) { mixpanel.track('A', ${properties}); }\n`;
    const [problem] = reviewSources({ [FILE]: source }, { rules: [noPii] });
    const results = (problem?.edits ?? []).map((edit) => applyEdit(source, edit));
    const wanted = (expected ?? []).map((text) => source.replace(`'A', ${properties}`, `'A', ${text}`));
    if (expected) expect(results).toEqual(wanted);
    expect(problem).toBeDefined();
    expect((problem?.edits ?? []).filter((edit) => edit.isSafe)).toEqual([]);
  });
});

describe('no-pii: what types say', () => {
  const typed = (types: string, entry: string): readonly string[] =>
    reviewSources(
      {
        [FILE]: `import mixpanel from 'mixpanel-browser';\n${types}\nexport function send(item: Item) {\n  mixpanel.track('Sent', { ${entry} });\n}\n`,
      },
      { rules: [noPii] },
    ).map(({ severity, message }) => `${severity} ${message}`);

  it.each([
    ["interface Item { region: 'us' | 'eu' | 'in' }", 'region: item.region'],
    ["type Region = 'us' | 'eu'; interface Item { region: Region | null }", 'region: item.region'],
    ["enum Region { Us = 'us', Eu = 'eu' } interface Item { region: Region }", 'region: item.region'],
    [
      "interface Item { email: 'on' | 'off'; name: 'a' | 'b'; address: boolean }",
      'email: item.email, name: item.name, address: item.address',
    ],
    ['interface Item { email: number; phone: boolean }', 'email: item.email, phone: item.phone'],
    ["interface Item { comment: 'none' | 'some' }", 'comment: item.comment'],
  ])('%s overrules { %s }', (types, entry) => {
    expect(typed(types, entry)).toEqual([]);
  });

  it.each([
    ["interface Item { to: 'jane@example.com' | 'none' }", 'to: item.to', 'P0'],
    ["interface Item { gender: 'male' | 'female' }", 'gender: item.gender', 'P1'],
    ["interface Item { religion: 'christian' | 'muslim' }", 'religion: item.religion', 'P0'],
    ['interface Item { gender: string }', 'gender: item.gender', 'P1'],
    ['interface Item { email: string }', '...item', 'P0'],
  ])('%s does not overrule { %s }', (types, entry, severity) => {
    expect(typed(types, entry).map((text) => text.slice(0, 2))).toEqual([severity]);
  });

  it('names the personal field of an object under one key', () => {
    const [text] = typed(
      'interface User { id: string; name: string } interface Request { user: User } interface Item { request?: Request }',
      'hasIncomingRequest: item.request',
    );
    expect(text).toContain('sends an object that holds the name of a person (field user.name)');
  });
});

describe('no-pii: addresses among coins', () => {
  const code = (imports: string, entry: string): string =>
    `import mixpanel from 'mixpanel-browser';\n${imports}\nexport function f(it: any) { mixpanel.track('Banner Opened', { ${entry} }); }\n`;

  it.each([
    ["import { Contract } from 'ethers';", 'address: it.address', ['P1']],
    ["import { Address } from '@ton/core';", "address: it?.addressString || 'none'", ['P1']],
    ['// The Ethereum mainnet only.', 'x: it.address', ['P1']],
    ["import { Contract } from 'ethers';", 'shippingAddress: it.shippingAddress', ['P0']],
    ["import { Contract } from 'ethers';", 'x: it.homeAddress', ['P0']],
    ["import { Cart } from './cart';", 'address: it.address', ['P0']],
  ])('%s { %s }', (imports, entry, expected) => {
    expect(severities(code(imports, entry))).toEqual(expected);
  });

  it('looks at the other files of the project as well, and takes an account for a wallet there', () => {
    const found = (entry: string, other: string): readonly string[] =>
      reviewSources(
        {
          'src/a.ts': `import mixpanel from 'mixpanel-browser';\nexport function f(it: any, account: string) { mixpanel.people.set({ ${entry} }); }\n`,
          'src/b.ts': `import mixpanel from 'mixpanel-browser';\nimport { mainnet } from '${other}';\nmixpanel.track('Opened', { id: mainnet.id });\n`,
        },
        { rules: [noPii] },
      ).map(({ severity }) => severity);
    expect(found('x: it.address', 'viem')).toEqual(['P1']);
    expect(found('x: it.address', './places')).toEqual(['P0']);
    expect(found('name: account', 'viem')).toEqual(['P1']);
    expect(found('name: account', './places')).toEqual(['P0']);
    expect(found('name: it.name', 'viem')).toEqual(['P0']);
  });

  it('reports what a wrapper passes on through a copy once, at its caller', () => {
    const wrapper = `import mixpanel from 'mixpanel-browser';
const upper = ([key, value]: [string, any]) => [key.toUpperCase(), value];
const copy = (properties: any) => Object.fromEntries(Object.entries(properties).map(upper));
const register = (properties: any): void => mixpanel.register(copy(properties));
export const setEmail = (email: string): void => register({ email });
`;
    expect(severities(wrapper)).toEqual(['P0']);
  });
});

describe('no-pii: what is filled in later', () => {
  const code = (state: string, entry: string): string => `import React, { useRef, useState } from 'react';
import mixpanel from 'mixpanel-browser';
export function Form() {
  ${state}
  return <button onClick={() => mixpanel.track('Form Sent', { ${entry} })} />;
}
`;
  const found = (state: string, entry: string): readonly string[] =>
    reviewSources({ 'src/form.tsx': code(state, entry) }, { rules: [noPii] }).map(({ severity }) => severity);

  it.each([
    ["const [email, setEmail] = useState('');", 'email', ['P0']],
    ["const [email, setEmail] = useState<string>('');", 'to: email.trim()', ['P0']],
    ['const [phone, setPhone] = useState();', 'to: phone', ['P0']],
    ['const [phone, setPhone] = useState<string | null>(null);', 'to: phone', ['P0']],
    ['const [me, setMe] = useState<string | null>(null);', 'who: me ?? null', []],
    ['const [me, setMe] = useState<Me | null>(null);', 'who: me ?? null', ['P0']],
    ['const [me, setMe] = useReducer<string | null>(null);', 'who: me ?? null', ['P0']],
    ['const [user, setUser] = React.useState(null);', 'who: user', ['P0']],
    ["const [form, setForm] = useState({ email: '', plan: 'pro' });", 'to: form.email', ['P0']],
    ["const [form, setForm] = useState({ email: '', plan: 'pro' });", '...form', ['P0']],
    ["const form = useRef({ email: '' });", 'to: form.current.email', ['P0']],
    ["let email = ''; const on = (e) => { email = e.target.value; };", 'to: email', ['P0']],
    ["const [tab, setTab] = useState('home');", 'tab', []],
    ["const [step, setStep] = useState('');", 'step', []],
    ["const [form, setForm] = useState({ email: '', plan: 'pro' });", 'to: form.plan', []],
    ["const [emailType, setEmailType] = useState('');", 'to: emailType', []],
    ['const [isEmailValid, setValid] = useState(false);', 'to: isEmailValid', []],
  ])('%s { %s }', (state, entry, expected) => {
    expect(found(state, entry)).toEqual(expected);
  });
});
