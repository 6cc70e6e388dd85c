import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JsonSchema, PlanIssue } from '../../src/plan/plan.js';
import { createZodReader } from '../../src/plan/read-zod.js';
import type { ReadSchema } from '../../src/plan/schema-algebra.js';
import { evaluatorOf, valueOf } from './value-of.js';

function read(text: string): { result: ReadSchema | null; issues: readonly PlanIssue[] } {
  const issues: PlanIssue[] = [];
  const result = createZodReader({ evaluator: evaluatorOf(text), issues }).read(valueOf(text));
  return { result, issues };
}

const schemaOf = (text: string): JsonSchema | undefined => {
  const { result, issues } = read(text);
  expect(issues).toEqual([]);
  return result?.schema;
};

describe('kinds of values', () => {
  it.each<[string, JsonSchema]>([
    ['z.string()', { type: 'string' }],
    ['z.number()', { type: 'number' }],
    ['z.number().int()', { type: 'integer' }],
    ['z.int()', { type: 'integer' }],
    ['z.number().int().min(1).max(30)', { type: 'integer', minimum: 1, maximum: 30 }],
    ['z.number().gte(-5).lt(5)', { type: 'number', minimum: -5, exclusiveMaximum: 5 }],
    ['z.number().positive()', { type: 'number', exclusiveMinimum: 0 }],
    ['z.number().nonnegative()', { type: 'number', minimum: 0 }],
    ['z.boolean()', { type: 'boolean' }],
    ['z.date()', { type: 'string', format: 'date-time' }],
    ['z.bigint()', { type: 'integer' }],
    ['z.null()', { type: 'null' }],
    ['z.any()', {}],
    ['z.unknown()', {}],
    ['z.coerce.number()', { type: 'number' }],
    ['z.coerce.date()', { type: 'string', format: 'date-time' }],
    ['z.string().uuid()', { type: 'string', format: 'uuid' }],
    ['z.uuid()', { type: 'string', format: 'uuid' }],
    ['z.uuidv4()', { type: 'string', format: 'uuid' }],
    ['z.email()', { type: 'string', format: 'email' }],
    ['z.string().email()', { type: 'string', format: 'email' }],
    ['z.string().url()', { type: 'string', format: 'uri' }],
    ['z.string().datetime()', { type: 'string', format: 'date-time' }],
    ['z.iso.datetime()', { type: 'string', format: 'date-time' }],
    ['z.iso.date()', { type: 'string', format: 'date' }],
    ['z.string().regex(/^org_[a-z]+$/)', { type: 'string', pattern: '^org_[a-z]+$' }],
    ['z.string().regex(/^org_/i)', { type: 'string' }],
    ['z.string().min(3).max(80).trim()', { type: 'string' }],
    ["z.enum(['a', 'b'])", { type: 'string', enum: ['a', 'b'] }],
    ["z.enum({ A: 'a', B: 'b' })", { type: 'string', enum: ['a', 'b'] }],
    ["z.nativeEnum({ A: 'a', B: 'b' })", { type: 'string', enum: ['a', 'b'] }],
    ["z.enum(Object.values({ A: 'a', B: 'b' }))", { type: 'string', enum: ['a', 'b'] }],
    ["z.enum(Object.keys({ A: 'a', B: 'b' }))", { type: 'string', enum: ['A', 'B'] }],
    ["z.enum(['a', 'b', 'c']).exclude(['b'])", { type: 'string', enum: ['a', 'c'] }],
    ["z.enum(['a', 'b', 'c']).extract(['b'])", { type: 'string', enum: ['b'] }],
    ["z.literal('web')", { type: 'string', const: 'web' }],
    ['z.literal([1, 2])', { type: 'number', enum: [1, 2] }],
    ["z.union([z.literal('a'), z.literal('b')])", { type: 'string', enum: ['a', 'b'] }],
    ['z.union([z.string(), z.number()])', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    ['z.string().or(z.number())', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    ['z.array(z.string())', { type: 'array', items: { type: 'string' } }],
    ['z.string().array()', { type: 'array', items: { type: 'string' } }],
    [
      'z.tuple([z.string(), z.number()])',
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    ['z.record(z.string(), z.number())', { type: 'object', additionalProperties: { type: 'number' } }],
    ['z.record(z.number())', { type: 'object', additionalProperties: { type: 'number' } }],
    ['z.string().nullable()', { type: ['string', 'null'] }],
    ["z.enum(['a']).nullable()", { type: ['string', 'null'], enum: ['a', null] }],
    ["z.literal('a').nullable()", { type: ['string', 'null'], enum: ['a', null] }],
    ["z.string().describe('Who')", { type: 'string', description: 'Who' }],
    [
      "z.string().meta({ description: 'Who', deprecated: true })",
      { type: 'string', description: 'Who', deprecated: true },
    ],
    ['z.string().refine((v) => v.length > 2).transform((v) => v.trim())', { type: 'string' }],
    ["z.string().brand('Id').readonly()", { type: 'string' }],
    ['z.string().pipe(z.coerce.number())', { type: 'string' }],
    ['z.preprocess((v) => v, z.number())', { type: 'number' }],
    ['z.number().check(z.minimum(3))', { type: 'number', minimum: 3 }],
    [
      "z.string().check(z.regex(/^a$/), z.trim(), z.describe('A'))",
      { type: 'string', pattern: '^a$', description: 'A' },
    ],
  ])('%s', (text, expected) => {
    expect(schemaOf(text)).toEqual(expected);
  });
});

describe('optional values', () => {
  it.each([
    ['z.string().optional()', true],
    ['z.optional(z.string())', true],
    ['z.string().nullish()', true],
    ['z.nullish(z.string())', true],
    ["z.string().default('web')", true],
    ["z._default(z.string(), 'web')", true],
    ["z.string().catch('web')", true],
    ['z.union([z.string(), z.undefined()])', true],
    ['z.string().optional().nonoptional()', false],
    ['z.string().nullable()', false],
    ['z.string()', false],
  ])('%s → %s', (text, isOptional) => {
    expect(read(text).result?.isOptional).toBe(isOptional);
  });
});

const object = (
  properties: Record<string, JsonSchema>,
  required: string[],
  more: JsonSchema = {},
): JsonSchema => ({
  type: 'object',
  properties,
  required,
  ...more,
});
const S: JsonSchema = { type: 'string' };
const N: JsonSchema = { type: 'number' };

describe('objects', () => {
  it.each<[string, JsonSchema]>([
    ['z.object({ a: z.string(), b: z.number().optional() })', object({ a: S, b: N }, ['a'])],
    ['z.object({ a: z.string() }).strict()', object({ a: S }, ['a'], { additionalProperties: false })],
    ['z.strictObject({ a: z.string() })', object({ a: S }, ['a'], { additionalProperties: false })],
    ['z.looseObject({ a: z.string() })', object({ a: S }, ['a'], { additionalProperties: true })],
    ['z.object({ a: z.string() }).passthrough()', object({ a: S }, ['a'], { additionalProperties: true })],
    ['z.object({ a: z.string() }).strict().strip()', object({ a: S }, ['a'])],
    [
      'z.object({ a: z.string() }).catchall(z.number())',
      object({ a: S }, ['a'], { additionalProperties: N }),
    ],
    [
      'z.object({ a: z.string() }).catchall(z.never())',
      object({ a: S }, ['a'], { additionalProperties: false }),
    ],
    [
      'z.strictObject({ a: z.string() }).extend({ b: z.number() })',
      object({ a: S, b: N }, ['a', 'b'], { additionalProperties: false }),
    ],
    ['z.object({ a: z.string().optional() }).extend({ a: z.string() })', object({ a: S }, ['a'])],
    [
      'z.object({ a: z.string() }).merge(z.object({ b: z.number() }).strict())',
      object({ a: S, b: N }, ['a', 'b'], { additionalProperties: false }),
    ],
    ['z.object({ a: z.string() }).and(z.object({ b: z.number() }))', object({ a: S, b: N }, ['a', 'b'])],
    [
      'z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() }))',
      object({ a: S, b: N }, ['a', 'b']),
    ],
    ['z.object({ ...z.object({ a: z.string() }).shape, b: z.number() })', object({ a: S, b: N }, ['a', 'b'])],
    ['z.object({ ...z.looseObject({ a: z.string() }).shape })', object({ a: S }, ['a'])],
    [
      'z.object({ a: z.string() }).extend(z.object({ b: z.number() }).shape)',
      object({ a: S, b: N }, ['a', 'b']),
    ],
    ['z.object({ a: z.string(), b: z.number() }).pick({ a: true })', object({ a: S }, ['a'])],
    ['z.object({ a: z.string(), b: z.number() }).omit({ a: true })', object({ b: N }, ['b'])],
    ['z.object({ a: z.string(), b: z.number() }).partial()', object({ a: S, b: N }, [])],
    ['z.object({ a: z.string(), b: z.number() }).partial({ b: true })', object({ a: S, b: N }, ['a'])],
    ['z.partial(z.object({ a: z.string() }))', object({ a: S }, [])],
    ['z.extend(z.object({ a: z.string() }), { b: z.number() })', object({ a: S, b: N }, ['a', 'b'])],
    [
      'z.object({ a: z.string().optional(), b: z.number().optional() }).required()',
      object({ a: S, b: N }, ['a', 'b']),
    ],
    ['z.object({ a: z.object({ b: z.string() }).shape.b })', object({ a: S }, ['a'])],
    ['z.object({ a: z.string(), b: z.number() }).keyof()', { type: 'string', enum: ['a', 'b'] }],
    ['z.object({})', object({}, [])],
    [
      "z.discriminatedUnion('k', [z.object({ k: z.literal('x') }), z.object({ k: z.literal('y') })])",
      {
        anyOf: [
          object({ k: { type: 'string', const: 'x' } }, ['k']),
          object({ k: { type: 'string', const: 'y' } }, ['k']),
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(schemaOf(text)).toEqual(expected);
  });

  it('says where each field is declared', () => {
    const text = 'z.object({ task_id: z.string(), count: z.number() })';
    const places = read(text).result?.places ?? {};
    expect(Object.entries(places).map(([name, at]) => [name, text.slice(at.start, at.end)])).toEqual([
      ['task_id', 'task_id'],
      ['count', 'count'],
    ]);
  });
});

describe('agreement with zod itself', () => {
  it.each([
    "z.strictObject({ id: z.uuid().describe('Task'), kind: z.enum(['bug', 'story']), size: z.number().int().min(0).max(9) })",
    'z.object({ a: z.string(), b: z.boolean().optional() }).extend({ c: z.array(z.string()) }).omit({ a: true }).strict()',
    "z.object({ a: z.literal('x'), b: z.number().positive(), c: z.string().nullable() }).partial({ b: true })",
    'z.union([z.string(), z.number()])',
    'z.looseObject({ at: z.iso.datetime().meta({ deprecated: true }) })',
  ])('%s', (text) => {
    const real = new Function('z', `return ${text}`) as (zod: typeof z) => z.ZodType;
    const expected = z.toJSONSchema(real(z), { target: 'draft-7', io: 'input' }) as JsonSchema;
    expect(simplify(schemaOf(text))).toEqual(simplify(expected));
  });
});

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Without what the plan's subset leaves out: the patterns behind formats, and two ways to write alternatives. */
function simplify(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(simplify);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $schema: _, pattern, anyOf, type, ...rest } = schema as Record<string, unknown>;
  const simple: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, simplify(value)]),
  );
  if (pattern !== undefined && rest['format'] === undefined) simple['pattern'] = pattern;
  if (isEmptyObject(simple['additionalProperties'])) simple['additionalProperties'] = true;
  const types = Array.isArray(anyOf) ? anyOf.map((option: Record<string, unknown>) => option['type']) : [];
  if (types.length > 0 && types.every((one) => typeof one === 'string')) return { ...simple, type: types };
  if (anyOf !== undefined) simple['anyOf'] = simplify(anyOf);
  if (type !== undefined) simple['type'] = type;
  if (Array.isArray(simple['required']) && simple['required'].length === 0) delete simple['required'];
  return simple;
}

describe('what cannot be read is named with its place', () => {
  it.each([
    ['makeSchema()', 'makeSchema()', 'not a zod schema'],
    ['z.lazy(() => z.string())', 'z.lazy(() => z.string())', 'no form that a plan can hold'],
    ['z.object(fields)', 'fields', 'its fields are not known'],
    ['z.enum(names)', 'z.enum(names)', 'values are not all known'],
    ['z.object({ a: z.string() }).pick(mask)', 'z.object({ a: z.string() }).pick(mask)', 'mask is not known'],
    ['z.object({ a: custom })', 'custom', 'not a zod schema'],
    ['z.object({ ...shared })', '...shared', 'fields are not known'],
    ['z.object({ [name]: z.string() })', '[name]: z.string()', 'name of this field is not known'],
    ['z.string().frobnicate()', 'z.string().frobnicate()', '.frobnicate() is not known'],
    ['z.frobnicate()', 'z.frobnicate()', 'z.frobnicate is not known'],
    ['z.map(z.string(), z.number())', 'z.map(z.string(), z.number())', 'no form that a plan can hold'],
  ])('%s', (text, place, message) => {
    const { issues } = read(text);
    expect(issues).toHaveLength(1);
    const [issue] = issues;
    expect(text.slice(issue?.at?.start, issue?.at?.end)).toBe(place);
    expect(issue).toMatchObject({ line: 1 });
    expect(issue?.message).toContain(message);
  });

  it.each([
    ['z.object({ a: custom, b: z.string() })', ['b'], undefined],
    ['z.strictObject({ ...shared, b: z.string() })', ['b'], true],
    ['z.object({ b: z.string() }).extend(more).strict()', ['b'], true],
  ])('%s keeps what is known and never refuses what is not', (text, required, additional) => {
    const { result } = read(text);
    expect(result?.schema.required).toEqual(required);
    expect(result?.schema.additionalProperties).toBe(additional);
  });
});
