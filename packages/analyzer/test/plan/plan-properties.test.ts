import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PlanError } from '../../src/plan/plan-error.js';
import type { JsonSchema, PlanIssue } from '../../src/plan/plan.js';
import { readDocument } from '../../src/plan/read-document.js';
import { createZodReader } from '../../src/plan/read-zod.js';
import { evaluatorOf, valueOf } from './value-of.js';

const name = fc.constantFrom('id', 'kind', 'count', 'is_new', 'at');

const scalar = fc.constantFrom(
  'z.string()',
  'z.number()',
  'z.boolean()',
  "z.enum(['a', 'b'])",
  "z.literal('x')",
  'z.number().int().min(0).max(9)',
  'z.array(z.string())',
);

/** Expressions of object schemas with everything that changes which fields there are and which are required. */
const objectSchema: fc.Arbitrary<string> = fc.letrec<{ object: string; field: string; shape: string }>(
  (tie) => ({
    field: fc.oneof(
      { maxDepth: 3 },
      scalar,
      scalar.map((text) => `${text}.optional()`),
      scalar.map((text) => `${text}.describe('What it is')`),
      tie('object'),
    ),
    shape: fc
      .uniqueArray(name, { maxLength: 4 })
      .chain((names) => fc.tuple(...names.map((one) => tie('field').map((field) => `${one}: ${field}`))))
      .map((fields) => `{ ${fields.join(', ')} }`),
    object: fc.oneof(
      { maxDepth: 3 },
      tie('shape').map((shape) => `z.object(${shape})`),
      tie('shape').map((shape) => `z.strictObject(${shape})`),
      fc.tuple(tie('object'), tie('shape')).map(([object, shape]) => `${object}.extend(${shape})`),
      fc.tuple(tie('object'), tie('object')).map(([left, right]) => `${left}.extend(${right}.shape)`),
      tie('object').map((object) => `${object}.partial()`),
      tie('object').map((object) => `${object}.required()`),
      tie('object').map((object) => `${object}.strict()`),
      tie('object').map((object) => `z.object({ ...${object}.shape, added: z.string() })`),
    ),
  }),
).object;

interface Outline {
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly isStrict: boolean;
}

const outline = (schema: JsonSchema | undefined): Outline => ({
  fields: Object.keys(schema?.properties ?? {}).sort(),
  required: [...(schema?.required ?? [])].sort(),
  isStrict: schema?.additionalProperties === false,
});

describe('reading zod', () => {
  it('finds the fields that zod itself has', () => {
    fc.assert(
      fc.property(objectSchema, (text) => {
        const issues: PlanIssue[] = [];
        const read = createZodReader({ evaluator: evaluatorOf(text), issues }).read(valueOf(text));
        const real = (new Function('z', `return ${text}`) as (zod: typeof z) => z.ZodType)(z);
        const expected = z.toJSONSchema(real, { target: 'draft-7', io: 'input' }) as JsonSchema;
        expect(issues).toEqual([]);
        expect(outline(read?.schema)).toEqual(outline(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading documents', () => {
  const onlyPlanErrors = (file: string, text: string): void => {
    try {
      readDocument(file, text);
    } catch (error) {
      expect(error).toBeInstanceOf(PlanError);
      expect((error as PlanError).message).toMatch(/^The tracking plan [^\n]*\.$/);
    }
  };

  it.each(['plan.json', 'plan.yaml'])('says what is wrong with any text, as %s', (file) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]:,-"\n a&*!|') })),
        (text) => {
          onlyPlanErrors(file, text);
        },
      ),
    );
  });

  it('says what is wrong with any data', () => {
    const key = fc.constantFrom(
      'version',
      'events',
      'base',
      'properties',
      'schema',
      'type',
      'enum',
      'x',
      '__proto__',
    );
    const data = fc.object({ key, maxDepth: 6 });
    fc.assert(fc.property(data, (value) => onlyPlanErrors('plan.json', JSON.stringify(value))));
  });

  it.each([
    ['plan.json', '['],
    ['plan.json', '{"a":'],
    ['plan.yaml', '['],
    ['plan.yaml', '{a: '],
    ['plan.yaml', '- '],
  ])('does not end at endless nesting: %s %s', (file, bracket) => {
    expect(() => readDocument(file, bracket.repeat(10_000))).toThrow(PlanError);
  });
});
