import type { Assignment, Binding, MemberWrite, PathStep } from '../summary/summary.js';
import { isNullish, literal, union, unknown, withAlias } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import { makeObject } from './normal-form.js';
import type { Module } from './module-graph.js';
import { placeOf } from './module-graph.js';
import { importValue } from './module-values.js';
import type { ObjectEntry, Place, Value } from './value.js';

/** The value of a variable at an offset: what was assigned to it, with the changes made to it on the way. */
export function evaluateBinding(
  ev: Evaluator,
  module: Module,
  binding: Binding,
  offset: number,
  at: Place,
): Value {
  if (binding.from)
    return withAlias(
      importValue(ev, module.file, binding.from.specifier, binding.from.imported, at),
      binding.name,
    );
  const reader = ev.functionAt(module, offset);
  const isVisible = (fn: number, position: number): boolean => fn !== reader || position < offset;
  const seen = binding.values.filter((each) => isVisible(each.fn, each.at));
  const visible = seen.length > 0 ? seen : binding.values;
  const options = visible.map((each) => assigned(ev, module, each));
  let value = options.length > 0 ? union(options, at) : undeclared(ev, module, binding, at);
  const writes = binding.writes.filter((write) => isVisible(write.fn, write.start));
  if (writes.length > 0) value = applyWrites(ev, module, value, writes, at);
  const typed = isOpaque(value) && binding.type ? ev.flows.typedValue(ev, module, binding.type, at) : null;
  const known = withAlias(typed ?? value, binding.name);
  if (!binding.type || typed || !isOpaque(value)) return known;
  return { ...known, declaredBy: `${module.file}#b${module.summary.bindings.indexOf(binding)}` };
}

/** A variable without a value: `declare const`, a caught error, a variable that is only given members. */
function undeclared(ev: Evaluator, module: Module, binding: Binding, at: Place): Value {
  // What is declared is made elsewhere, and its name is all that leads there.
  const shared = binding.kind === 'declared' ? ev.globalValue(binding.name, at) : null;
  if (shared && shared.kind !== 'unknown') return shared;
  const typed = binding.type ? ev.flows.typedValue(ev, module, binding.type, at) : null;
  return typed ?? unknown(binding.kind === 'catch' ? 'caught error' : 'never assigned', at, binding.name);
}

function assigned(ev: Evaluator, module: Module, assignment: Assignment): Value {
  return follow(
    ev,
    module,
    ev.expression(module, assignment.value),
    assignment.path,
    placeOf(module.file, assignment.value),
  );
}

function follow(ev: Evaluator, module: Module, start: Value, path: readonly PathStep[], at: Place): Value {
  let value = start;
  for (const step of path) {
    switch (step.kind) {
      case 'key':
        value =
          step.name === null
            ? { kind: 'member', object: value, name: null, at }
            : ev.member(value, step.name, at);
        break;
      case 'index':
        if (step.index >= 0) value = ev.member(value, String(step.index), at);
        break;
      case 'rest':
        value = makeObject(
          [{ kind: 'spread', value, at, optional: false, without: step.without }],
          at,
          false,
        );
        break;
      case 'rest-items':
        value = value.kind === 'array' ? { ...value, items: value.items.slice(step.from) } : value;
        break;
    }
    if ((step.kind === 'key' || step.kind === 'index') && step.fallback) {
      value = ev.operation('default', [value, ev.expression(module, step.fallback)], at);
    }
  }
  return value;
}

function applyWrites(
  ev: Evaluator,
  module: Module,
  base: Value,
  writes: readonly MemberWrite[],
  at: Place,
): Value {
  const start: readonly ObjectEntry[] =
    base.kind === 'object'
      ? base.entries
      : base.kind === 'function' ||
          base.kind === 'class' ||
          base.kind === 'sdk' ||
          base.kind === 'instance' ||
          base.kind === 'array'
        ? []
        : [{ kind: 'spread', value: base, at, optional: false }];
  if (base.kind !== 'object' && start.length === 0) return base;
  let entries = [...start];
  for (const write of writes) {
    const place = placeOf(module.file, write);
    const value = write.value ? ev.expression(module, write.value) : literal(undefined, place);
    const keyAt = { file: module.file, start: write.keyStart, end: write.keyEnd };
    const [first, ...rest] = write.path;
    if (write.kind === 'merge')
      entries.push({ kind: 'spread', value, at: place, optional: write.isConditional });
    else if (write.kind === 'delete') entries = withoutKey(entries, first ?? '');
    else if (first === null || first === undefined) {
      const key = write.key ? ev.expression(module, write.key) : unknown('computed key', keyAt);
      if (key.kind === 'literal') {
        entries.push({
          kind: 'property',
          key: String(key.value),
          value,
          at: place,
          keyAt,
          optional: write.isConditional,
        });
      } else entries.push({ kind: 'computed', key, value, at: place });
    } else if (rest.length === 0) {
      entries.push({
        kind: 'property',
        key: first,
        value,
        at: place,
        keyAt,
        optional: write.isConditional,
      });
    }
  }
  return makeObject(entries, base.at, base.kind === 'object' && base.open === true);
}

/** True if nothing but a type could say more. */
const isOpaque = (value: Value): boolean =>
  value.kind === 'unknown' || isNullish(value) || value.kind === 'call' || value.kind === 'member';

function withoutKey(entries: readonly ObjectEntry[], key: string): ObjectEntry[] {
  return entries.flatMap((entry): ObjectEntry[] => {
    if (entry.kind === 'property') return entry.key === key ? [] : [entry];
    return entry.kind === 'spread' ? [{ ...entry, without: [...(entry.without ?? []), key] }] : [entry];
  });
}
