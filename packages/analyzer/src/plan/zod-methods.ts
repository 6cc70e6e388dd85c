import type { Place, Value } from '../link/value.js';
import type { JsonSchema } from './plan.js';
import { plainData, sourceText } from './plan-reading.js';
import {
  enumeration,
  incomplete,
  isObjectSchema,
  keepFields,
  nullable,
  overlay,
  readSchema,
  requireFields,
} from './schema-algebra.js';
import type { ReadSchema } from './schema-algebra.js';
import { descriptionOf, intersect, stringFormat, unite } from './zod-factories.js';
import { constantsOf, literalNumber, maskNames, withPattern } from './zod-reader.js';
import type { ZodReader } from './zod-reader.js';

interface MethodCall {
  readonly reader: ZodReader;
  readonly self: ReadSchema;
  readonly args: readonly Value[];
  readonly at: Place;
}

type Method = (call: MethodCall) => ReadSchema | null;

const same: Method = ({ self }) => self;
const optional: Method = ({ self }) => ({ ...self, isOptional: true });

const withSchema = (self: ReadSchema, more: Partial<JsonSchema>): ReadSchema => ({
  ...self,
  schema: { ...self.schema, ...more },
});

/** Whether further fields are welcome; a schema of which a part could not be read stays open. */
const additional =
  (value: boolean): Method =>
  ({ self }) =>
    withSchema(self, { additionalProperties: value || self.isIncomplete });

const isNumeric = (schema: JsonSchema): boolean => schema.type === 'number' || schema.type === 'integer';

type Bound = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';

/** `.min(3)` on numbers; lengths of strings and arrays are nothing that a plan holds. */
const bound =
  (word: Bound, fixed?: number): Method =>
  ({ self, args }) => {
    const limit = fixed ?? literalNumber(args[0]);
    return limit === null || !isNumeric(self.schema) ? self : withSchema(self, { [word]: limit });
  };

const extend: Method = ({ reader, self, args, at }) => {
  if (!isObjectSchema(self.schema)) return reader.refuse(at, 'only an object schema can be extended');
  const [extension] = args;
  if (extension === undefined) return self;
  const shape = reader.readShape(extension);
  return shape === null ? incomplete(self) : overlay(self, shape);
};

const masked =
  (isKept: (isNamed: boolean) => boolean): Method =>
  ({ reader, self, args, at }) => {
    const names = maskNames(args[0]);
    if (names === null) return reader.refuse(at, 'its mask is not known');
    return keepFields(self, (name) => isKept(names.includes(name)));
  };

const requiring =
  (isRequired: boolean): Method =>
  ({ reader, self, args, at }) => {
    const names = args[0] === undefined ? null : maskNames(args[0]);
    if (args[0] !== undefined && names === null) return reader.refuse(at, 'its mask is not known');
    return requireFields(self, names, isRequired);
  };

const selected =
  (isKept: (isNamed: boolean) => boolean): Method =>
  ({ reader, self, args, at }) => {
    const names = constantsOf(args[0]);
    if (names === null || self.schema.enum === undefined)
      return reader.refuse(at, 'its values are not all known');
    return readSchema(enumeration(self.schema.enum.filter((value) => isKept(names.includes(value)))), {
      meta: self.meta,
    });
  };

/** `.meta({ description, deprecated, owner })`, also of `.openapi()` and `.register(registry, …)`. */
const meta: Method = ({ self, args }) => {
  const data = args.map(plainData).find((item) => typeof item === 'object' && item !== null);
  const known = (data ?? {}) as Readonly<Record<string, unknown>>;
  const { description, deprecated } = known;
  return {
    ...self,
    meta: { ...self.meta, ...known },
    schema: {
      ...self.schema,
      ...(typeof description === 'string' ? { description } : {}),
      ...(deprecated === true ? { deprecated: true } : {}),
    },
  };
};

const catchall: Method = ({ reader, self, args }) => {
  const rest = reader.read(args[0]);
  if (rest === null) return withSchema(self, { additionalProperties: true });
  const isNever = rest.schema.enum?.length === 0;
  const isAnything = Object.keys(rest.schema).length === 0;
  return withSchema(self, { additionalProperties: isNever ? false : isAnything ? true : rest.schema });
};

/** `.check(z.describe('…'), z.email())` of zod/mini: each check is read as the method of its name. */
const check: Method = ({ reader, self, args, at }) => {
  let current: ReadSchema | null = self;
  for (const argument of args) {
    const step = reader.check(argument);
    if (step === null || current === null) continue;
    current = applyMethod({ reader, self: current, args: step.args, at }, step.name) ?? current;
  }
  return current;
};

