import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { PlanError } from '../../src/plan/index.js';
import { readPlan } from '../../src/plan/read-plan.js';
import type { Source } from '../../src/source/source.js';
import { evaluatorOf, valueOf } from './value-of.js';

const sourceOf = (files: Readonly<Record<string, string>>): Source => ({
  label: 'memory',
  list: () =>
    Object.keys(files)
      .sort()
      .map((path) => ({ path, contentId: null })),
  has: (path) => path in files,
  read: (path) => files[path] ?? null,
  search: () => [],
});

const configOf = (plan: Config['plan']): Config => ({ plan }) as Config;
const DOCUMENT = 'events:\n  a:\n    description: When\n';
const none = evaluatorOf('');

describe('where a plan is', () => {
  it.each([
    'tracking-plan.yaml',
    'tracking-plan.yml',
    'tracklint.plan.yaml',
    'analytics/tracking-plan.yaml',
    'apps/web/tracking/tracklint.plan.yml',
  ])('%s is found', (path) => {
    expect(readPlan(sourceOf({ [path]: DOCUMENT }), configOf(null), none)?.files).toEqual([path]);
  });

  it.each([
    'src/tracking-plan.yaml',
    'tracking-plan.txt',
    'my-tracking-plan.yaml',
    'node_modules/x/analytics/tracking-plan.yaml',
    'test/fixtures/analytics/tracking-plan.yaml',
    'registry.ts',
    'src/registry.ts',
  ])('%s is none', (path) => {
    expect(readPlan(sourceOf({ [path]: DOCUMENT }), configOf(null), none)).toBeNull();
  });

  it('is none in an empty repository', () => {
    expect(readPlan(sourceOf({}), configOf(null), none)).toBeNull();
  });

  it('joins the documents of several packages, sorted by event', () => {
    const files = {
      'b/tracking/tracking-plan.yaml': DOCUMENT,
      'a/analytics/tracking-plan.yaml': 'events: { z: {}, B: {} }',
    };
    const plan = readPlan(sourceOf(files), configOf(null), none);
    expect(plan?.events.map(({ name }) => name)).toEqual(['B', 'a', 'z']);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['one registry', { REGISTRY: '{ a: z.object({}) }' }, ['a']],
    ['schemas before names', { EVENTS: "{ X: 'x' }", zzz: '{ a: z.object({}) }' }, ['a']],
    ['the telling name', { base: '{ b: z.object({}) }', EVENT_REGISTRY: '{ a: z.object({}) }' }, ['a']],
    ['names alone', { EVENTS: "{ X: 'x' }", limit: '7' }, ['x']],
  ])('takes from a module %s', (_what, exports, events) => {
    const values = Object.fromEntries(Object.entries(exports).map(([name, text]) => [name, valueOf(text)]));
    const source = sourceOf({ 'analytics/registry.ts': '' });
    expect(readPlan(source, configOf(null), evaluatorOf('', values))?.events.map(({ name }) => name)).toEqual(
      events,
    );
  });

  it('is none if the module by convention holds something else', () => {
    const evaluator = evaluatorOf('', { start: valueOf('() => 1') });
    expect(readPlan(sourceOf({ 'analytics/registry.ts': '' }), configOf(null), evaluator)).toBeNull();
  });

  it('is where the configuration says', () => {
    const source = sourceOf({ 'plans/web.yaml': DOCUMENT, 'tracking-plan.yaml': 'events: { other: {} }' });
    const plan = readPlan(source, configOf({ path: 'plans/web.yaml', export: null }), none);
    expect(plan?.events.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('a configured plan that cannot be used', () => {
  it.each<[string, Config['plan'], string, string]>([
    [
      'missing',
      { path: 'gone.yaml', export: null },
      'plan-missing',
      'The tracking plan gone.yaml does not exist',
    ],
    [
      'no registry',
      { path: 'src/plan.ts', export: null },
      'plan-invalid',
      'src/plan.ts exports no registry of events',
    ],
    [
      'no such export',
      { path: 'src/plan.ts', export: 'EVENTS' },
      'plan-invalid',
      'no export "EVENTS" that is a registry',
    ],
    ['broken', { path: 'broken.json', export: null }, 'plan-unreadable', 'broken.json:1 cannot be parsed'],
  ])('%s', (_what, plan, code, message) => {
    const source = sourceOf({ 'src/plan.ts': '', 'broken.json': '{' });
    const read = (): unknown => readPlan(source, configOf(plan), evaluatorOf('', { version: valueOf('7') }));
    expect(read).toThrow(PlanError);
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });
});
