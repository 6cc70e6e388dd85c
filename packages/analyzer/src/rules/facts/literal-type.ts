import type { Value } from '../../link/value.js';
import type { TypeShape } from '../../types/shape.js';
import type { RuleContext } from '../rule.js';

function literalsOf(shape: TypeShape): readonly (string | number | boolean)[] | null {
  if (shape.kind === 'literal') return [shape.value];
  if (shape.kind === 'boolean') return [true, false];
  if (shape.kind === 'undefined' || shape.kind === 'null') return [];
  if (shape.kind !== 'union') return null;
  const parts = shape.options.map(literalsOf);
  return parts.includes(null) ? null : parts.flatMap((values) => values ?? []);
}

/** The values that a value's static type lists (a union of literals, an enum), or null if the type is open. */
export function valuesOfType(
  value: Value,
  context: RuleContext,
): readonly (string | number | boolean)[] | null {
  const shape = context.typeOf(value);
  const values = shape && literalsOf(shape);
  return values && values.length > 0 ? values : null;
}
