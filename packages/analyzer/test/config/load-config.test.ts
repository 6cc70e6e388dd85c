import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.js';
import { defaultConfig } from '../../src/config/defaults.js';
import { loadConfigOnDemand } from '../../src/config/load-config-on-demand.js';
import { loadConfig } from '../../src/config/load-config.js';
import { memorySource } from '../../src/source/memory.js';

const load = (text: string, file = 'tracklint.config.json') =>
  loadConfig(memorySource({ [file]: text }), { knownRules: ['no-pii', 'unused-event'] });

function problemOf(text: string, file?: string): string {
  try {
    load(text, file);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('accepted', () => {
  test('no file', async () => {
    expect(loadConfig(memorySource({}))).toBe(defaultConfig);
    expect(await loadConfigOnDemand(memorySource({}))).toBe(defaultConfig);
  });

  test.each([
    ['tracklint.config.json', '{}'],
    ['tracklint.config.jsonc', '// nothing yet\n{ "rules": {}, }'],
    ['tracklint.config.jsonc', ''],
    ['tracklint.config.yaml', ''],
    ['tracklint.config.yml', '# nothing yet\nrules: {}\n'],
  ])('%s with %j is the default', (file, text) => {
    expect(load(text, file)).toEqual({ ...defaultConfig, file });
  });

  test('every form of every key', () => {
    const text = `{
      "$schema": "https://example.com/schema.json",
      "plan": "src/events.ts",
      "rules": { "no-pii": "off", "unused-event": ["P1", {}] },
      "ignore": ["**/*.stories.tsx", "legacy/{a,b}/**"],
      "pii": {
        "allow": ["city", { "name": "city", "methods": ["people.set"] }],
        "categories": [{ "name": "badge", "severity": "P1", "words": ["badge number"], "pattern": "^B-[0-9]+$" }, { "name": "x" }],
      },
      "distinctId": { "prefixes": [] },
      "eventNames": { "pattern": "[a-z]+\\\\.[a-z]+" },
      "analyticsModule": "src/analytics/**", "consent": "required", "residency": "eu",
      "trackers": [{ "module": "@example/analytics", "name": "send" }],
      "vendors": ["mixpanel", "segment"],
      "pullRequests": { "failOn": "never", "drafts": "skip", "inlineComments": 0 },
    }`;
    expect(load(text)).toEqual({
      file: 'tracklint.config.json',
      plan: { path: 'src/events.ts', export: null },
      rules: {
        'no-pii': { severity: 'off', options: {} },
        'unused-event': { severity: 'P1', options: {} },
      },
      ignore: ['**/*.stories.tsx', 'legacy/{a,b}/**'],
      pii: {
        allow: [
          { name: 'city', methods: [], events: [] },
          { name: 'city', methods: ['people.set'], events: [] },
        ],
        categories: [
          { name: 'badge', severity: 'P1', words: ['badge number'], pattern: '^B-[0-9]+$' },
          { name: 'x', severity: 'P0', words: [], pattern: null },
        ],
        neverLog: ['organization_name'],
      },
      distinctId: { prefixes: [] },
      eventNames: { pattern: '[a-z]+\\.[a-z]+', prefix: null },
      analyticsModule: 'src/analytics/**',
      consent: 'required',
      residency: 'eu',
      trackers: [{ module: '@example/analytics', name: 'send', method: 'track' }],
      vendors: ['mixpanel', 'segment'],
      pullRequests: { failOn: 'never', drafts: 'skip', suppressions: 'gate', inlineComments: 0 },
      baseline: 'tracklint-baseline.json',
    });
  });

  test('YAML with anchors', async () => {
    const text =
      'rules:\n  no-pii: { severity: P2 }\nplan: { path: a.ts, export: registry }\nignore: &list [a/**]\npii: { neverLog: *list }\n';
    const source = memorySource({ 'settings/t.yml': text });
    const config = await loadConfigOnDemand(source, { path: './settings/t.yml' });
    expect(config).toMatchObject({
      file: 'settings/t.yml',
      plan: { path: 'a.ts', export: 'registry' },
      pii: { neverLog: ['a/**'] },
    });
    expect(config.rules).toEqual({ 'no-pii': { severity: 'P2', options: {} } });
  });
});

describe('refused with one sentence', () => {
  const F = 'tracklint.config.json';
  test.each([
    ['{\n "rule": {}\n}', `${F}:2: unknown key "rule"; did you mean "rules"?`],
    [
      '{"xyzzy": 1}',
      `${F}:1: unknown key "xyzzy"; remove it, or use one of analyticsModule, baseline, consent, distinctId, eventNames, ignore, pii, plan, pullRequests, residency, rules, trackers, vendors.`,
    ],
    ['{\n"pii": {\n"alow": []}}', `${F}:3: unknown key "alow"; did you mean "allow"?`],
    [
      '{"pii": {"allow": [{"name": "a", "method": []}]}}',
      `${F}:1: unknown key "method"; did you mean "methods"?`,
    ],
    ['{"plan": {"path": "a", "exports": "b"}}', `${F}:1: unknown key "exports"; did you mean "export"?`],
    ['{"rules": {\n"no-pi": "off"}}', `${F}:2: unknown rule "no-pi"; did you mean "no-pii"?`],
    [
      '{"rules": {"no-pii": {"level": "off"}}}',
      `${F}:1: unknown key "level"; remove it, or use one of options, severity.`,
    ],
    [
      '{"rules": {"no-pii": ["P1", {"deep": true}]}}',
      `${F}:1: the rule "no-pii" has no option "deep"; remove it.`,
    ],
    ['{"rules": {"no-pii": "warn"}}', `${F}:1: "rules.no-pii" must be one of "off", "P0", "P1", "P2", "P3".`],
    ['{"rules": []}', `${F}:1: "rules" must be an object.`],
    ['{"ignore": "a"}', `${F}:1: "ignore" must be a list.`],
    ['{"ignore": [\n1]}', `${F}:2: "ignore[0]" must be a text.`],
    ['{"ignore": [""]}', `${F}:1: "ignore[0]" must not be empty.`],
    ['{"ignore": ["../x"]}', `${F}:1: "ignore[0]" must not lead out of the repository.`],
    ['{"ignore": ["/etc/*"]}', `${F}:1: "ignore[0]" must be relative to the root of the repository.`],
    [
      '{"ignore": ["+(a|+(b))"]}',
      `${F}:1: "ignore[0]" must not use "+(…)", "*(…)" and the like; use "{a,b}".`,
    ],
    ['{"ignore": ["a*a*a*a*a"]}', `${F}:1: "ignore[0]" has too many wildcards.`],
    ['{"consent": "yes"}', `${F}:1: "consent" must be one of "required", "not-required".`],
    ['{"residency": "fr"}', `${F}:1: "residency" must be one of "us", "eu", "in".`],
    [
      '{"pullRequests": {"failOn": "P4"}}',
      `${F}:1: "pullRequests.failOn" must be one of "P0", "P1", "P2", "P3", "never".`,
    ],
    ['{"pullRequests": {"inlineComments": 31}}', `${F}:1: "pullRequests.inlineComments" must be 30 or less.`],
    ['{"pullRequests": {"inlineComments": -1}}', `${F}:1: "pullRequests.inlineComments" must be 0 or more.`],
    [
      '{"pullRequests": {"inlineComments": 1.5}}',
      `${F}:1: "pullRequests.inlineComments" must be a whole number.`,
    ],
    ['{"pullRequests": {\n"draft": "skip"}}', `${F}:2: unknown key "draft"; did you mean "drafts"?`],
    ['{"trackers": [{"name": "x"}]}', `${F}:1: "trackers[0].module" is missing.`],
    ['[]', `${F}:1: the file must be an object.`],
    ['"text"', `${F}:1: the file must be an object.`],
    ['{"a": }', `${F}:1: it is not valid JSON (value expected).`],
    ['{\n', `${F}:2: it is not valid JSON (close brace expected).`],
  ])('%j', (text, message) => {
    expect(problemOf(text)).toBe(message);
  });

  test.each(['(a+)+$(?=x)', '(a)\\1', '(', '[z-a]', 'a{1001}'])('the regular expression %j', (pattern) => {
    const text = JSON.stringify({ eventNames: { pattern } });
    expect(problemOf(text)).toMatch(
      /^tracklint\.config\.json:1: "eventNames\.pattern" is not a regular expression of the RE2 syntax/,
    );
  });

  test.each(['(a+)+$', '^(?:[a-z]+\\.){2,3}[a-z]+$', '\\p{Lu}'])(
    'but not %j, which is matched in linear time',
    (pattern) => {
      expect(problemOf(JSON.stringify({ eventNames: { pattern } }))).toBe('accepted');
    },
  );

  test('YAML', () => {
    const file = 'tracklint.config.yml';
    expect(problemOf('pii:\n  allow:\n    - name: a\n      extra: 1\n', file)).toBe(
      `${file}:4: unknown key "extra"; remove it, or use one of events, methods, name.`,
    );
    expect(problemOf('a: [', file)).toMatch(/^tracklint\.config\.yml:1: it is not valid YAML/);
    expect(problemOf('a: 1\na: 2\n', file)).toMatch(
      /^tracklint\.config\.yml:2: it is not valid YAML \(Map keys must be unique\)/,
    );
    const bomb = Array.from(
      { length: 12 },
      (_, i) => `k${i}: &k${i} [${`*k${i - 1},`.repeat(i === 0 ? 0 : 9)}x]`,
    ).join('\n');
    expect(problemOf(bomb, file)).toContain('repeats itself too often');
  });

  test('nesting that overflows a parser', () => {
    expect(problemOf(`{"rules": ${'['.repeat(100_000)}`)).toMatch(/^tracklint\.config\.json/);
    expect(problemOf(`rules: ${'['.repeat(20_000)}`, 'tracklint.config.yaml')).toMatch(
      /^tracklint\.config\.yaml/,
    );
  });

  test('a file that is missing, or there twice', () => {
    expect(() => loadConfig(memorySource({}), { path: 'none.json' })).toThrow(
      expect.objectContaining({ code: 'config-missing' }),
    );
    const both = memorySource({ 'tracklint.config.json': '{}', 'tracklint.config.yml': '' });
    expect(() => loadConfig(both)).toThrow(expect.objectContaining({ code: 'config-ambiguous' }));
  });
});
