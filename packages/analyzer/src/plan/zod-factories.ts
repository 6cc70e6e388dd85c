import type { Place, Value } from '../link/value.js';
import type { JsonSchema } from './plan.js';
import { literalString, sourceText } from './plan-reading.js';
import { enumeration, isObjectSchema, nullable, overlay, readSchema, union } from './schema-algebra.js';
import type { ReadSchema } from './schema-algebra.js';
import { constantsOf, withPattern } from './zod-reader.js';
import type { ZodReader } from './zod-reader.js';

type Factory = (reader: ZodReader, args: readonly Value[], at: Place) => ReadSchema | null;

const plain =
  (schema: JsonSchema): Factory =>
  () =>
    readSchema(schema);

const STRING: JsonSchema = { type: 'string' };
const NUMBER: JsonSchema = { type: 'number' };
const INTEGER: JsonSchema = { type: 'integer' };
const BOOLEAN: JsonSchema = { type: 'boolean' };
const DATE: JsonSchema = { type: 'string', format: 'date-time' };

/** zod's names of string formats and JSON Schema's, where they differ. https://zod.dev/json-schema */
const STRING_FORMATS: Readonly<Record<string, string>> = {
  email: 'email',
  uuid: 'uuid',
  uuidv4: 'uuid',
  uuidv6: 'uuid',
  uuidv7: 'uuid',
  guid: 'uuid',
  url: 'uri',
  httpUrl: 'uri',
  hostname: 'hostname',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
  ip: 'ip',
  mac: 'mac',
  cidr: 'cidr',
  cidrv4: 'cidrv4',
  cidrv6: 'cidrv6',
  emoji: 'emoji',
  nanoid: 'nanoid',
  cuid: 'cuid',
  cuid2: 'cuid2',
  ulid: 'ulid',
  xid: 'xid',
  ksuid: 'ksuid',
  jwt: 'jwt',
  e164: 'e164',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
  datetime: 'date-time',
  date: 'date',
  time: 'time',
  duration: 'duration',
};

/** JSON Schema's format for a zod string check (`email`, `datetime`), or null. */
export const stringFormat = (name: string): string | null =>
  Object.hasOwn(STRING_FORMATS, name) ? (STRING_FORMATS[name] ?? null) : null;

/** Kinds of zod schemas that Mixpanel cannot take or that say nothing about the value. */
const UNSENDABLE: ReadonlySet<string> = new Set([
  'lazy',
  'custom',
  'instanceof',
  'function',
  'promise',
  'map',
  'set',
  'symbol',
  'file',
]);

function objectFactory(additionalProperties?: boolean): Factory {
  return (reader, args) => {
    const shape =
      args[0] === undefined ? readSchema({ type: 'object', properties: {} }) : reader.readShape(args[0]);
    if (shape === null) return null;
    if (additionalProperties === undefined || shape.isIncomplete) return shape;
    return { ...shape, schema: { ...shape.schema, additionalProperties } };
  };
}

const enumFactory: Factory = (reader, args, at) => {
  const constants = constantsOf(args[0]);
  if (constants === null) return reader.refuse(at, 'its values are not all known');
  return readSchema(enumeration(constants));
};

const literalFactory: Factory = (reader, args, at) => {
  const [value] = args;
  if (value?.kind === 'literal' && value.value === undefined) return readSchema({}, { isOptional: true });
  if (value?.kind === 'template') return readSchema(STRING);
  const constants = constantsOf(value);
  if (constants === null) return reader.refuse(at, 'its value is not known');
  const [only] = constants;
  if (constants.length !== 1 || only === undefined) return readSchema(enumeration(constants));
  return readSchema(only === null ? { type: 'null' } : { type: typeof only, const: only });
};

/** Schemas of a list of alternatives; null if the list or one of them cannot be read. */
function alternatives(reader: ZodReader, list: Value | undefined, at: Place): readonly ReadSchema[] | null {
  if (list?.kind !== 'array' || list.open === true)
    return reader.refuse(at, 'its list of alternatives is not known');
  const options = list.items.map((item) => reader.read(item));
  return options.every((option) => option !== null) ? options : null;
}

function unionFactory(listIndex: number): Factory {
  return (reader, args, at) => {
    const options = alternatives(reader, args[listIndex], at);
    if (options === null) return null;
    return unite(options);
  };
}

/** One of several read schemas. */
export function unite(options: readonly ReadSchema[]): ReadSchema {
  const isOptional = options.some((option) => option.isOptional);
  // `z.undefined()` as an alternative only says that the value may be missing.
  const schemas = options
    .filter((option) => !(option.isOptional && isEmpty(option.schema)))
    .map(({ schema }) => schema);
  const places = Object.assign({}, ...options.map((option) => option.places)) as Record<string, Place>;
  return readSchema(union(schemas), { isOptional, places });
}

