import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { analyze } from '../../src/link/analyze.js';
import { registeredEvent } from '../../src/rules/registered-event.js';
import { runRules } from '../../src/rules/run-rules.js';
import { readPlan } from '../../src/plan/read-plan.js';
import type { JsonSchema, Plan, PlanEvent } from '../../src/plan/plan.js';
import { memorySource } from '../../src/source/index.js';

/** The plan of a repository as the engine reads it: through imports, constants and re-exports. */
function planOf(files: Readonly<Record<string, string>>, exportName: string | null = null): Plan | null {
  const source = memorySource(files);
  const { evaluator } = analyze(source, { config: defaultConfig, useTypes: false });
  const plan = exportName === null ? null : { path: 'src/analytics/registry.ts', export: exportName };
  return readPlan(source, { ...defaultConfig, plan }, evaluator);
}

const REGISTRY = 'src/analytics/registry.ts';

const only = (plan: Plan | null): PlanEvent | undefined => plan?.events[0];

const ID: JsonSchema = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };

describe('ways to import zod', () => {
  it.each([
    ["import { z } from 'zod';", 'z.object({ id: z.string() })'],
    ["import z from 'zod';", 'z.object({ id: z.string() })'],
    ["import * as z from 'zod';", 'z.object({ id: z.string() })'],
    ["import { z as zod } from 'zod';", 'zod.object({ id: zod.string() })'],
    ["import { object, string } from 'zod';", 'object({ id: string() })'],
    ["import { z } from 'zod/v4';", 'z.object({ id: z.string() })'],
    ["import * as z from 'zod/mini';", 'z.object({ id: z.string() })'],
    ["import { z } from '@hono/zod-openapi';", 'z.object({ id: z.string() })'],
    ["const { z } = require('zod');", 'z.object({ id: z.string() })'],
    ["const z = require('zod').z;", 'z.object({ id: z.string() })'],
  ])('%s', (imported, schema) => {
    const plan = planOf({ [REGISTRY]: `${imported}\nexport const REGISTRY = { a: ${schema} };\n` });
    expect(plan?.issues).toEqual([]);
    expect(only(plan)).toMatchObject({ name: 'a', schema: ID });
  });
});

describe('names of events', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a constant object', { 'events.ts': "export const EVENTS = { A: 'Task Made' } as const;" }, 'EVENTS.A'],
    [
      'a frozen object',
      { 'events.ts': "export const EVENTS = Object.freeze({ A: 'Task Made' });" },
      'EVENTS.A',
    ],
    ['an enum', { 'events.ts': "export enum EVENTS { A = 'Task Made' }" }, 'EVENTS.A'],
    [
      'a template',
      { 'events.ts': "const P = 'Task';\nexport const EVENTS = { A: `${P} Made` };" },
      'EVENTS.A',
    ],
    [
      'a nested constant',
      { 'events.ts': "export const EVENTS = { TASK: { A: 'Task Made' } };" },
      'EVENTS.TASK.A',
    ],
    [
      'a barrel',
      { 'names.ts': "export const EVENTS = { A: 'Task Made' };", 'events.ts': "export * from './names';" },
      'EVENTS.A',
    ],
  ])('%s', (_form, files, key) => {
    const all = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`src/analytics/${name}`, text]),
    );
    const registry = `import { z } from 'zod';\nimport { EVENTS } from './events';\nexport const REGISTRY = { [${key}]: z.object({ id: z.string() }) };\n`;
    const plan = planOf({ ...all, [REGISTRY]: registry });
    expect(plan?.issues).toEqual([]);
    expect(only(plan)).toMatchObject({ name: 'Task Made', schema: ID, constant: { text: key } });
  });
});

