import type { ClassSummary } from '../summary/summary.js';
import { union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { functionKey, parseKey, placeOf } from './module-graph.js';
import { isFunctionKey, prototypeMember } from './prototype-members.js';
import type { EntityKey, InstanceValue, Substitution, Value } from './value.js';

const PARENT_LIMIT = 20;

export function classOf(
  ev: Evaluator,
  key: EntityKey,
): { readonly module: Module; readonly summary: ClassSummary; readonly index: number } | null {
  if (isFunctionKey(key)) return null;
  const { file, index } = parseKey(key);
  const module = ev.graph.load(file);
  const summary = module?.summary.classes[index];
  return module && summary ? { module, summary, index } : null;
}

/** The class itself and its known parents, nearest first. */
export function lineage(ev: Evaluator, key: EntityKey): readonly EntityKey[] {
  const keys: EntityKey[] = [];
  let current: EntityKey | null = key;
  while (current !== null && keys.length < PARENT_LIMIT && !keys.includes(current)) {
    keys.push(current);
    const cls = classOf(ev, current);
    const parent: Value | null = cls?.summary.parent ? ev.expression(cls.module, cls.summary.parent) : null;
    current = parent?.kind === 'class' ? parent.key : null;
  }
  return keys;
}

function ownMember(ev: Evaluator, key: EntityKey, name: string, isStatic: boolean): Value | null {
  const cls = classOf(ev, key);
  if (!cls) return null;
  const { module, summary } = cls;
  const members = summary.members.filter((member) => member.name === name && member.isStatic === isStatic);
  if (members.length === 0) return null;
  const written = members.find((member) => member.value)?.value;
  const at = placeOf(module.file, written ?? summary);
  const values: Value[] = [];
  for (const member of members) {
    if (!member.value) continue;
    const value = ev.expression(module, member.value);
    values.push(member.kind === 'getter' && value.kind === 'function' ? ev.returns(value.key) : value);
  }
  const typed = members.find((member) => member.type)?.type ?? null;
  const isKnown = values.some(
    (value) => value.kind !== 'literal' || (value.value !== null && value.value !== undefined),
  );
  const isParam = values.length > 0 && values.every((value) => value.kind === 'param');
  if (typed && (!isKnown || isParam)) {
    const declared = ev.flows.typedValue(ev, module, typed, at);
    // A constructor parameter stays visible, so that known arguments can take its place.
    if (declared) values.push(declared);
  }
  return values.length > 0
    ? union(values, at)
    : {
        kind: 'member',
        object: { kind: 'param', fn: key, index: -1, name: 'this', rest: false, at },
        name,
        at,
      };
}

/** A member of a class or its parents, in terms of constructor parameters and `this`. Null if there is none. */
export function classMember(ev: Evaluator, key: EntityKey, name: string, isStatic: boolean): Value | null {
  if (isFunctionKey(key)) return prototypeMember(ev, key, name);
  for (const each of lineage(ev, key)) {
    const value = ownMember(ev, each, name, isStatic);
    if (value) return value;
  }
  const cls = classOf(ev, key);
  const top = cls ? lineage(ev, key).at(-1) : null;
  const root = top ? classOf(ev, top) : null;
  // A class that extends the SDK's own client inherits its methods.
  const parent = root?.summary.parent ? ev.expression(root.module, root.summary.parent) : null;
  return parent?.kind === 'sdk' ? { ...parent, path: [...parent.path, name] } : null;
}

/** What `this` and the constructor parameters stand for in the methods of an instance. */
export function instanceBindings(ev: Evaluator, instance: InstanceValue): Substitution {
  const bindings = new Map<EntityKey, ReadonlyMap<number, Value>>();
  let args = instance.args;
  if (isFunctionKey(instance.key)) {
    if (args) bindings.set(instance.key, new Map(args.map((value, index) => [index, value])));
    return bindings;
  }
  for (const key of lineage(ev, instance.key)) {
    bindings.set(key, new Map([[-1, instance]]));
    const cls = classOf(ev, key);
    if (!cls || !args) continue;
    const { ctor } = cls.summary;
    if (ctor === null) continue;
    const ctorKey = functionKey(cls.module.file, ctor);
    const known = new Map<number, Value>(args.map((value, index) => [index, value]));
    bindings.set(ctorKey, known);
    args =
      superArguments(ev, cls.module, ctor)?.map((value) =>
        ev.substitute(value, new Map([[ctorKey, known]])),
      ) ?? null;
  }
  return bindings;
}

/** Arguments of `super(…)` in a constructor. */
function superArguments(ev: Evaluator, module: Module, ctor: number): readonly Value[] | null {
  const index = module.summary.sites.findIndex((site) => site.fn === ctor && site.callee.kind === 'super');
  return index < 0 ? null : ev.siteArguments(module, index);
}
