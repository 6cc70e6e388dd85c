import { isFalsy, isNullish, isPresent, literal, union } from './build-value.js';
import type { ObjectEntry, Place, Value } from './value.js';

/** Joins known neighbours; a template of known parts is a literal. */
export function makeTemplate(parts: readonly (string | Value)[], at: Place): Value {
  const joined: (string | Value)[] = [];
  const push = (text: string): void => {
    const last = joined.at(-1);
    if (typeof last === 'string') joined[joined.length - 1] = last + text;
    else if (text !== '') joined.push(text);
  };
  for (const part of parts) {
    if (typeof part === 'string') push(part);
    else if (part.kind === 'literal') push(String(part.value));
    else if (part.kind === 'template')
      part.parts.forEach((each) => (typeof each === 'string' ? push(each) : joined.push(each)));
    else joined.push(part);
  }
  if (joined.every((part) => typeof part === 'string')) return literal(joined.join(''), at);
  return { kind: 'template', parts: joined, at };
}

const isText = (value: Value): boolean =>
  value.kind === 'template' || (value.kind === 'literal' && typeof value.value === 'string');

/** Applies an operator to what is known; otherwise keeps it as structure. */
export function makeOperation(operator: string, operands: readonly Value[], at: Place): Value {
  const [left, right] = operands;
  if (!left) return { kind: 'operation', operator, operands, at };
  switch (operator) {
    case '+':
      if (!right) break;
      if (isText(left) || isText(right)) return makeTemplate([left, right], at);
      if (left.kind === 'literal' && right.kind === 'literal') {
        if (typeof left.value === 'number' && typeof right.value === 'number')
          return literal(left.value + right.value, at);
      }
      break;
    case 'default':
      if (!right) break;
      if (left.kind === 'literal' && left.value === undefined) return right;
      if (isPresent(left)) return left;
      break;
    case '??':
      if (!right) break;
      if (isNullish(left)) return right;
      if (isPresent(left)) return left;
      break;
    case '||':
      if (!right) break;
      if (isFalsy(left)) return right;
      if (isPresent(left) && left.kind !== 'template') return left;
      break;
    case '&&':
      if (isFalsy(left)) return left;
      if (right && isPresent(left) && left.kind !== 'template') return right;
      break;
    case '!':
      if (left.kind === 'literal') return literal(!left.value, at);
      break;
    default:
  }
  if (left.kind === 'union' && right && (operator === 'default' || operator === '??' || operator === '||')) {
    const kept = left.options.filter((each) => !isNullish(each));
    if (kept.length < left.options.length) return union([...kept, right], at);
  }
  return { kind: 'operation', operator, operands, at };
}

/** The entries that a spread of a value adds; unknown values stay spreads. */
function spreadEntries(value: Value, entry: Extract<ObjectEntry, { kind: 'spread' }>): ObjectEntry[] {
  const without = new Set(entry.without ?? []);
  const optional = (each: ObjectEntry): ObjectEntry =>
    each.kind === 'computed' ? each : { ...each, optional: true };
  switch (value.kind) {
    case 'object': {
      const kept = value.entries.flatMap((each): ObjectEntry[] => {
        if (each.kind === 'property') return without.has(each.key) ? [] : [each];
        return each.kind === 'spread'
          ? [{ ...each, without: [...(each.without ?? []), ...without] }]
          : [each];
      });
      const open: ObjectEntry[] = value.open
        ? [{ ...entry, value: { ...value, entries: [], open: true } }]
        : [];
      return [...kept, ...open].map((each) => (entry.optional ? optional(each) : each));
    }
    case 'literal':
      return [];
    case 'union':
      return value.options.flatMap((option) => spreadEntries(option, entry)).map(optional);
    case 'operation': {
      const [left, right] = value.operands;
      if (value.operator === '&&' && right) return spreadEntries(right, entry).map(optional);
      if (
        (value.operator === '||' || value.operator === '??' || value.operator === 'default') &&
        left &&
        right
      ) {
        return [...spreadEntries(left, entry), ...spreadEntries(right, entry).map(optional)];
      }
      return [entry];
    }
    default:
      return [entry];
  }
}

/** An object whose spreads are flattened as far as they are known. */
export function makeObject(entries: readonly ObjectEntry[], at: Place, open: boolean): Value {
  const flat = entries.flatMap((entry): ObjectEntry[] => {
    if (
      entry.kind === 'spread' &&
      !(entry.value.kind === 'object' && entry.value.open && entry.value.entries.length === 0)
    ) {
      return spreadEntries(entry.value, entry);
    }
    if (entry.kind === 'computed' && entry.key.kind === 'literal') {
      const key = String(entry.key.value);
      return [
        { kind: 'property', key, value: entry.value, at: entry.at, keyAt: entry.key.at, optional: false },
      ];
    }
    return [entry];
  });
  const kept = flat.length > MANY_ENTRIES ? withoutRepeated(flat) : flat;
  return open ? { kind: 'object', entries: kept, at, open } : { kind: 'object', entries: kept, at };
}

/** Fewer entries than this may repeat each other; readers take the last of a name anyway. */
const MANY_ENTRIES = 64;

/** What an entry contributes, apart from its value. */
function nameOf(entry: ObjectEntry): string {
  switch (entry.kind) {
    case 'property':
      return `property ${entry.key}`;
    case 'spread':
      return `spread ${JSON.stringify(entry.without ?? [])}`;
    case 'computed':
      return `computed ${entry.at.file} ${entry.at.start}`;
  }
}

/** Without entries that a later one certainly overrides or says again: objects that spread each other twice would grow without end. */
function withoutRepeated(entries: readonly ObjectEntry[]): readonly ObjectEntry[] {
  const overridden = new Set<string>();
  const seen = new Map<Value, Set<string>>();
  const kept: ObjectEntry[] = [];
  for (const entry of entries.toReversed()) {
    const name = nameOf(entry);
    const said = seen.get(entry.value) ?? new Set();
    if (said.has(name) || (entry.kind === 'property' && overridden.has(entry.key))) continue;
    if (entry.kind === 'property' && !entry.optional) overridden.add(entry.key);
    seen.set(entry.value, said.add(name));
    kept.push(entry);
  }
  return kept.toReversed();
}
