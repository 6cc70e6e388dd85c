import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/link/value.js';
import type { PlanEvent, PlanIssue } from '../../src/plan/plan.js';
import { readRegistry, registryKind } from '../../src/plan/read-registry.js';
import { evaluatorOf, valueOf } from './value-of.js';

const EVENTS = valueOf("{ TASK_CREATED: 'task_created', TASK_DONE: 'task_done' }");
const names: Readonly<Record<string, Value>> = { EVENTS };

function read(text: string): { events: readonly PlanEvent[]; issues: readonly PlanIssue[] } {
  const issues: PlanIssue[] = [];
  const events = readRegistry(valueOf(text, names), 'REGISTRY', { evaluator: evaluatorOf(text), issues });
  return { events, issues };
}

const CREATED = {
  name: 'task_created',
  schema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
};

describe('forms of a registry', () => {
  it.each<[string, readonly object[]]>([
    ['{ task_created: z.object({ id: z.string() }) }', [CREATED]],
    ["{ 'task_created': z.object({ id: z.string() }) }", [CREATED]],
    [
      '{ [EVENTS.TASK_CREATED]: z.object({ id: z.string() }) }',
      [{ ...CREATED, constant: { text: 'EVENTS.TASK_CREATED' } }],
    ],
    ['Object.freeze({ task_created: z.object({ id: z.string() }) })', [CREATED]],
    ["new Map([['task_created', z.object({ id: z.string() })]])", [CREATED]],
    ['new Map([[EVENTS.TASK_CREATED, z.object({ id: z.string() })]])', [CREATED]],
    ["Object.fromEntries([['task_created', z.object({ id: z.string() })]])", [CREATED]],
    ["[['task_created', z.object({ id: z.string() })]]", [CREATED]],
    ["[{ name: 'task_created', schema: z.object({ id: z.string() }) }]", [CREATED]],
    ['[{ event: EVENTS.TASK_CREATED, schema: z.object({ id: z.string() }) }]', [CREATED]],
    ['{ task_created: { schema: z.object({ id: z.string() }) } }', [CREATED]],
    ['{ task_created: { properties: { id: z.string() } } }', [CREATED]],
    ['{ task_created: { id: z.string() } }', [CREATED]],
    [
      "{ task_created: { description: 'When a task is made', owner: 'growth' } }",
      [{ name: 'task_created', description: 'When a task is made', owner: 'growth', schema: null }],
    ],
    [
      "{ CREATED: 'Task Created', DONE: 'Task Done' }",
      [{ name: 'Task Created', constant: { text: 'REGISTRY.CREATED' } }, { name: 'Task Done' }],
    ],
    [
      "{ TASK: { CREATED: 'Task Created' }, PLAN: { VIEWED: 'Plan Viewed' } }",
      [{ name: 'Task Created', constant: { text: 'REGISTRY.TASK.CREATED' } }, { name: 'Plan Viewed' }],
    ],
    ["['Task Created', EVENTS.TASK_DONE]", [{ name: 'Task Created', constant: null }, { name: 'task_done' }]],
  ])('%s', (text, expected) => {
    const { events, issues } = read(text);
    expect(issues).toEqual([]);
    expect(events).toMatchObject(expected);
  });
});

describe('what an entry says about its event', () => {
  it.each<[string, object]>([
    [
      "{ a: { schema: z.object({}), description: 'When', owner: 'growth', since: '2026-02', aliases: ['A'], status: 'deprecated' } }",
      { description: 'When', owner: 'growth', since: '2026-02', aliases: ['A'], status: 'deprecated' },
    ],
    ["{ a: z.object({}).describe('When') }", { description: 'When', status: 'active' }],
    [
      "{ a: z.object({}).meta({ description: 'When', owner: 'growth' }) }",
      { description: 'When', owner: 'growth' },
    ],
    ['{ a: z.object({}).meta({ deprecated: true }) }', { status: 'deprecated' }],
    [
      "{ a: { schema: z.object({}).describe('Of the schema'), description: 'Of the entry' } }",
      { description: 'Of the entry' },
    ],
    ["{ a: { schema: z.object({}), description: '' } }", { description: null }],
    ['{ a: z.object({}) }', { description: null, owner: null, since: null, aliases: [], status: 'active' }],
  ])('%s', (text, expected) => {
    expect(read(text).events[0]).toMatchObject(expected);
  });
});

describe('places', () => {
  it('point at the names of events and properties', () => {
    const text = '{ [EVENTS.TASK_CREATED]: { schema: z.object({ id: z.string() }) } }';
    const [event] = read(text).events;
    const at = (place: { start: number; end: number } | null | undefined): string =>
      text.slice(place?.start, place?.end);
    expect([at(event?.at), at(event?.constant?.at), at(event?.propertyPlaces['id'])]).toEqual([
      'EVENTS.TASK_CREATED',
      'EVENTS.TASK_CREATED',
      'id',
    ]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['{ ...others, a: z.object({}) }', 'The spread `...others` in the plan'],
    ["{ [nameOf('x')]: z.object({}), a: z.object({}) }", 'The event name'],
    ['{ a: makeSchema(), b: z.object({}) }', 'The schema `makeSchema()` cannot be read'],
    ["new Map([[key, z.object({})], ['a', z.object({})]])", 'The event name `key`'],
    ['[{ schema: z.object({}) }]', 'does not name an event'],
  ])('%s', (text, message) => {
    const { issues } = read(text);
    expect(issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)]);
  });

  it('keeps the event whose schema cannot be read', () => {
    expect(read('{ a: makeSchema(), b: z.object({}) }').events[0]).toMatchObject({ name: 'a', schema: null });
  });
});

describe('recognising a registry', () => {
  it.each<[string, 'schemas' | 'names' | null]>([
    ['{ a: z.object({}) }', 'schemas'],
    ['{ a: { schema: z.object({}) } }', 'schemas'],
    ["{ A: 'a' }", 'names'],
    ["['a', 'b']", 'names'],
    ['{}', null],
    ['{ a: 1 }', null],
    ['{ a: () => 1 }', null],
    ["'a'", null],
    ['z.string()', null],
    ['[]', null],
  ])('%s → %s', (text, kind) => {
    expect(registryKind(valueOf(text, names))).toBe(kind);
  });
});