describe('schemas', () => {
  const base = `import { z } from 'zod';
export const ROLES = ['admin', 'member'] as const;
export enum Kind { Bug = 'bug', Story = 'story' }
export const FIELD = 'field_name';
export const Base = z.strictObject({ id: z.string().describe('Who'), at: z.number() });
export const fields = { id: z.string() };
export const withKind = <T extends z.ZodRawShape>(shape: T) => z.object({ ...shape, kind: z.string() });
`;

  it.each<[string, JsonSchema]>([
    ['Base', { required: ['id', 'at'], additionalProperties: false }],
    ['Base.extend({ role: z.enum(ROLES) })', { required: ['id', 'at', 'role'], additionalProperties: false }],
    [
      'z.object({ role: z.enum(ROLES) })',
      { properties: { role: { type: 'string', enum: ['admin', 'member'] } } },
    ],
    [
      'z.object({ kind: z.nativeEnum(Kind) })',
      { properties: { kind: { type: 'string', enum: ['bug', 'story'] } } },
    ],
    [
      'z.object({ kind: z.enum(Kind) })',
      { properties: { kind: { type: 'string', enum: ['bug', 'story'] } } },
    ],
    ['z.object({ [FIELD]: z.string() })', { properties: { field_name: { type: 'string' } } }],
    ['z.object({ ...Base.shape, name: z.string() })', { required: ['id', 'at', 'name'] }],
    ['z.object(fields)', { required: ['id'] }],
    ['z.object({ ...fields, b: z.number().optional() })', { required: ['id'] }],
    ['Base.pick({ id: true })', { required: ['id'] }],
    ['Base.omit({ id: true }).partial()', { required: [] }],
    ['Base.merge(z.object({ c: z.literal(Kind.Bug) }))', { required: ['id', 'at', 'c'] }],
    ['z.object({ id: Base.shape.id })', { properties: { id: { type: 'string', description: 'Who' } } }],
    ['withKind({ id: z.string() })', { required: ['id', 'kind'] }],
    [
      'z.object({ id: z.string().regex(/^[a-z]+$/) })',
      { properties: { id: { type: 'string', pattern: '^[a-z]+$' } } },
    ],
  ])('%s', (text, expected) => {
    const registry = `import { z } from 'zod';\nimport { Base, FIELD, Kind, ROLES, fields, withKind } from './base';\nexport const REGISTRY = { a: ${text} };\n`;
    const plan = planOf({ 'src/analytics/base.ts': base, [REGISTRY]: registry });
    expect(plan?.issues).toEqual([]);
    expect(only(plan)?.schema).toMatchObject(expected);
  });
});