const METHODS: Readonly<Record<string, Method>> = {
  strict: additional(false),
  passthrough: additional(true),
  loose: additional(true),
  nonstrict: additional(true),
  strip: ({ self }) => {
    if (self.isIncomplete) return self;
    const { additionalProperties: _, ...schema } = self.schema;
    return { ...self, schema };
  },
  catchall,
  extend,
  safeExtend: extend,
  augment: extend,
  merge: extend,
  setKey: ({ reader, self, args, at }) => {
    const name = constantsOf(args[0])?.[0];
    const field = reader.read(args[1]);
    if (typeof name !== 'string' || field === null)
      return reader.refuse(at, 'its key or schema is not known');
    const required = field.isOptional ? [] : [name];
    return overlay(
      self,
      readSchema(
        { type: 'object', properties: { [name]: field.schema }, required },
        { places: { [name]: at } },
      ),
    );
  },
  pick: masked((isNamed) => isNamed),
  omit: masked((isNamed) => !isNamed),
  partial: requiring(false),
  deepPartial: requiring(false),
  required: requiring(true),
  keyof: ({ self }) => readSchema(enumeration(Object.keys(self.schema.properties ?? {}))),
  and: ({ reader, self, args, at }) => intersect(reader, self, reader.read(args[0]), at),
  or: ({ reader, self, args }) => {
    const other = reader.read(args[0]);
    return other === null ? null : unite([self, other]);
  },
  array: ({ self }) => readSchema({ type: 'array', items: self.schema }),
  exclude: selected((isNamed) => !isNamed),
  extract: selected((isNamed) => isNamed),

  optional,
  exactOptional: optional,
  default: optional,
  _default: optional,
  prefault: optional,
  catch: optional,
  nonoptional: ({ self }) => ({ ...self, isOptional: false }),
  nullable: ({ self }) => ({ ...self, schema: nullable(self.schema) }),
  nullish: ({ self }) => ({ ...self, schema: nullable(self.schema), isOptional: true }),
  unwrap: ({ self }) => ({ ...self, isOptional: false, schema: self.schema.items ?? self.schema }),

  describe: ({ self, args }) => {
    const description = descriptionOf(args);
    return description === null ? self : withSchema(self, { description });
  },
  meta,
  openapi: meta,
  register: meta,

  int: ({ self }) => withSchema(self, { type: 'integer' }),
  safe: same,
  min: bound('minimum'),
  gte: bound('minimum'),
  minimum: bound('minimum'),
  max: bound('maximum'),
  lte: bound('maximum'),
  maximum: bound('maximum'),
  gt: bound('exclusiveMinimum'),
  lt: bound('exclusiveMaximum'),
  positive: bound('exclusiveMinimum', 0),
  negative: bound('exclusiveMaximum', 0),
  nonnegative: bound('minimum', 0),
  nonpositive: bound('maximum', 0),

  regex: ({ reader, self, args }) =>
    args[0] === undefined
      ? self
      : { ...self, schema: withPattern(self.schema, sourceText(reader.reading, args[0].at)) },
  check,
  with: check,
};

/** Methods that narrow or convert a value after it was sent; the plan keeps what callers hand in. */
const PASS_THROUGH: ReadonlySet<string> = new Set([
  ...[
    'refine',
    'superRefine',
    'refinement',
    'transform',
    'overwrite',
    'brand',
    'readonly',
    'pipe',
    'clone',
    'apply',
  ],
  ...[
    'length',
    'nonempty',
    'minLength',
    'maxLength',
    'size',
    'minSize',
    'maxSize',
    'startsWith',
    'endsWith',
    'includes',
  ],
  ...['trim', 'toLowerCase', 'toUpperCase', 'lowercase', 'uppercase', 'normalize', 'slugify', 'property'],
  ...[
    'multipleOf',
    'step',
    'finite',
    'rest',
    'title',
    'innerType',
    'removeDefault',
    'removeCatch',
    'sourceType',
  ],
]);

/** Applies a zod method to a schema; undefined if zod has no method of that name. */
export function applyMethod(call: MethodCall, name: string): ReadSchema | null | undefined {
  if (Object.hasOwn(METHODS, name)) return METHODS[name]?.(call);
  if (PASS_THROUGH.has(name)) return call.self;
  const format = stringFormat(name);
  return format !== null && call.self.schema.type === 'string'
    ? withSchema(call.self, { format })
    : undefined;
}
