import type { Place, Value } from '../link/value.js';
import type { JsonSchema } from './plan.js';
import type { PlanReading } from './plan-reading.js';
import type { ReadSchema } from './schema-algebra.js';

/** What the tables of zod's factories and methods may ask while they read. */
export interface ZodReader {
  readonly reading: PlanReading;
  /** The schema of a zod expression; null (and an issue) if it cannot be read. */
  read(value: Value | undefined): ReadSchema | null;
  /** The schema of an object of zod expressions (`{ id: z.string() }`), as `z.object` takes it. */
  readShape(value: Value | undefined): ReadSchema | null;
  /** A check of zod/mini (`z.minLength(5)`) as the method that it stands for; null for anything else. */
  check(value: Value): { readonly name: string; readonly args: readonly Value[] } | null;
  /** Notes that an expression cannot be read; returns null. */
  refuse(at: Place, why: string): null;
}

export type Constant = string | number | boolean | null;

export const isConstant = (value: unknown): value is Constant =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** A known number, or null. */
export const literalNumber = (value: Value | undefined): number | null =>
  value?.kind === 'literal' && typeof value.value === 'number' ? value.value : null;

const ENUM_OBJECT_READERS: ReadonlySet<string> = new Set(['values', 'keys']);

/**
 * The constants of a list: an array, an object used as an enumeration, `Object.values(X)` or `Object.keys(X)`. Null if
 * one of them is not known.
 */
export function constantsOf(value: Value | undefined): readonly Constant[] | null {
  if (value === undefined) return null;
  if (value.kind === 'literal') return isConstant(value.value) ? [value.value] : null;
  if (value.kind === 'union') return flatten(value.options);
  if (value.kind === 'array') return value.open === true ? null : flatten(value.items);
  if (value.kind === 'object') return objectConstants(value, 'values');
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name !== null) {
    const { object, name } = value.callee;
    const [argument] = value.args;
    if (object.kind === 'unknown' && object.name === 'Object' && argument?.kind === 'object') {
      if (name === 'freeze') return constantsOf(argument);
      if (ENUM_OBJECT_READERS.has(name)) return objectConstants(argument, name);
    }
  }
  return null;
}

function flatten(values: readonly Value[]): readonly Constant[] | null {
  const constants: Constant[] = [];
  for (const value of values) {
    const inner = constantsOf(value);
    if (inner === null) return null;
    constants.push(...inner);
  }
  return constants;
}

function objectConstants(
  value: Extract<Value, { kind: 'object' }>,
  part: string,
): readonly Constant[] | null {
  if (value.open === true) return null;
  const constants: Constant[] = [];
  for (const entry of value.entries) {
    if (entry.kind !== 'property') return null;
    // TypeScript's numeric enums also map the number back to its name; only the way forward is a value.
    if (/^\d+$/.test(entry.key) && value.entries.length > 1) continue;
    const inner = part === 'keys' ? [entry.key] : constantsOf(entry.value);
    if (inner === null) return null;
    constants.push(...inner);
  }
  return [...new Set(constants)];
}

/** The names in a mask: `{ a: true, b: true }`. Null if one is not known. */
export function maskNames(value: Value | undefined): readonly string[] | null {
  if (value?.kind !== 'object' || value.open === true) return null;
  const names: string[] = [];
  for (const entry of value.entries) {
    if (entry.kind !== 'property') return null;
    if (entry.value.kind === 'literal' && entry.value.value === true) names.push(entry.key);
  }
  return names;
}

/** The pattern of a regular expression literal without flags that change it; null for anything else. */
export function patternOf(text: string): string | null {
  const match = /^\/(.+)\/([a-z]*)$/s.exec(text.trim());
  return match?.[1] !== undefined && /^[duvg]*$/.test(match[2] ?? '') ? match[1] : null;
}

/** A schema with a pattern, unless the expression is not a plain literal. */
export const withPattern = (schema: JsonSchema, text: string): JsonSchema => {
  const pattern = patternOf(text);
  return pattern === null ? schema : { ...schema, pattern };
};
