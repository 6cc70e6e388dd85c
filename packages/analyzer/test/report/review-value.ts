import type { TrackingCall } from '../../src/link/call.js';
import type { Finding, Review } from '../../src/review/review.js';
import type { ReportOptions } from '../../src/report/report-options.js';
import { CATEGORIES, SEVERITIES } from '../../src/review/categories.js';
import type { Category, Severity } from '../../src/rules/rule.js';

/** Reviews made by hand, so that reports are tested without the engine. */

export const TEXT = [
  "import { trackEvent } from './analytics';",
  '',
  'export function createTask(user: User) {',
  "  trackEvent('Task Created', {",
  '    id: user.id,',
  '    email: user.email,',
  '  });',
  '}',
  '',
].join('\n');

const CALL = { file: 'src/task.ts', start: TEXT.indexOf('trackEvent('), end: TEXT.indexOf(');') + 1 };

export const options: ReportOptions = {
  color: false,
  width: 80,
  version: '1.2.3',
  rules: [
    {
      name: 'no-pii',
      severity: 'P0',
      category: 'PII Protection',
      summary: 'Personal data is not sent to Mixpanel.',
    },
    {
      name: 'unix-ms-time',
      severity: 'P2',
      category: 'Naming and Time',
      summary: 'Times are Unix milliseconds.',
    },
  ],
};

export function finding(change: Partial<Finding> = {}): Finding {
  const start = TEXT.indexOf('email:');
  return {
    rule: 'no-pii',
    severity: 'P0',
    category: 'PII Protection',
    file: 'src/task.ts',
    line: 6,
    column: 5,
    endLine: 6,
    endColumn: 22,
    message: 'The property "email" holds an e-mail address. Mixpanel must not get it.',
    fix: 'Drop the property, or send user.id.',
    evidence: ['user.email is an e-mail address by its name'],
    event: 'Task Created',
    property: 'email',
    call: { file: 'src/task.ts', line: 4 },
    via: [{ name: 'trackEvent', place: { file: 'src/analytics.ts', start: 0, end: 5 }, line: 4 }],
    fingerprint: '0123456789abcdef0123456789abcdef',
    edits: [
      {
        title: 'Drop the property',
        isSafe: true,
        changes: [{ at: { file: 'src/task.ts', start, end: start + 'email: user.email,'.length }, text: '' }],
      },
    ],
    status: 'new',
    piiCategory: 'email',
    reason: null,
    cause: null,
    ...change,
  };
}

export function trackingCall(change: Partial<TrackingCall> = {}): TrackingCall {
  const unknown = { kind: 'unknown', name: null, reason: 'made by hand', at: CALL } as const;
  const flow = (name: string) => ({
    name,
    value: unknown,
    at: CALL,
    keyAt: CALL,
    origin: 'call' as const,
    optional: false,
  });
  return {
    file: 'src/task.ts',
    at: CALL,
    line: 4,
    column: 3,
    endLine: 7,
    endColumn: 5,
    role: 'call',
    kind: 'track',
    method: 'track',
    sdk: 'mixpanel-browser',
    runtime: 'browser',
    event: {
      form: 'literal',
      name: 'Task Created',
      names: ['Task Created'],
      pattern: null,
      value: { kind: 'literal', value: 'Task Created', at: CALL },
      at: CALL,
    },
    properties: [flow('id'), flow('email')],
    open: [],
    propertiesOpen: false,
    distinctId: null,
    group: null,
    guarded: true,
    via: [],
    args: [],
    context: {
      fn: null,
      fnName: 'createTask',
      isAwaited: false,
      isReturned: false,
      isStatement: true,
      isVoided: false,
      inTry: false,
      inCatch: false,
      hasRejectionHandler: false,
      inAsync: false,
    },
    isDeferred: false,
    sdkCall: CALL,
    ...change,
  };
}

export function review(findings: readonly Finding[] = [finding()], change: Partial<Review> = {}): Review {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const [P0 = 0, P1 = 0, P2 = 0, P3 = 0] = SEVERITIES.map(count);
  const categories = Object.fromEntries(
    CATEGORIES.map((category) => {
      const issues = findings.filter((each) => each.category === category).length;
      return [category, { status: issues > 0 ? 'FAIL' : 'PASS', issues }];
    }),
  ) as Record<Category, { status: 'PASS' | 'FAIL'; issues: number }>;
  return {
    scope: { mode: 'all', branch: 'main', base: null, date: '2026-11-21' },
    summary: { P0, P1, P2, P3, categories },
    findings,
    accepted: [],
    suppressed: [],
    notices: [],
    calls: [trackingCall()],
    stats: { files: 12, parsed: 3, calls: 1, milliseconds: 40 },
    texts: new Map([['src/task.ts', TEXT]]),
    ...change,
  };
}

/** One finding of every severity and status, with notices. */
export const fullReview: Review = review(
  [
    finding(),
    finding({ severity: 'P1', rule: 'lost-event', category: 'Service Patterns', property: null, edits: [] }),
    finding({ severity: 'P2', rule: 'unix-ms-time', category: 'Naming and Time', event: null, via: [] }),
    finding({
      severity: 'P3',
      rule: 'unused-event',
      call: null,
      cause: { file: 'src/analytics.ts', line: 2 },
    }),
  ],
  {
    accepted: [finding({ status: 'baseline' })],
    suppressed: [finding({ status: 'suppressed', reason: 'agreed with legal' })],
    notices: [
      { kind: 'no-plan', file: null, line: null, message: 'No tracking plan was found.' },
      { kind: 'unparsed', file: 'src/broken.ts', line: null, message: 'src/broken.ts cannot be parsed.' },
    ],
  },
);

/** Text that every format has to defuse. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '](https://example.com/evil) **bold** `code` | cell',
  '@octocat #12 https://example.com www.example.com',
  '\u001b[31mred\u001b[0m \u202egnp.exe',
  '%0A::error::nested\n::warning file=a::b',
  '=HYPERLINK("https://example.com")',
];
