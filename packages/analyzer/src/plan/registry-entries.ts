import type { Place, Value } from '../link/value.js';
import { literalString, noteHiddenEvents, sourceText } from './plan-reading.js';
import type { PlanReading } from './plan-reading.js';

/** One line of a registry: the event's name and what it is mapped to. */
export interface RegistryEntry {
  readonly name: string;
  readonly at: Place;
  /** The constant that the name is written with, if any. */
  readonly constant: { readonly text: string; readonly at: Place } | null;
  readonly value: Value;
}

/** `new Map(entries)`, `Object.fromEntries(entries)`, `Object.freeze(object)`: what is inside; otherwise the value. */
export function registryContent(value: Value): Value {
  if (value.kind !== 'call') return value;
  const { callee, args } = value;
  const [content] = args;
  if (content === undefined) return value;
  const isMap = value.isNew && callee.kind === 'unknown' && callee.name === 'Map';
  const isObjectCall =
    callee.kind === 'member' &&
    callee.object.kind === 'unknown' &&
    callee.object.name === 'Object' &&
    ['freeze', 'seal', 'fromEntries'].includes(callee.name ?? '');
  return isMap || isObjectCall ? registryContent(content) : value;
}

/** The entries of a registry written as an object or as a list of pairs; null if it is neither. */
export function registryEntries(registry: Value, reading: PlanReading): readonly RegistryEntry[] | null {
  const content = registryContent(registry);
  if (content.kind === 'object') return objectEntries(content, reading);
  if (content.kind === 'array') return pairEntries(content, reading);
  return null;
}

function objectEntries(
  object: Extract<Value, { kind: 'object' }>,
  reading: PlanReading,
): readonly RegistryEntry[] {
  const entries: RegistryEntry[] = [];
  for (const entry of object.entries) {
    if (entry.kind === 'property') {
      const constant = keyConstant(entry.keyAt, reading);
      entries.push({ name: entry.key, at: entry.keyAt, constant, value: entry.value });
    } else {
      noteHiddenEvents(reading, entry.at, entry.kind === 'spread' ? 'spread' : 'event name');
    }
  }
  return entries;
}

function pairEntries(
  list: Extract<Value, { kind: 'array' }>,
  reading: PlanReading,
): readonly RegistryEntry[] | null {
  const entries: RegistryEntry[] = [];
  for (const pair of list.items) {
    if (pair.kind !== 'array' || pair.items.length !== 2) return null;
    const [key, value] = pair.items;
    if (key === undefined || value === undefined) return null;
    const name = literalString(key);
    if (name === null) {
      noteHiddenEvents(reading, key.at, 'event name');
    } else {
      entries.push({ name, at: key.at, constant: keyConstant(key.at, reading), value });
    }
  }
  return entries;
}

/** The constant in a key as written: `[EVENTS.TASK_CREATED]`; null for plain keys and strings. */
function keyConstant(at: Place, reading: PlanReading): RegistryEntry['constant'] {
  const written = sourceText(reading, at).trim();
  const inner = /^\[(.*)\]$/s.exec(written)?.[1]?.trim() ?? (written.includes('.') ? written : null);
  return inner === null || /^['"`]/.test(inner) || !/^[\w$.[\]'"!?]+$/.test(inner)
    ? null
    : { text: inner, at };
}
