import type { ObjectEntry, Place, Value } from '../link/value.js';
import type { JsonSchema } from './plan.js';
import { noteIssue, quote } from './plan-reading.js';
import type { PlanReading } from './plan-reading.js';
import { incomplete, isObjectSchema, keepFields, overlay, readSchema } from './schema-algebra.js';
import type { ReadSchema } from './schema-algebra.js';
import { isZodExpression, zodStep } from './zod-expression.js';
import type { ZodStep } from './zod-expression.js';
import { readFactory } from './zod-factories.js';
import { applyMethod } from './zod-methods.js';
import type { ZodReader } from './zod-reader.js';

/** Schemas nested deeper than this are refused; recursion through variables cannot be followed. */
const DEPTH_LIMIT = 200;

const EMPTY_OBJECT: JsonSchema = { type: 'object', properties: {}, required: [] };

/**
 * Reads zod expressions without running them. What cannot be read becomes an issue of the reading, with its place: an
 * unreadable field stays in the plan as a field of unknown type, an unreadable spread leaves the schema open.
 */
export function createZodReader(reading: PlanReading): ZodReader {
  let depth = 0;

  const reader: ZodReader = {
    reading,
    read(value) {
      if (value === undefined) return null;
      if (depth > DEPTH_LIMIT) return reader.refuse(value.at, 'it is nested too deeply');
      depth += 1;
      try {
        return readStep(value);
      } finally {
        depth -= 1;
      }
    },
    readShape(value) {
      if (value === undefined) return null;
      const spread = readSpread(value);
      if (spread !== null) return spread;
      if (isZodExpression(value)) return reader.read(value);
      if (value.kind !== 'object') return reader.refuse(value.at, 'its fields are not known');
      let shape = readSchema(EMPTY_OBJECT);
      for (const entry of value.entries) shape = overlay(shape, readEntry(entry));
      return value.open === true ? incomplete(shape) : shape;
    },
    refuse(at, why) {
      noteIssue(reading, at, `The schema \`${quote(reading, at)}\` cannot be read: ${why}.`);
      return null;
    },
    check(value) {
      const step = zodStep(value);
      return step?.kind === 'factory' ? { name: step.name.replace(/^iso\./, ''), args: step.args } : null;
    },
  };

  function readStep(value: Value): ReadSchema | null {
    const step = zodStep(value);
    if (step === null || !isZodExpression(value)) return reader.refuse(value.at, 'it is not a zod schema');
    switch (step.kind) {
      case 'factory':
        return readFactoryStep(step);
      case 'method':
        return readMethodStep(step);
      case 'member':
        return readMemberStep(step);
    }
  }

  function readFactoryStep(step: Extract<ZodStep, { kind: 'factory' }>): ReadSchema | null {
    const made = readFactory(reader, step.name, step.args, step.at);
    if (made !== undefined) return made;
    // zod/mini writes methods as functions: `z.optional(schema)` is `schema.optional()`.
    const [receiver, ...rest] = step.args;
    if (receiver !== undefined && isZodExpression(receiver)) {
      const self = reader.read(receiver);
      if (self === null) return null;
      const applied = applyMethod({ reader, self, args: rest, at: step.at }, step.name);
      if (applied !== undefined) return applied;
    }
    return reader.refuse(step.at, `z.${step.name} is not known`);
  }

  function readMethodStep(step: Extract<ZodStep, { kind: 'method' }>): ReadSchema | null {
    const self = reader.read(step.receiver);
    if (self === null) return null;
    const applied = applyMethod({ reader, self, args: step.args, at: step.at }, step.name);
    return applied === undefined ? reader.refuse(step.at, `.${step.name}() is not known`) : applied;
  }

  /** `schema.shape.id` and `schema.element`. */
  function readMemberStep(step: Extract<ZodStep, { kind: 'member' }>): ReadSchema | null {
    const outer = zodStep(step.object);
    if (outer?.kind === 'member' && outer.name === 'shape') {
      const object = reader.read(outer.object);
      if (object === null) return null;
      const field = object.schema.properties?.[step.name];
      if (field === undefined) return reader.refuse(step.at, `there is no field ${step.name}`);
      return readSchema(field, { isOptional: !(object.schema.required ?? []).includes(step.name) });
    }
    if (step.name === 'element') {
      const items = reader.read(step.object)?.schema.items;
      if (items !== undefined) return readSchema(items);
    }
    return reader.refuse(step.at, 'it is not a zod schema');
  }

  /** `base.shape`, and zod schemas that are spread or merged as they are. */
  function readSpread(value: Value): ReadSchema | null {
    const step = zodStep(value);
    if (step?.kind !== 'member' || step.name !== 'shape' || !isZodExpression(value)) return null;
    const object = reader.read(step.object);
    if (object === null || !isObjectSchema(object.schema)) return null;
    if (object.isIncomplete) return object;
    const { additionalProperties: _, ...schema } = object.schema;
    return { ...object, schema };
  }

  function readEntry(entry: ObjectEntry): ReadSchema {
    switch (entry.kind) {
      case 'property': {
        const field = reader.read(entry.value) ?? readSchema({}, { isOptional: true });
        return oneField(entry.key, entry.keyAt, field, entry.optional);
      }
      case 'computed':
        reader.refuse(entry.at, 'the name of this field is not known');
        return incomplete(readSchema(EMPTY_OBJECT));
      case 'spread': {
        const spread = readSpread(entry.value);
        const without = new Set(entry.without);
        if (spread !== null) return keepFields(spread, (name) => !without.has(name));
        reader.refuse(entry.at, 'its fields are not known');
        return incomplete(readSchema(EMPTY_OBJECT));
      }
    }
  }

  return reader;
}

function oneField(name: string, at: Place, field: ReadSchema, isConditional: boolean): ReadSchema {
  const required = field.isOptional || isConditional ? [] : [name];
  return readSchema(
    { type: 'object', properties: { [name]: field.schema }, required },
    { places: { [name]: at } },
  );
}
