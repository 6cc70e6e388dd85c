import { describe, expect, it } from 'vitest';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { change } from './states.js';
import type { Files } from './states.js';

const LIMITS = { timeoutMs: 60_000, memoryMegabytes: 1_000 };

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`;
const CALL = `import { trackEvent } from './analytics';
export function signUp(user: { id: string; email: string }) {
  trackEvent('Signed Up', { plan: 'free' });
}
`;
const BASE: Files = {
  'src/analytics.ts': WRAPPER,
  'src/sign-up.ts': CALL,
  'package.json': '{"dependencies":{"mixpanel-browser":"2"}}',
};
const BAD = CALL.replace("plan: 'free'", 'email: user.email');

const analyse = async (base: Files, head: Files) => runAnalysis(await change(base, head), LIMITS);

describe('runAnalysis', () => {
  it('finds what the change causes, through a wrapper in another file', async () => {
    const { findings, accepted, relaxations } = await analyse(BASE, { 'src/sign-up.ts': BAD });
    expect(findings).toMatchObject([
      {
        rule: 'no-pii',
        severity: 'P0',
        file: 'src/sign-up.ts',
        line: 3,
        isOnChangedLine: true,
        property: 'email',
      },
    ]);
    expect([accepted, relaxations]).toEqual([0, []]);
  });

  it('finds nothing in what was there before', async () => {
    expect((await analyse({ ...BASE, 'src/sign-up.ts': BAD }, { 'readme.md': 'x' })).findings).toEqual([]);
  });

  it('tells what a change of the wrapper causes in files that were not touched', async () => {
    const silent = WRAPPER.replace('mixpanel.track(name, properties);', 'void name;');
    const base = { ...BASE, 'src/analytics.ts': silent, 'src/sign-up.ts': BAD };
    const { findings } = await analyse(base, { 'src/analytics.ts': WRAPPER });
    expect(findings).toMatchObject([
      {
        rule: 'no-pii',
        file: 'src/sign-up.ts',
        isOnChangedLine: false,
        cause: { file: 'src/analytics.ts', line: 3 },
      },
    ]);
  });

  it('judges by the configuration and the baseline of the policy, and lists what the change would allow', async () => {
    const config = JSON.stringify({ rules: { 'no-pii': 'off' }, pullRequests: { failOn: 'never' } });
    const { findings, relaxations, pullRequests } = await analyse(BASE, {
      'src/sign-up.ts': BAD,
      'tracklint.config.json': config,
    });
    expect(findings).toMatchObject([{ rule: 'no-pii' }]);
    expect(pullRequests.failOn).toBe('P0');
    expect(relaxations.map(({ what }) => what)).toEqual([
      'A configuration file tracklint.config.json is added.',
      'The rule no-pii is turned off.',
      'The setting "pullRequests.failOn" is changed.',
    ]);
  });

  it('lists what a comment of the change suppresses', async () => {
    const suppressed = BAD.replace(
      "  trackEvent('Signed",
      "  // eslint-disable-next-line mixpanel/no-pii -- agreed with legal\n  trackEvent('Signed",
    );
    const { findings, suppressed: aside } = await analyse(BASE, { 'src/sign-up.ts': suppressed });
    expect(findings).toEqual([]);
    expect(aside).toMatchObject([{ rule: 'no-pii', reason: 'agreed with legal' }]);
  });

  it('says when the policy itself is broken, and ignores a broken configuration of the change', async () => {
    const broken = { 'tracklint.config.json': '{ "rulez": {} }' };
    await expect(analyse({ ...BASE, ...broken }, { 'src/sign-up.ts': BAD })).rejects.toMatchObject({
      code: 'bad-configuration',
    });
    const { findings, relaxations } = await analyse(BASE, { 'src/sign-up.ts': BAD, ...broken });
    expect(findings).toHaveLength(1);
    expect(relaxations[0]?.what).toMatch(/^After the change its configuration cannot be used/);
  });

  it('suggests only what was judged again', async () => {
    const call = CALL.replace("plan: 'free'", 'time: new Date().toISOString()');
    const { findings } = await analyse(BASE, { 'src/sign-up.ts': call });
    const [finding] = findings.filter(({ suggestion }) => suggestion !== null);
    expect(finding?.suggestion).toMatchObject({ startLine: 3, endLine: 3 });
  });

  it('judges everything if there is no base', async () => {
    const input = await change({ ...BASE, 'src/sign-up.ts': BAD }, {});
    expect((await runAnalysis({ ...input, base: null }, LIMITS)).findings).toMatchObject([
      { rule: 'no-pii' },
    ]);
  });
});
