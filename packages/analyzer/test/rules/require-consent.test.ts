import { describe, expect, it } from 'vitest';
import { requireConsent } from '../../src/rules/require-consent.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const IMPORT = `import mixpanel from 'mixpanel-browser';\n`;
const review = (code: string, consent = 'required', more: Record<string, string> = {}) =>
  reviewSources({ 'src/a.ts': IMPORT + code, ...more }, { config: { consent }, rules: [requireConsent] });

describe('require-consent', () => {
  it.each([
    `mixpanel.init('t');`,
    `mixpanel.init('t', { debug: true });`,
    `mixpanel.init('t', { opt_out_tracking_by_default: false });`,
    `export function start() { mixpanel.init('t'); }`,
    `if (process.env.NODE_ENV === 'production') mixpanel.init('t');`,
    `export function start(user: unknown) { if (!user) return; mixpanel.init('t'); }`,
    `export function start() { mixpanel.init('t'); }\nexport const boot = () => start();`,
  ])('reports %s', (code) => {
    expect(review(code).map((problem) => problem.messageId)).toEqual(['startsTracking']);
  });

  it.each([
    `mixpanel.init('t', { opt_out_tracking_by_default: true });`,
    `export const start = (agreed: boolean) => mixpanel.init('t', { opt_out_tracking_by_default: !agreed });`,
    `mixpanel.init('t');\nmixpanel.opt_out_tracking();`,
    `export function start(hasConsent: boolean) { if (hasConsent) mixpanel.init('t'); }`,
    `export function start(hasConsent: boolean) { if (!hasConsent) return; mixpanel.init('t'); }`,
    `export const start = (consent: { analytics: boolean }) => consent.analytics && mixpanel.init('t');`,
    `export function onCookiesAccepted() { mixpanel.init('t'); }`,
    `import { onConsent } from '@example/cmp';\nonConsent(() => mixpanel.init('t'));`,
    `function start() { mixpanel.init('t'); }\nif (localStorage.getItem('cookie_consent') === 'yes') start();`,
    `import { options } from '@example/options';\nmixpanel.init('t', { ...options });`,
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it('says nothing where consent is not required, and about servers', () => {
    expect(review(`mixpanel.init('t');`, 'not-required')).toEqual([]);
    const server = {
      'src/server.ts': `import Mixpanel from 'mixpanel';\nexport const client = Mixpanel.init('t');\n`,
    };
    expect(review('', 'required', server)).toEqual([]);
  });

  it('suggests the option', () => {
    const code = `${IMPORT}mixpanel.init('t', {\n  debug: true,\n});\n`;
    const [problem] = reviewSources(
      { 'src/a.ts': code },
      { config: { consent: 'required' }, rules: [requireConsent] },
    );
    expect(applyEdit(code, problem!.edits![0]!)).toContain(
      '{\n  opt_out_tracking_by_default: true,\n  debug: true,\n}',
    );
  });
});
