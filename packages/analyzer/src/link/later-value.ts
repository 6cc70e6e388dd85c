import { unknown } from './build-value.js';
import type { ObjectEntry, Place, Value } from './value.js';

/**
 * What a state that starts empty (`useState('')`, `useState({ email: '' })`) holds when it is used: something that was
 * set in the meantime. Other starting values stay, they are often all that is ever held (`useState('monthly')`).
 */
export function laterValue(initial: Value | undefined, at: Place, name: string | null = null): Value {
  if (initial === undefined) return unknown('a state that is set later', at, name);
  if (initial.kind === 'literal' && isEmpty(initial.value))
    return {
      ...unknown('a state that is set later', initial.at, name),
      ...(initial.alias === undefined ? {} : { alias: initial.alias }),
    };
  if (initial.kind !== 'object') return initial;
  const entries = initial.entries.map((entry): ObjectEntry =>
    entry.kind === 'property' ? { ...entry, value: laterValue(entry.value, entry.at, entry.key) } : entry,
  );
  return { ...initial, entries };
}

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined;
