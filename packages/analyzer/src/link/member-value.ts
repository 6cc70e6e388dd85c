import { isNullish, literal, union, unknown } from './build-value.js';
import { isClientName } from './client-name.js';
import type { Evaluator } from './evaluator.js';
import type { ObjectValue, Place, Value } from './value.js';

/** A promise of a module or client is followed by its steps, not by members of that name. */
const PROMISE_STEPS = new Set(['then', 'catch', 'finally']);

const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'global']);

function objectMember(ev: Evaluator, object: ObjectValue, name: string, at: Place): Value {
  const found: Value[] = [];
  for (let index = object.entries.length - 1; index >= 0; index -= 1) {
    const entry = object.entries[index];
    if (entry?.kind === 'property' && entry.key === name) {
      found.push(entry.value);
      if (!entry.optional) return found.length === 1 ? entry.value : union(found, at);
    }
  }
  const spread = object.entries.find((entry) => entry.kind === 'spread' && !entry.without?.includes(name));
  if (spread) found.push(ev.member(spread.value, name, at));
  else if (object.open)
    found.push(
      optionMember(ev, object, name, at) ??
        conventional(ev, name, at) ?? { kind: 'member', object, name, at },
    );
  else if (object.entries.some((entry) => entry.kind === 'computed')) {
    found.push(...object.entries.flatMap((entry) => (entry.kind === 'computed' ? [entry.value] : [])));
  } else if (found.length === 0) return literal(undefined, at);
  return union(found, at);
}

/** `this.save()` in a component's options finds what `methods` defines and what `setup` returns. */
function optionMember(ev: Evaluator, object: ObjectValue, name: string, at: Place): Value | null {
  for (const entry of object.entries) {
    if (entry.kind !== 'property' || (entry.key !== 'methods' && entry.key !== 'setup')) continue;
    const members = entry.value.kind === 'function' ? ev.returns(entry.value.key) : entry.value;
    const found = members.kind === 'object' ? ev.member(members, name, at) : null;
    if (found && !isNullish(found)) return found;
  }
  return null;
}

/** `object.name`; a null name is an unknown key. */
export function memberValue(ev: Evaluator, object: Value, name: string | null, at: Place): Value {
  const opaque: Value = { kind: 'member', object, name, at };
  // `mixpanel[instance]` is another client of the same SDK.
  if (name === null && object.kind === 'sdk' && object.path.length === 0) return { ...object, at };
  if (name === null && object.kind === 'union') {
    return union(
      object.options.filter((option) => !isNullish(option)).map((option) => ev.member(option, null, at)),
      at,
    );
  }
  if (name === null && object.kind === 'array' && !object.open && object.items.length > 0)
    return union(object.items, at);
  if (name === null || PROMISE_STEPS.has(name)) return opaque;
  switch (object.kind) {
    case 'object':
      return objectMember(ev, object, name, at);
    case 'array':
      return /^\d+$/.test(name)
        ? (object.items[Number(name)] ?? (object.open ? opaque : literal(undefined, at)))
        : opaque;
    case 'union': {
      const present = object.options.filter((option) => !isNullish(option));
      return union(
        present.map((option) => ev.member(option, name, at)),
        at,
      );
    }
    case 'operation': {
      const [left, right] = object.operands;
      if (object.operator === '&&' && right) return ev.member(right, name, at);
      if (
        left &&
        right &&
        (object.operator === '||' || object.operator === '??' || object.operator === 'default')
      ) {
        return ev.operation(object.operator, [ev.member(left, name, at), ev.member(right, name, at)], at);
      }
      return opaque;
    }
    case 'namespace':
      return (
        ev.exported(object.file, name) ??
        (name === 'default' ? ev.exported(object.file, '=') : null) ??
        unknown('not exported', at, name)
      );
    case 'class':
      return ev.classMember(object.key, name, true) ?? opaque;
    case 'instance':
      return ev.instanceMember(object, name) ?? opaque;
    case 'param':
      if (object.index === -1)
        return (
          ev.classMember(object.fn, name, false) ??
          ev.classMember(object.fn, name, true) ??
          ev.flows.subclassMember(ev, object.fn, name, at) ??
          opaque
        );
      return conventional(ev, name, at) ?? opaque;
    case 'sdk':
      return name === 'default' && object.path.length === 0
        ? object
        : { ...object, path: [...object.path, name], at };
    case 'external':
      return ev.externalValue(object.package, [...object.path, name], at);
    case 'unknown':
      if (object.name !== null && GLOBAL_OBJECTS.has(object.name)) return ev.globalValue(name, at);
      return conventional(ev, name, at) ?? opaque;
    case 'member':
    case 'call':
      return conventional(ev, name, at) ?? opaque;
    default:
      return opaque;
  }
}

/**
 * Frameworks hang the client on objects that cannot be followed (`this.$mixpanel`, `req.mixpanel`). A member that is
 * called exactly like the SDK is taken for its client, unless a wrapper of their own was put there.
 */
function conventional(ev: Evaluator, name: string, at: Place): Value | null {
  if (!isClientName(name)) return null;
  const assigned = ev.flows.memberNamed(name);
  if (assigned.length > 0 && assigned.every(({ kind }) => kind === 'object' || kind === 'instance'))
    return null;
  const sdk = ev.sdks.ofGlobal('mixpanel');
  return sdk ? { kind: 'sdk', sdk: sdk.id, path: [], at } : null;
}