const isEmpty = (schema: JsonSchema): boolean => Object.keys(schema).length === 0;

/** Both of two schemas at once: objects are laid over each other. Null (and an issue) for anything else. */
export function intersect(
  reader: ZodReader,
  left: ReadSchema | null,
  right: ReadSchema | null,
  at: Place,
): ReadSchema | null {
  if (left === null || right === null) return null;
  if (!isObjectSchema(left.schema) || !isObjectSchema(right.schema)) {
    return reader.refuse(at, 'only objects can be intersected here');
  }
  return overlay(left, right);
}

const arrayFactory: Factory = (reader, args) => {
  const items = reader.read(args[0]);
  return items === null ? null : readSchema({ type: 'array', items: items.schema });
};

const tupleFactory: Factory = (reader, args, at) => {
  const options = alternatives(reader, args[0], at);
  return options === null
    ? null
    : readSchema({ type: 'array', items: union(options.map(({ schema }) => schema)) });
};

/** `z.record(value)` of zod 3 and `z.record(key, value)`. */
const recordFactory: Factory = (reader, args) => {
  const values = reader.read(args[1] ?? args[0]);
  return values === null ? null : readSchema({ type: 'object', additionalProperties: values.schema });
};

const coerced: Readonly<Record<string, JsonSchema>> = {
  string: STRING,
  number: NUMBER,
  boolean: BOOLEAN,
  date: DATE,
  bigint: INTEGER,
};

const FACTORIES: Readonly<Record<string, Factory>> = {
  object: objectFactory(),
  strictObject: objectFactory(false),
  looseObject: objectFactory(true),
  interface: objectFactory(),
  string: plain(STRING),
  number: plain(NUMBER),
  float32: plain(NUMBER),
  float64: plain(NUMBER),
  int: plain(INTEGER),
  int32: plain(INTEGER),
  uint32: plain({ type: 'integer', minimum: 0 }),
  int64: plain(INTEGER),
  uint64: plain({ type: 'integer', minimum: 0 }),
  bigint: plain(INTEGER),
  nan: plain(NUMBER),
  boolean: plain(BOOLEAN),
  stringbool: plain(STRING),
  date: plain(DATE),
  any: plain({}),
  unknown: plain({}),
  json: plain({}),
  null: plain({ type: 'null' }),
  never: plain({ enum: [] }),
  undefined: () => readSchema({}, { isOptional: true }),
  void: () => readSchema({}, { isOptional: true }),
  enum: enumFactory,
  nativeEnum: enumFactory,
  literal: literalFactory,
  templateLiteral: plain(STRING),
  stringFormat: plain(STRING),
  hash: plain(STRING),
  regex: (reader, args) =>
    readSchema(args[0] === undefined ? STRING : withPattern(STRING, sourceText(reader.reading, args[0].at))),
  union: unionFactory(0),
  xor: unionFactory(0),
  discriminatedUnion: unionFactory(1),
  intersection: (reader, args, at) => intersect(reader, reader.read(args[0]), reader.read(args[1]), at),
  array: arrayFactory,
  tuple: tupleFactory,
  record: recordFactory,
  partialRecord: recordFactory,
  looseRecord: recordFactory,
  keyof: (reader, args) => {
    const object = reader.read(args[0]);
    return object === null ? null : readSchema(enumeration(Object.keys(object.schema.properties ?? {})));
  },
  preprocess: (reader, args) => reader.read(args[1]),
  nullish: (reader, args) => {
    const inner = reader.read(args[0]);
    return inner === null ? null : { ...inner, schema: nullable(inner.schema), isOptional: true };
  },
};

/** The schema that a zod factory (`z.string`, `z.iso.date`, `z.coerce.number`) makes; undefined if there is no such. */
export function readFactory(
  reader: ZodReader,
  name: string,
  args: readonly Value[],
  at: Place,
): ReadSchema | null | undefined {
  if (Object.hasOwn(FACTORIES, name)) return FACTORIES[name]?.(reader, args, at);
  const [group, member] = name.split('.');
  if (group === 'coerce' && member !== undefined && Object.hasOwn(coerced, member)) {
    return readSchema(coerced[member] ?? {});
  }
  if (group === 'string' && member !== undefined) return undefined;
  const format = stringFormat(group === 'iso' ? (member ?? '') : name);
  if (format !== null) return readSchema({ type: 'string', format });
  if (UNSENDABLE.has(name)) return reader.refuse(at, `z.${name} has no form that a plan can hold`);
  return undefined;
}

/** The text of `.describe('…')`. */
export const descriptionOf = (args: readonly Value[]): string | null => literalString(args[0]);
