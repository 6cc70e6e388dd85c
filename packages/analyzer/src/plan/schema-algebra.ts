import type { Place } from '../link/value.js';
import type { JsonSchema } from './plan.js';

/** A schema on the way from code to the plan. */
export interface ReadSchema {
  readonly schema: JsonSchema;
  /** True if the property may be left out. */
  readonly isOptional: boolean;
  /** True for an object of which a part could not be read: it may have more fields than are known. */
  readonly isIncomplete: boolean;
  /** Where the fields of an object schema are declared. */
  readonly places: Readonly<Record<string, Place>>;
  /** What `.meta()` says beyond the schema: `owner`, `since`, `status`, `aliases` and the like. */
  readonly meta: Readonly<Record<string, unknown>>;
}

export const readSchema = (schema: JsonSchema, more: Partial<ReadSchema> = {}): ReadSchema => ({
  isOptional: false,
  isIncomplete: false,
  places: {},
  meta: {},
  ...more,
  schema,
});

const typesOf = (schema: JsonSchema): readonly string[] =>
  schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;

const NULL: JsonSchema = { type: 'null' };

/** The schema, or null. */
export function nullable(schema: JsonSchema): JsonSchema {
  if (schema.enum !== undefined) {
    const values = schema.enum.includes(null) ? schema.enum : [...schema.enum, null];
    return schema.type === undefined
      ? { ...schema, enum: values }
      : { ...schema, enum: values, type: [...typesOf(schema), 'null'] };
  }
  if (schema.anyOf !== undefined) return { ...schema, anyOf: [...schema.anyOf, NULL] };
  if (schema.const !== undefined) {
    const { const: only, ...rest } = schema;
    return { ...rest, ...enumeration([only, null]) };
  }
  if (schema.type === undefined || typesOf(schema).includes('null')) return schema;
  return { ...schema, type: [...typesOf(schema), 'null'] };
}

/** The type words of a list of constants: `'string'` for strings only. */
export function enumeration(values: readonly (string | number | boolean | null)[]): JsonSchema {
  const types = [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
  return values.length === 0
    ? { enum: [] }
    : { type: types.length === 1 ? (types[0] ?? 'string') : types, enum: values };
}

/** One of several schemas; constants become one enumeration. */
export function union(options: readonly JsonSchema[]): JsonSchema {
  const [first] = options;
  if (first !== undefined && options.length === 1) return first;
  const constants: (string | number | boolean | null)[] = [];
  for (const option of options) {
    const isBare = option.description === undefined && option.deprecated === undefined;
    if (isBare && option.const !== undefined) constants.push(option.const);
    else if (isBare && option.enum !== undefined) constants.push(...option.enum);
    else return { anyOf: options };
  }
  return enumeration([...new Set(constants)]);
}

const fieldsOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => schema.properties ?? {};

/** The fields of an object schema with those of another laid over them; `extra` decides about further fields. */
export function overlay(base: ReadSchema, extra: ReadSchema): ReadSchema {
  const overridden = new Set(Object.keys(fieldsOf(extra.schema)));
  const { additionalProperties: _, ...kept } = base.schema;
  const isIncomplete = base.isIncomplete || extra.isIncomplete;
  const additional = isIncomplete
    ? true
    : (extra.schema.additionalProperties ?? base.schema.additionalProperties);
  return {
    ...base,
    isIncomplete,
    places: { ...base.places, ...extra.places },
    schema: {
      ...kept,
      properties: { ...fieldsOf(base.schema), ...fieldsOf(extra.schema) },
      required: [
        ...(base.schema.required ?? []).filter((name) => !overridden.has(name)),
        ...(extra.schema.required ?? []),
      ],
      ...(additional === undefined ? {} : { additionalProperties: additional }),
    },
  };
}

/** The object schema with only the fields that pass. */
export function keepFields(read: ReadSchema, keep: (name: string) => boolean): ReadSchema {
  const only = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => keep(name)));
  return {
    ...read,
    places: only(read.places),
    schema: {
      ...read.schema,
      properties: only(fieldsOf(read.schema)),
      required: (read.schema.required ?? []).filter(keep),
    },
  };
}

/** The object schema with the named fields (all if null) made required or optional. */
export function requireFields(
  read: ReadSchema,
  names: readonly string[] | null,
  isRequired: boolean,
): ReadSchema {
  const required = new Set(read.schema.required ?? []);
  const all = Object.keys(fieldsOf(read.schema));
  for (const name of names ?? all) {
    if (isRequired) required.add(name);
    else required.delete(name);
  }
  return { ...read, schema: { ...read.schema, required: all.filter((name) => required.has(name)) } };
}

/** The object schema with a note that a part of it could not be read; it must not refuse what it does not know. */
export const incomplete = (read: ReadSchema): ReadSchema => ({
  ...read,
  isIncomplete: true,
  schema: { ...read.schema, additionalProperties: true },
});

export const isObjectSchema = (schema: JsonSchema): boolean =>
  schema.type === 'object' && schema.properties !== undefined;