describe('forms of the registry', () => {
  it.each<[string, string[]]>([
    ['export const REGISTRY = { a: z.object({}), b: z.object({}) } as const;', ['a', 'b']],
    ['export default { a: z.object({}) };', ['a']],
    ['const REGISTRY = { a: z.object({}) };\nexport { REGISTRY };', ['a']],
    ['export const REGISTRY = { a: z.object({}) } satisfies Record<string, z.ZodType>;', ['a']],
    ['export const REGISTRY = Object.freeze({ a: z.object({}) });', ['a']],
    ["export const REGISTRY = new Map([['a', z.object({})]]);", ['a']],
    ['const more = { b: z.object({}) };\nexport const REGISTRY = { a: z.object({}), ...more };', ['a', 'b']],
    ['const define = <T>(x: T): T => x;\nexport const REGISTRY = define({ a: z.object({}) });', ['a']],
    [
      'export const EVENTS = { A: "a" } as const;\nexport const SCHEMAS = { [EVENTS.A]: z.object({}) };',
      ['a'],
    ],
    ['export const EVENTS = ["a", "b"] as const;', ['a', 'b']],
    ['export enum Events { A = "a" }', ['a']],
    ['export class Registry {}', []],
  ])('%s', (text, names) => {
    const plan = planOf({ [REGISTRY]: `import { z } from 'zod';\n${text}\n` });
    expect(plan?.events.map(({ name }) => name) ?? []).toEqual(names);
    expect(plan?.issues ?? []).toEqual([]);
  });

  it('is read through packages of the workspace', () => {
    const plan = planOf({
      'package.json': '{ "private": true, "workspaces": ["packages/*", "apps/*"] }',
      'packages/events/package.json': '{ "name": "@acme/events", "exports": "./src/index.ts" }',
      'packages/events/src/index.ts':
        "import { z } from 'zod';\nexport enum Names { Made = 'task_made' }\nexport const base = z.strictObject({ id: z.string() });\n",
      'apps/web/package.json': '{ "name": "web", "dependencies": { "@acme/events": "*" } }',
      'apps/web/src/tracking/registry.ts':
        "import { Names, base } from '@acme/events';\nexport const PLAN = { [Names.Made]: base };\n",
    });
    expect(only(plan)).toMatchObject({
      name: 'task_made',
      schema: { required: ['id'], additionalProperties: false },
    });
    expect(plan?.files).toEqual(['apps/web/src/tracking/registry.ts', 'packages/events/src/index.ts']);
  });

  it('is read from CommonJS', () => {
    const plan = planOf({
      'tracking/registry.js':
        "const { z } = require('zod');\nconst REGISTRY = { a: z.object({ id: z.string() }) };\nmodule.exports = { REGISTRY };\n",
    });
    expect(only(plan)).toMatchObject({ name: 'a', schema: ID });
  });

  it('names what it cannot read, in the file where it stands', () => {
    const plan = planOf({
      'src/analytics/schemas.ts':
        "import { make } from '@acme/schemas';\n\nexport const taskSchema = make('task');\n",
      [REGISTRY]:
        "import { taskSchema } from './schemas';\nexport const REGISTRY = { task: taskSchema, other: { description: 'x' } };\n",
    });
    expect(plan?.events.map(({ name }) => name)).toEqual(['other', 'task']);
    expect(plan?.issues).toHaveLength(1);
  });

  it('reads the example of docs/tracking-plan.md', () => {
    const page = readFileSync(new URL('../../../../docs/tracking-plan.md', import.meta.url), 'utf8');
    const [, block = ''] = /^```ts\n(.*?)^```/ms.exec(page) ?? [];
    const plan = planOf({ [REGISTRY]: block });
    expect(plan?.issues).toEqual([]);
    expect(plan?.events).toMatchObject([
      { name: 'task_completed', owner: 'growth', since: '2026-02-01', aliases: ['Task Completed'] },
      { name: 'task_created', description: 'When a task is saved for the first time' },
    ]);
    expect(plan?.events.map(({ schema }) => schema?.additionalProperties)).toEqual([false, false]);
  });
});

describe('events that nobody can know without running the plan', () => {
  const files = (registry: string) => ({
    [REGISTRY]: `import { z } from 'zod';\nimport { more, name } from 'elsewhere';\nexport const REGISTRY = ${registry};\n`,
    'src/app.ts':
      "import mixpanel from 'mixpanel-browser';\nmixpanel.track('Task Made');\nmixpanel.track('Task Lost');\n",
  });

  it.each([
    ["{ 'Task Made': z.object({}) }", ['Task Lost']],
    ["{ 'Task Made': z.object({ ...more }) }", ['Task Lost']],
    ["{ 'Task Made': z.object({}), ...more }", []],
    ["{ 'Task Made': z.object({}), [name]: z.object({}) }", []],
    ["new Map([['Task Made', z.object({})], [name, z.object({})]])", []],
  ])('%s: %j are reported', (registry, unregistered) => {
    const analysis = analyze(memorySource(files(registry)), {
      config: defaultConfig,
      useTypes: false,
    });
    const plan = planOf(files(registry));
    const problems = runRules(analysis, { config: defaultConfig, plan, rules: [registeredEvent] });
    expect(problems.map(({ event }) => event)).toEqual(unregistered);
  });
});
