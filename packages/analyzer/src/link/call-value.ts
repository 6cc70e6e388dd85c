import { union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import { callIntrinsic } from './intrinsics.js';
import { weightOf } from './weight.js';
import type { EntityKey, FunctionValue, Place, Substitution, Value } from './value.js';

/** Results with more nodes than this are not copied into their callers; tracking code stays far below. */
const INLINE_LIMIT = 1_500;

/** Arguments by parameter index; a rest parameter takes the remaining ones as a list. */
export function bindArguments(
  ev: Evaluator,
  fn: FunctionValue,
  args: readonly Value[],
  at: Place,
): Substitution {
  const partial = fn.bound?.get(fn.key);
  const all = partial ? [...partial.values(), ...args] : args;
  const params = ev.functionOf(fn.key)?.summary.params ?? [];
  const own = new Map<number, Value>(all.map((value, index) => [index, value]));
  params.forEach((param, index) => {
    if (param.isRest) own.set(index, { kind: 'array', items: all.slice(index), at });
  });
  own.set(-2, { kind: 'array', items: all, at });
  const bindings = new Map<EntityKey, ReadonlyMap<number, Value>>(fn.bound ?? []);
  bindings.set(fn.key, own);
  return bindings;
}

/**
 * A function that builds a new object out of the keys of another (`removeEmpty(props)`) is kept as a call: its result
 * is best described by what it was given.
 */
function isCopy(returned: Value): boolean {
  if (returned.kind === 'call' && returned.callee.kind === 'member') {
    return returned.callee.name === 'reduce' || returned.callee.name === 'fromEntries';
  }
  return (
    returned.kind === 'object' &&
    returned.entries.length > 0 &&
    returned.entries.every((entry) => entry.kind === 'computed')
  );
}

function callFunction(ev: Evaluator, fn: FunctionValue, args: readonly Value[], at: Place): Value {
  const returned = ev.returns(fn.key);
  if (returned.kind === 'unknown' || isCopy(returned) || weightOf(returned) > INLINE_LIMIT)
    return { kind: 'call', callee: fn, args, at, isNew: false };
  const value = ev.inline(fn.key, () => ev.substitute(returned, bindArguments(ev, fn, args, at)));
  if (!value) return { kind: 'call', callee: fn, args, at, isNew: false };
  const isOpaque = value.kind === 'unknown' || value.kind === 'call' || value.kind === 'member';
  return isOpaque && value.alias === undefined && fn.name !== null
    ? { ...value, at, alias: fn.name }
    : { ...value, at };
}

/** Arguments given as a list. */
export function listItems(ev: Evaluator, list: Value | undefined): readonly Value[] {
  if (!list) return [];
  return list.kind === 'array' ? list.items : ev.spreadItems(list);
}

/** `f.call(…)`, `f.apply(…)`, `f.bind(…)` for functions and SDK methods alike. */
function indirect(
  ev: Evaluator,
  target: Value,
  method: string,
  args: readonly Value[],
  at: Place,
): Value | null {
  if (method === 'call') return ev.call(target, args.slice(1), at, false);
  if (method === 'apply') return ev.call(target, listItems(ev, args[1]), at, false);
  if (method !== 'bind') return null;
  if (target.kind === 'sdk' && args.length > 1)
    return { ...target, partial: [...(target.partial ?? []), ...args.slice(1)] };
  if (target.kind !== 'function' || args.length < 2) return target;
  const bound = new Map(target.bound ?? []);
  const earlier = [...(bound.get(target.key)?.values() ?? [])];
  bound.set(target.key, new Map([...earlier, ...args.slice(1)].map((value, index) => [index, value])));
  return { ...target, bound };
}

/** The value of a call: what a known function returns, or the call as structure. */
export function callValue(
  ev: Evaluator,
  callee: Value,
  args: readonly Value[],
  at: Place,
  isNew: boolean,
): Value {
  const opaque: Value = { kind: 'call', callee, args, at, isNew };
  switch (callee.kind) {
    case 'function':
      return isNew
        ? { kind: 'instance', key: callee.key, name: callee.name, args, at }
        : callFunction(ev, callee, args, at);
    case 'class':
      return isNew ? { kind: 'instance', key: callee.key, name: callee.name, args, at } : opaque;
    case 'union': {
      const callable = callee.options.filter((option) => option.kind !== 'literal');
      return union(
        callable.map((option) => ev.call(option, args, at, isNew)),
        at,
      );
    }
    case 'operation': {
      const [left, right] = callee.operands;
      if (callee.operator === '&&' && right) return ev.call(right, args, at, isNew);
      const isChoice = callee.operator === '||' || callee.operator === '??' || callee.operator === 'default';
      if (isChoice && left && right)
        return union([ev.call(left, args, at, isNew), ev.call(right, args, at, isNew)], at);
      return opaque;
    }
    case 'sdk': {
      const last = callee.path.at(-1) ?? '';
      const target: Value = { ...callee, path: callee.path.slice(0, -1) };
      const through = callee.path.length > 1 ? indirect(ev, target, last, args, at) : null;
      if (through) return through;
      const path = ev.sdks.get(callee.sdk)?.result(callee.path);
      if (!path) return opaque;
      return { kind: 'sdk', sdk: callee.sdk, path, factoryArgs: [...(callee.factoryArgs ?? []), args], at };
    }
    case 'member': {
      if (callee.name !== null && callee.object.kind === 'function') {
        const through = indirect(ev, callee.object, callee.name, args, at);
        if (through) return through;
      }
      return callIntrinsic(ev, callee, args, at) ?? opaque;
    }
    case 'external':
    case 'unknown':
    case 'call':
      return callIntrinsic(ev, callee, args, at) ?? opaque;
    default:
      return opaque;
  }
}
