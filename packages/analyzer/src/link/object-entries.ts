import { alternatives } from './build-value.js';
import type { ObjectEntry, ObjectValue, Value } from './value.js';

/** The value of a key of an object value: the last entry that sets it. Null if no known entry does. */
export function entryValue(value: Value, key: string): Value | null {
  for (const option of alternatives(value)) {
    if (option.kind !== 'object') continue;
    const entry = lastEntry(option, key);
    if (entry?.kind === 'property') return entry.value;
  }
  return null;
}

export function lastEntry(object: ObjectValue, key: string): ObjectEntry | null {
  for (let index = object.entries.length - 1; index >= 0; index -= 1) {
    const entry = object.entries[index];
    if (entry?.kind === 'property' && entry.key === key) return entry;
  }
  return null;
}
