import { readFileSync } from 'node:fs';
import { rules as analyzerRules } from '@tracklint/analyzer';
import type { Rule, Severity } from '@tracklint/analyzer';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { createConfigs } from '../../src/configs.js';
import mixpanel from '../../src/index.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<
  'name' | 'version',
  string
> & { readonly peerDependencies: Readonly<Record<string, string>> };

const rulesByName = new Map(analyzerRules.map((rule) => [rule.name, rule]));
const isForEditors = ({ meta }: Rule): boolean => meta.where.includes('call') || meta.where.includes('plan');

describe('the plugin', () => {
  it('says who it is', () => {
    expect(mixpanel.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'mixpanel' });
    expect(manifest.peerDependencies['eslint']).toBe('^9.0.0 || ^10.0.0');
  });

  it('has every rule of the analyzer that looks at a call or at the plan, and no other', () => {
    const wanted = analyzerRules.filter(isForEditors).map(({ name }) => name);
    expect(Object.keys(mixpanel.rules)).toEqual(wanted);
    expect(wanted).toContain('no-pii');
    expect(wanted).not.toContain('unused-event');
  });

  it('has the four configurations', () => {
    expect(Object.keys(mixpanel.configs).sort()).toEqual([
      'all',
      'recommended',
      'recommended-type-checked',
      'strict',
    ]);
  });
});

describe.each(Object.entries(mixpanel.rules))('%s', (name, { meta }) => {
  const rule = rulesByName.get(name)!;

  it('describes itself as the analyzer does', () => {
    expect(meta?.docs?.description).toBe(rule.meta.summary);
    expect(meta?.docs?.url).toMatch(new RegExp(`^https://.*/rules-docs/${name}\\.md$`));
    expect(meta?.type).toBe(['P0', 'P1'].includes(rule.meta.severity) ? 'problem' : 'suggestion');
    expect(Object.keys(meta?.messages ?? {})).toEqual([...Object.keys(rule.meta.messages), 'failure']);
    expect(meta?.fixable).toBe(rule.meta.isFixable ? 'code' : undefined);
  });

  it('takes no options, and refuses them', () => {
    expect(meta?.schema).toEqual([]);
  });
});

const LEVELS: Readonly<Record<string, Readonly<Record<Severity, string | undefined>>>> = {
  recommended: { P0: 'error', P1: 'error', P2: 'warn', P3: undefined },
  'recommended-type-checked': { P0: 'error', P1: 'error', P2: 'warn', P3: undefined },
  strict: { P0: 'error', P1: 'error', P2: 'error', P3: undefined },
  all: { P0: 'error', P1: 'error', P2: 'error', P3: 'error' },
};

describe.each(Object.entries(mixpanel.configs))('configs.%s', (name, config: Linter.Config) => {
  it('has a name and the exported plugin, for flat configuration', () => {
    expect(config.name).toBe(`mixpanel/${name}`);
    expect(config.plugins?.['mixpanel']).toBe(mixpanel);
    expect(Object.keys(config).sort()).toEqual(
      name === 'recommended-type-checked'
        ? ['languageOptions', 'name', 'plugins', 'rules']
        : ['name', 'plugins', 'rules'],
    );
  });

  it('has every rule at the level of its severity', () => {
    const wanted = Object.keys(mixpanel.rules).flatMap((rule) => {
      const level = LEVELS[name]?.[rulesByName.get(rule)!.meta.severity];
      return level === undefined ? [] : [[`mixpanel/${rule}`, level]];
    });
    expect(config.rules).toEqual(Object.fromEntries(wanted));
  });
});

it('only the configuration with types asks the parser for them', () => {
  const asks = ({ languageOptions }: Linter.Config): boolean =>
    (languageOptions?.parserOptions as Record<string, unknown> | undefined)?.['projectService'] === true;
  expect(
    Object.entries(mixpanel.configs)
      .filter(([, config]) => asks(config))
      .map(([name]) => name),
  ).toEqual(['recommended-type-checked']);
});

it('a rule that comes later joins without a change', () => {
  const later = (name: string, severity: Severity): Rule => ({
    name,
    meta: { ...analyzerRules[0]!.meta, severity, where: ['plan'] },
  });
  const configs = createConfigs(
    [later('first', 'P1'), later('second', 'P2'), later('third', 'P3')],
    () => mixpanel,
  );
  expect(configs.recommended.rules).toEqual({ 'mixpanel/first': 'error', 'mixpanel/second': 'warn' });
  expect(configs.all.rules).toEqual({
    'mixpanel/first': 'error',
    'mixpanel/second': 'error',
    'mixpanel/third': 'error',
  });
});
