import { describe, expect, it } from 'vitest';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { planInlineComments } from '../../src/delivery/inline-comments.js';
import { explainFinding } from '../../src/delivery/replies.js';
import { renderReport } from '../../src/delivery/report.js';
import { judge } from '../../src/delivery/verdict.js';
import { markerSigner } from '../../src/github/marker.js';
import { change } from './states.js';
import type { Files } from './states.js';

const LIMITS = { timeoutMs: 60_000, memoryMegabytes: 1_000 };
const VALUES = {
  mail: 'jane.doe@customer-mail.com',
  phone: '+49 171 2345678',
  card: '4111 1111 1111 1111',
  iban: 'DE89370400440532013000',
  name: 'Jane Quenneville',
} as const;
const { mail, phone, card, iban, name } = VALUES;
const HEAD = 'a'.repeat(40);

const BASE: Files = {
  'src/analytics.ts': `import mixpanel from 'mixpanel-browser';
export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`,
  'package.json': '{"dependencies":{"mixpanel-browser":"2"}}',
};

const places: Readonly<Record<string, Files>> = {
  'values of properties': {
    'src/a.ts': `import { trackEvent } from './analytics';
trackEvent('Signed Up', { email: '${mail}', phone: '${phone}', first_name: '${name}', note: '${card}', iban: '${iban}' });
trackEvent('Signed Up', { contact: \`mail ${mail} or ${phone}\`, time: '2026-01-01', full_name: "${name}" });
`,
  },
  'names of events and properties': {
    'src/a.ts': `import { trackEvent } from './analytics';
trackEvent('Mail to ${mail}', { email: 'x', '${mail}': 1, 'call ${phone}': 2, '${iban}': 3 });
trackEvent(\`Paid with ${card}\`, { '${card}': user.email });
`,
  },
  identities: {
    'src/a.ts': `import mixpanel from 'mixpanel-browser';
mixpanel.identify('${mail}');
mixpanel.alias('${phone}');
mixpanel.people.set({ $email: '${mail}', $name: '${name}', $phone: '${phone}' });
mixpanel.register({ email: '${mail}' });
`,
  },
  'reasons of suppressions': {
    'src/a.ts': `import { trackEvent } from './analytics';
// eslint-disable-next-line mixpanel/no-pii -- agreed with ${mail}, ${phone}, card ${card}
trackEvent('Signed Up', { email: user.email });
`,
  },
  'the configuration of the change': {
    'tracklint.config.yaml': [
      `# owner ${mail}, ${phone}`,
      'pii:',
      '  allow:',
      `    - name: "${mail}"`,
      `      events: ["${phone}"]`,
      `ignore: ["legacy/${mail}/**", "x/${iban}"]`,
    ].join('\n'),
  },
  'a configuration that is broken': { 'tracklint.config.yaml': `"${mail}": [${phone}\n${card}: ]` },
  'a key that is not known': {
    'tracklint.config.json': JSON.stringify({ [mail]: phone, rules: { [mail]: 'off' } }),
  },
  'names of files': {
    [`src/${mail}/${iban}.ts`]:
      "import { trackEvent } from '../analytics';\ntrackEvent('Signed Up', { email: user.email });\n",
  },
  'names in the code around': {
    'src/a.ts': `import { trackEvent } from './analytics';
const lookup = { '${mail}': 'Signed Up' };
trackEvent(lookup['${mail}'], { email: find('${mail}').email, time: new Date('${phone}').toISOString() }); // ${mail}
`,
  },
  'a file that cannot be parsed': {
    'src/a.ts': `import { trackEvent } from './analytics';\ntrackEvent('${mail}', { email: '${mail}' ] ${phone};`,
  },
};

describe('personal values', () => {
  it.each(Object.entries(places))('in %s are in no answer and no comment', async (place, files) => {
    const result = await runAnalysis(await change(BASE, files), LIMITS);
    const verdict = judge(result, []);
    const scope = {
      branch: null,
      base: HEAD,
      head: HEAD,
      date: '2026-01-01',
      repositoryUrl: null,
      pausedBy: null,
    };
    const patch = `@@ -0,0 +1,9 @@\n${'+x\n'.repeat(9)}`;
    const paths = new Set(result.findings.map(({ file }) => file));
    const { create } = planInlineComments({
      ...{ verdict, all: result.findings, existing: [], head: HEAD, repositoryUrl: null, limit: 30 },
      ...{ signer: markerSigner('key', '1#2'), patches: new Map([...paths].map((file) => [file, patch])) },
    });
    const shown: Record<string, string> = {
      report: renderReport(result, verdict, scope, { limit: 65_000, whereElse: 'x' }),
      comments: create.map(({ body }) => body).join('\n'),
      explanations: [...result.findings, ...result.suppressed]
        .map((finding) =>
          explainFinding(finding, { repositoryUrl: 'https://github.com/acme/shop', head: HEAD }),
        )
        .join('\n'),
      // Where a file lies has to be said to GitHub as it is.
      answer: JSON.stringify(result, (key, value: unknown) => (key === 'file' ? '' : value)),
    };
    const leaks = Object.entries(shown).flatMap(([where, text]) =>
      Object.entries(VALUES).flatMap(([kind, value]) =>
        [value, value.replace('@', '@&#8203;'), encodeURIComponent(value)].some((form) => text.includes(form))
          ? [`${kind} in the ${where}`]
          : [],
      ),
    );
    expect([place, leaks]).toEqual([place, []]);
    if (place !== 'a file that cannot be parsed')
      expect(result.findings.length + result.suppressed.length + result.relaxations.length).toBeGreaterThan(
        0,
      );
  });

  it('of the base configuration are in no error', async () => {
    for (const text of [
      `"${mail}": [${phone}`,
      `"${mail}": 1`,
      `plan: { path: "${mail}" }`,
      `baseline: "${mail}"`,
    ]) {
      const input = await change({ ...BASE, 'tracklint.config.yaml': text }, { 'src/b.ts': 'export {};' });
      const message = await runAnalysis(input, LIMITS).then(
        () => '',
        (error: unknown) => String(error),
      );
      expect(message).not.toContain(mail);
      expect(message).not.toContain(phone);
    }
  });
});
