import type { JsonSchema } from './plan.js';
import { nullable, overlay, readSchema, union } from './schema-algebra.js';
import { isConstant } from './zod-reader.js';

/** Deeper than this, or more references than this on one way, and a schema is taken for endless. */
const DEPTH_LIMIT = 50;

type Data = Readonly<Record<string, unknown>>;

export interface JsonSchemaProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The schema in the plan's own words, and what of it could not be read. */
export interface JsonSchemaReading {
  readonly schema: JsonSchema;
  readonly problems: readonly JsonSchemaProblem[];
}

/** Words that say nothing about which values may be sent. */
const COPIED = [
  'description',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'deprecated',
  'required',
];

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a JSON Schema (drafts 4 to 2020-12) into the subset that plans use. References stay inside the document. */
export function readJsonSchema(root: unknown): JsonSchemaReading {
  const problems: JsonSchemaProblem[] = [];

  function read(data: unknown, path: readonly (string | number)[], depth: number): JsonSchema {
    if (data === true || data === undefined) return {};
    if (data === false) return { enum: [] };
    if (!isData(data)) {
      problems.push({ path, message: 'a JSON Schema is an object' });
      return {};
    }
    if (depth > DEPTH_LIMIT) {
      problems.push({ path, message: 'the schema refers to itself or is nested too deeply' });
      return {};
    }
    const parts = [own(data, path, depth)];
    if (typeof data['$ref'] === 'string') parts.push(follow(data['$ref'], path, depth));
    for (const part of list(data['allOf'])) parts.push(read(part, path, depth + 1));
    return parts.reduce((left, right) => both(left, right));
  }

  function own(data: Data, path: readonly (string | number)[], depth: number): JsonSchema {
    const schema: Record<string, unknown> = {};
    for (const word of COPIED) if (data[word] !== undefined) schema[word] = data[word];
    if (data['type'] !== undefined) schema['type'] = data['type'];
    if (Array.isArray(data['enum'])) schema['enum'] = data['enum'].filter(isConstant);
    if (isConstant(data['const']) && data['const'] !== undefined) schema['const'] = data['const'];
    if (isData(data['properties'])) {
      schema['properties'] = Object.fromEntries(
        Object.entries(data['properties']).map(([name, inner]) => [
          name,
          read(inner, [...path, 'properties', name], depth + 1),
        ]),
      );
    }
    const additional = data['additionalProperties'] ?? data['unevaluatedProperties'];
    if (additional !== undefined) {
      schema['additionalProperties'] =
        typeof additional === 'boolean'
          ? additional
          : read(additional, [...path, 'additionalProperties'], depth + 1);
    }
    if (data['items'] !== undefined) {
      schema['items'] = Array.isArray(data['items'])
        ? union(data['items'].map((item) => read(item, [...path, 'items'], depth + 1)))
        : read(data['items'], [...path, 'items'], depth + 1);
    }
    const options = [...list(data['anyOf']), ...list(data['oneOf'])];
    if (options.length > 0)
      schema['anyOf'] = options.map((option) => read(option, [...path, 'anyOf'], depth + 1));
    return data['nullable'] === true ? nullable(schema) : schema;
  }

  function follow(reference: string, path: readonly (string | number)[], depth: number): JsonSchema {
    const target = reference.startsWith('#') ? pointer(root, reference.slice(1)) : undefined;
    if (target === undefined) {
      problems.push({ path, message: `the reference "${reference}" leads nowhere in this schema` });
      return {};
    }
    return read(target, path, depth + 1);
  }

  return { schema: read(root, [], 0), problems };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** RFC 6901. */
function pointer(root: unknown, reference: string): unknown {
  let current: unknown = root;
  for (const segment of reference.split('/').slice(1)) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    current = isData(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

/** Two schemas that hold at once: fields are joined, the right one's other words win. */
function both(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (left.properties === undefined && right.properties === undefined) return { ...left, ...right };
  const joined = overlay(readSchema(left), readSchema(right)).schema;
  const required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])];
  return { ...left, ...right, ...joined, required };
}
