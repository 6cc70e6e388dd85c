import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { analyze } from '../../src/link/analyze.js';
import type { Notice } from '../../src/review/review.js';
import { rules } from '../../src/rules/index.js';
import { fillPlaceholders } from '../../src/rules/message-text.js';
import type { Problem, Rule } from '../../src/rules/rule.js';
import { runRules } from '../../src/rules/run-rules.js';
import { memorySource } from '../../src/source/memory.js';
import { reviewSources } from '../support/review-sources.js';

const CODE = `import mixpanel from 'mixpanel-browser';\nmixpanel.track('B', { n: 1 });\nmixpanel.track('A', { n: 1 });\n`;

const rule = (name: string, checkCall: Rule['checkCall'], more: Partial<Rule['meta']> = {}): Rule => ({
  name,
  meta: {
    severity: 'P2',
    category: 'Schema Design',
    where: ['call'],
    summary: 'A test.',
    messages: {
      found: { message: 'The event "{{event}}".', fix: 'Mend {{event}}.' },
      other: { message: 'Other.', fix: 'Mend.' },
    },
    ...more,
  },
  ...(checkCall ? { checkCall } : {}),
});

const found: Rule['checkCall'] = (call): readonly Problem[] => [
  { messageId: 'found', data: { event: call.event?.name ?? '' }, at: call.at },
];
const review = (tested: readonly Rule[], config: object = {}) =>
  reviewSources({ 'src/a.ts': CODE }, { rules: tested, config });

describe('runRules', () => {
  it('fills messages and sorts by place, then rule', () => {
    expect(
      review([rule('z', found), rule('y', found)]).map((problem) => [
        problem.rule,
        problem.message,
        problem.fix,
      ]),
    ).toEqual([
      ['y', 'The event "B".', 'Mend B.'],
      ['z', 'The event "B".', 'Mend B.'],
      ['y', 'The event "A".', 'Mend A.'],
      ['z', 'The event "A".', 'Mend A.'],
    ]);
  });

  it.each([
    [{}, 'P2'],
    [{ rules: { x: 'P0' } }, 'P0'],
    [{ rules: { x: { severity: 'P3' } } }, 'P3'],
  ])('takes the severity from the configuration %j', (config, severity) => {
    expect(new Set(review([rule('x', found)], config).map((problem) => problem.severity))).toEqual(
      new Set([severity]),
    );
  });

  it('lets a problem have a severity of its own, and the configuration overrule it', () => {
    const own = rule('x', (call) => [{ messageId: 'other', at: call.at, severity: 'P1' }]);
    expect(review([own])[0]?.severity).toBe('P1');
    expect(review([own], { rules: { x: 'P3' } })[0]?.severity).toBe('P3');
  });

  it.each([
    ['off', rule('x', found), { rules: { x: 'off' } }],
    ['not enabled', rule('x', found, { isEnabled: (config) => config.consent === 'required' }), {}],
    ['without a plan', rule('x', found, { needsPlan: true }), {}],
  ])('skips a rule that is %s', (_, tested, config) => {
    expect(review([tested], config)).toEqual([]);
  });

  it('runs a rule that the configuration enables, with its options', () => {
    const seen: unknown[] = [];
    const tested = rule('x', (_, { options }) => (seen.push(options), []), {
      isEnabled: (config) => config.consent === 'required',
    });
    review([tested], { consent: 'required', rules: { x: ['P1', { limit: 3 }] } });
    expect(seen).toEqual([{ limit: 3 }, { limit: 3 }]);
  });

  it('lists a problem once, in its gravest form, but every property of it', () => {
    const at = { file: 'src/a.ts', start: 0, end: 5 };
    const tested = rule('x', () => [
      { messageId: 'other', at, property: 'a', severity: 'P3' },
      { messageId: 'other', at, property: 'a', severity: 'P1' },
      { messageId: 'other', at, property: 'b' },
    ]);
    expect(review([tested]).map((problem) => [problem.property, problem.severity])).toEqual([
      ['a', 'P1'],
      ['b', 'P2'],
    ]);
  });

  it('turns a rule that fails into a notice and keeps the rest', () => {
    const source = memorySource({ 'src/a.ts': CODE });
    const config = loadConfig(source);
    const analysis = analyze(source, { config, useTypes: false });
    const notices: Notice[] = [];
    const failing = rule('x', (call, context) => {
      if (call.event?.name === 'B') throw new Error('boom');
      return found(call, context);
    });
    const problems = runRules(analysis, {
      config,
      plan: null,
      rules: [failing],
      onNotice: (notice) => notices.push(notice),
    });
    expect(problems.map((problem) => problem.message)).toEqual(['The event "A".']);
    expect(notices).toEqual([expect.objectContaining({ kind: 'rule-failed', file: 'src/a.ts', line: 2 })]);
  });

  it('is deterministic', () => {
    const run = (): unknown => reviewSources({ 'src/b.ts': CODE, 'src/a.ts': CODE });
    expect(run()).toEqual(run());
  });
});

describe('the list of rules', () => {
  it('is sorted and has each name once', () => {
    const names = rules.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });
});

describe('placeholders', () => {
  it.each([
    ['{{a}} and {{b}}', { a: '1', b: '2' }, '1 and 2'],
    ['{{a}}', {}, '{{a}}'],
    ['{{toString}}', {}, '{{toString}}'],
    ['{{a}}', { a: '{{b}}', b: 'x' }, '{{b}}'],
    ['{{a}}', { a: '$&' }, '$&'],
  ])('%s with %j', (template, data, expected) => {
    expect(fillPlaceholders(template, data)).toBe(expected);
  });
});
