import { alternatives, isNullish } from './build-value.js';
import type { OpenFlow, PropertyFlow } from './call.js';
import type { ObjectEntry, ObjectValue, Place, Value } from './value.js';

export interface ReadProperties {
  readonly properties: readonly PropertyFlow[] | null;
  readonly open: readonly OpenFlow[];
}

type Origin = (at: Place) => 'call' | 'wrapper';

/** How deep an object may be hidden in calls that copy it. */
const COPY_DEPTH = 5;

/**
 * An unknown function that is given an object most often cleans, copies or completes it (`removeEmpty(props)`), so the
 * object's entries count and the result is open.
 */
function passedObjects(value: Value, depth = COPY_DEPTH): readonly ObjectValue[] {
  if (depth === 0) return [];
  const inside = (each: Value): readonly ObjectValue[] =>
    alternatives(each).flatMap((option) =>
      option.kind === 'object' ? [option] : passedObjects(option, depth - 1),
    );
  if (value.kind === 'call' && !value.isNew) {
    const receiver = value.callee.kind === 'member' ? inside(value.callee.object) : [];
    return [...receiver, ...value.args.flatMap(inside)];
  }
  return value.kind === 'member' && value.name === null ? inside(value.object) : [];
}

function addEntry(
  list: PropertyFlow[],
  entry: Extract<ObjectEntry, { kind: 'property' }>,
  origin: Origin,
  isOptional: boolean,
): void {
  // A wrapper may write the key, but what its caller gave is the caller's: `{ user: this.fields.user }`.
  const isWrapperKey = origin(entry.at) === 'wrapper';
  const isWrapperValue = isWrapperKey && origin(entry.value.at) === 'wrapper';
  const flow: PropertyFlow = {
    name: entry.key,
    value: entry.value,
    at: isWrapperKey && !isWrapperValue ? entry.value.at : entry.at,
    keyAt: entry.keyAt,
    origin: isWrapperValue ? 'wrapper' : 'call',
    optional: isOptional || entry.optional,
  };
  const known = list.findIndex((each) => each.name === entry.key);
  if (known < 0) list.push(flow);
  else if (flow.optional) list.push(flow);
  else {
    // The later entry overrides; earlier ones of the same name are never sent.
    const kept = list.filter((each) => each.name !== entry.key);
    list.splice(0, list.length, ...kept, flow);
  }
}

/** Lists what a properties argument sends. Overridden entries are dropped, conditional ones are kept as optional. */
export function readProperties(value: Value | null, origin: Origin): ReadProperties {
  if (value === null) return { properties: [], open: [] };
  const options = alternatives(value).filter((option) => !isNullish(option));
  if (options.length === 0) return { properties: [], open: [] };
  const list: PropertyFlow[] = [];
  const open: OpenFlow[] = [];
  let isKnown = false;
  for (const option of options) {
    if (option.kind === 'object') {
      isKnown = true;
      readEntries(option, options.length > 1, origin, list, open);
      continue;
    }
    const passed = passedObjects(option);
    passed.forEach((object) => readEntries(object, false, origin, list, open));
    isKnown ||= passed.length > 0;
    open.push({ value: option, at: option.at, origin: origin(option.at), without: [] });
  }
  return { properties: isKnown ? list : null, open };
}

function readEntries(
  object: ObjectValue,
  isOptional: boolean,
  origin: Origin,
  list: PropertyFlow[],
  open: OpenFlow[],
): void {
  for (const entry of object.entries) {
    if (entry.kind === 'property') addEntry(list, entry, origin, isOptional);
    else if (entry.kind === 'spread') {
      const isObject = entry.value.kind === 'object';
      const passed = passedObjects(entry.value);
      passed.forEach((each) => readEntries(each, true, origin, list, open));
      const value: Value = isObject ? object : entry.value;
      open.push({ value, at: entry.at, origin: origin(entry.at), without: entry.without ?? [] });
    } else readComputed(entry, origin, list, open);
  }
  if (object.open) open.push({ value: object, at: object.at, origin: origin(object.at), without: [] });
}

/** `[key]: value` with a finite set of keys is one of these properties. */
function readComputed(
  entry: Extract<ObjectEntry, { kind: 'computed' }>,
  origin: Origin,
  list: PropertyFlow[],
  open: OpenFlow[],
): void {
  const keys = alternatives(entry.key);
  const isFinite = keys.every((key) => key.kind === 'literal' && typeof key.value === 'string');
  if (!isFinite) {
    // `copy[key] = source[key]` for every key: the source's entries are sent.
    passedObjects(entry.value).forEach((object) => readEntries(object, true, origin, list, open));
    open.push({ value: entry.value, at: entry.at, origin: origin(entry.at), without: [] });
    return;
  }
  for (const key of keys) {
    if (key.kind !== 'literal') continue;
    const property = {
      kind: 'property' as const,
      key: String(key.value),
      value: entry.value,
      at: entry.at,
      keyAt: key.at,
      optional: true,
    };
    addEntry(list, property, origin, true);
  }
}
