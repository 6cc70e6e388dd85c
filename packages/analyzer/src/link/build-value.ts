import type { LiteralValue, Place, UnionValue, UnknownValue, Value } from './value.js';

/** Small constructors for values; all of them keep values in normal form (no nested or single-option unions). */

/** More alternatives than this say nothing useful about one call. */
const UNION_LIMIT = 64;

export const literal = (value: LiteralValue['value'], at: Place): LiteralValue => ({
  kind: 'literal',
  value,
  at,
});

export const unknown = (reason: string, at: Place, name: string | null = null): UnknownValue => ({
  kind: 'unknown',
  name,
  reason,
  at,
});

const isSameLiteral = (a: Value, b: Value): boolean =>
  a.kind === 'literal' && b.kind === 'literal' && a.value === b.value;

/** One of the options; flattened, equal literals merged. Lookups stay whole, so that a key can still decide. */
export function union(options: readonly Value[], at: Place): Value {
  const flat: Value[] = [];
  for (const option of options) {
    for (const each of option.kind === 'union' && !option.lookup ? option.options : [option]) {
      if (flat.length < UNION_LIMIT && !flat.some((known) => known === each || isSameLiteral(known, each)))
        flat.push(each);
    }
  }
  const [first] = flat;
  if (!first) return literal(undefined, at);
  if (flat.length === 1) return first;
  const result: UnionValue = { kind: 'union', options: flat, at };
  return result;
}

/** The value as seen through a variable of that name. */
export const withAlias = (value: Value, alias: string): Value =>
  value.alias === alias ? value : { ...value, alias };

/** The alternatives behind unions, fallbacks and short-circuits; what a value can turn out to be. */
export function alternatives(value: Value): readonly Value[] {
  if (value.kind === 'union') return value.options.flatMap(alternatives);
  if (value.kind === 'operation') {
    const [left, right] = value.operands;
    if (value.operator === '&&' && right) return alternatives(right);
    if (
      (value.operator === '||' || value.operator === '??' || value.operator === 'default') &&
      left &&
      right
    ) {
      return [...alternatives(left), ...alternatives(right)];
    }
  }
  return [value];
}

export const isNullish = (value: Value): boolean =>
  value.kind === 'literal' && (value.value === undefined || value.value === null);

export const isFalsy = (value: Value): boolean => value.kind === 'literal' && !value.value;

/** True if the value certainly is neither null nor undefined. */
export const isPresent = (value: Value): boolean =>
  (value.kind === 'literal' && value.value !== undefined && value.value !== null) ||
  value.kind === 'object' ||
  value.kind === 'array' ||
  value.kind === 'template' ||
  value.kind === 'function' ||
  value.kind === 'class' ||
  value.kind === 'instance';
