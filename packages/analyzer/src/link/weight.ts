import { unknown } from './build-value.js';
import type { Value } from './value.js';

const LIMIT = 1_000_000;
const KNOWN = new WeakMap<Value, number>();

const total = (values: readonly Value[]): number =>
  values.reduce((sum, value) => Math.min(LIMIT, sum + weightOf(value)), 0);

/** Number of nodes of a value written out as a tree, at most a million. Bounds what inlining may copy. */
export function weightOf(value: Value): number {
  const known = KNOWN.get(value);
  if (known !== undefined) return known;
  const weight = Math.min(LIMIT, 1 + total(childrenOf(value)));
  KNOWN.set(value, weight);
  return weight;
}

/** What one part of an object that is too large may keep. */
const PART_LIMIT = 200;

/** The value if it is small enough; of a larger object the keys and the small parts; otherwise nothing but its place. */
export function lighten(value: Value, limit: number): Value {
  if (weightOf(value) <= limit) return value;
  const named = (part: Value): Value => {
    if (weightOf(part) <= PART_LIMIT) return part;
    const empty = unknown('too large', part.at);
    return part.alias === undefined ? empty : { ...empty, alias: part.alias };
  };
  if (value.kind === 'object') {
    return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: named(entry.value) })) };
  }
  return named(value);
}

function childrenOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'object':
      return value.entries.flatMap((entry) =>
        entry.kind === 'computed' ? [entry.key, entry.value] : [entry.value],
      );
    case 'array':
      return value.items;
    case 'union':
      return value.options;
    case 'member':
      return [value.object];
    case 'call':
      return [value.callee, ...value.args];
    case 'operation':
      return value.operands;
    case 'function':
    case 'class':
      return [...(value.bound?.values() ?? [])].flatMap((params) => [...params.values()]);
    case 'instance':
      return value.args ?? [];
    case 'element':
      return [value.type, value.props];
    case 'sdk':
      return [...(value.factoryArgs?.flat() ?? []), ...(value.partial ?? [])];
    default:
      return [];
  }
}
