import type { Cases, Reported, Tier } from './rule-tester.js';

/** A wrapper in another file, in plain JavaScript, which every tier can import. */
export const RECORD = `import mixpanel from 'mixpanel-browser';
export function record(name, properties) {
  try {
    mixpanel.track(name, properties);
  } catch {
    // Tracking must not break the page.
  }
}
export const EVENTS = { signedUp: 'Signed Up' };
`;

const HEAD = `import { record } from './record';\n`;
const inner = (line: string) => `${HEAD}${line}\n`;

const EMAIL: Reported = {
  messageId: 'property',
  data: { property: 'email', noun: 'an e-mail address', where: 'the event' },
  line: 2,
  column: 23,
  endLine: 2,
  endColumn: 40,
  suggestions: [
    { desc: 'Drop the property', output: inner(`record('Signed Up', {  });`) },
    { desc: 'Send user.id instead', output: inner(`record('Signed Up', { userId: user.id });`) },
    {
      desc: 'Send hasEmail: Boolean(user.email) instead',
      output: inner(`record('Signed Up', { hasEmail: Boolean(user.email) });`),
    },
  ],
};

/** Cases that are JavaScript and the same in every tier. `code` is what stands in a script. */
const SHARED: Readonly<Record<string, Cases>> = {
  'no-pii': {
    valid: [
      { name: 'an id', code: inner(`record('Signed Up', { user_id: user.id });`) },
      {
        name: 'whether there is one',
        code: inner(`record('Signed Up', { has_email: Boolean(user.email) });`),
      },
      { name: 'a name of something else', code: inner(`record('Signed Up', { plan_name: plan.name });`) },
      {
        name: 'allowed by the settings',
        code: inner(`record('Signed Up', { email: user.email });`),
        settings: { pii: { allow: ['email'] } },
      },
      {
        name: 'another function of that name',
        code: inner(`{ const record = () => 1; record('Signed Up', { email: user.email }); }`),
      },
      {
        name: 'a wrapper of something else',
        code: `import { record } from 'elsewhere';\nrecord('Signed Up', { email: user.email });\n`,
      },
    ],
    invalid: [
      {
        name: 'an address, through a wrapper in another file',
        code: inner(`record('Signed Up', { email: user.email });`),
        errors: [EMAIL],
      },
    ],
  },
  'unix-ms-time': {
    valid: [
      { name: 'milliseconds', code: inner(`record('Saved', { at: Date.now() });`) },
      { name: 'milliseconds of a date', code: inner(`record('Saved', { at: new Date(0).getTime() });`) },
      {
        name: 'turned off',
        code: inner(`record('Saved', { at: new Date().toISOString() });`),
        settings: { rules: { 'unix-ms-time': 'off' } },
      },
      {
        name: 'not sent',
        code: inner(`const at = new Date().toISOString(); record('Saved', { ok: at.length > 3 });`),
      },
    ],
    invalid: [
      {
        name: 'text',
        code: inner(`record('Saved', { at: new Date().toISOString() });`),
        errors: [
          {
            messageId: 'text',
            data: { property: 'at', step: 'toISOString()' },
            line: 2,
            column: 19,
            endColumn: 47,
            suggestions: [{ desc: 'Send Date.now()', output: inner(`record('Saved', { at: Date.now() });`) }],
          },
        ],
      },
    ],
  },
  'no-dynamic-event-name': {
    valid: [
      { name: 'a literal', code: inner(`record('Opened', { id });`) },
      {
        name: 'a constant of another file',
        code: `import { EVENTS, record } from './record';\nrecord(EVENTS.signedUp);\n`,
      },
      { name: 'one of two', code: inner('record(`Menu ${isOpen ? "Opened" : "Closed"}`);') },
    ],
    invalid: [
      {
        name: 'a template with data',
        code: inner('record(`Opened ${id}`);'),
        errors: [
          {
            messageId: 'dynamic',
            data: { pattern: 'Opened *' },
            line: 2,
            column: 8,
            endColumn: 22,
          },
        ],
      },
    ],
  },
  'valid-distinct-id': {
    valid: [
      {
        name: 'the id of the user',
        code: `import mixpanel from 'mixpanel-browser';\nmixpanel.identify(user.id);\n`,
      },
      {
        name: 'of another vendor',
        code: `import amplitude from 'amplitude-js';\namplitude.identify(user.email);\n`,
      },
    ],
    invalid: [
      {
        name: 'an address',
        code: `import mixpanel from 'mixpanel-browser';\nmixpanel.identify(user.email);\n`,
        errors: [
          { messageId: 'personal', data: { noun: 'an e-mail address' }, line: 2, column: 19, endColumn: 29 },
        ],
      },
    ],
  },
};

/** @param wrap puts a script into a file of the tier; the lines before it move what is reported */
export function testShared(tier: Tier, wrap: (code: string) => string = (code) => code): void {
  const added = wrap('\0').slice(0, wrap('\0').indexOf('\0')).split('\n').length - 1;
  const move = (error: Reported): Reported => ({
    ...error,
    line: error.line + added,
    ...(error.endLine === undefined ? {} : { endLine: error.endLine + added }),
    ...(error.suggestions === undefined
      ? {}
      : { suggestions: error.suggestions.map(({ desc, output }) => ({ desc, output: wrap(output) })) }),
  });
  for (const [rule, { valid, invalid }] of Object.entries(SHARED)) {
    tier.test(rule, {
      valid: valid.map((one) => ({ ...one, code: wrap(one.code) })),
      invalid: invalid.map((one) => ({ ...one, code: wrap(one.code), errors: one.errors.map(move) })),
    });
  }
}
