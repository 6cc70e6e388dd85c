import { union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { functionKey, placeOf } from './module-graph.js';
import type { EntityKey, Value } from './value.js';

/** Classes from before `class`: `function Tracker() { this.client = … }` and `Tracker.prototype.send = function …`. */

/** Index of the constructor function that a prototype method belongs to, or null. */
export function prototypeOwner(module: Module, fn: number): number | null {
  for (const binding of module.summary.bindings) {
    const base = binding.values[0]?.value;
    if (base?.kind !== 'function') continue;
    const isMethod = binding.writes.some(
      (write) =>
        write.path.length === 2 &&
        write.path[0] === 'prototype' &&
        write.value?.kind === 'function' &&
        write.value.fn === fn,
    );
    if (isMethod) return base.fn;
  }
  return assignsThis(module, fn) ? fn : null;
}

/** Keys of the functions that are put on the prototype of a constructor function. */
export function prototypeMethods(ev: Evaluator, key: EntityKey): readonly EntityKey[] {
  const owner = ev.functionOf(key);
  if (!owner) return [];
  const { module, index } = owner;
  return module.summary.bindings.flatMap((binding) => {
    const base = binding.values[0]?.value;
    if (base?.kind !== 'function' || base.fn !== index) return [];
    return binding.writes.flatMap((write) =>
      write.path.length === 2 && write.path[0] === 'prototype' && write.value?.kind === 'function'
        ? [functionKey(module.file, write.value.fn)]
        : [],
    );
  });
}

const assignsThis = (module: Module, fn: number): boolean =>
  module.summary.functions[fn]?.kind === 'function' &&
  module.summary.outerWrites.some((write) => write.target.kind === 'this' && write.target.fn === fn);

/** A member of what `new` makes of a constructor function, in terms of its parameters. Null if there is none. */
export function prototypeMember(ev: Evaluator, key: EntityKey, name: string): Value | null {
  const owner = ev.functionOf(key);
  if (!owner) return null;
  const { module, index } = owner;
  const values: Value[] = [];
  for (const binding of module.summary.bindings) {
    const base = binding.values[0]?.value;
    if (base?.kind !== 'function' || base.fn !== index) continue;
    for (const write of binding.writes) {
      if (write.path.length === 2 && write.path[0] === 'prototype' && write.path[1] === name && write.value) {
        values.push(ev.expression(module, write.value));
      }
    }
  }
  for (const write of module.summary.outerWrites) {
    if (write.name === name && write.target.kind === 'this' && write.target.fn === index)
      values.push(ev.expression(module, write.value));
  }
  return values.length > 0 ? union(values, placeOf(module.file, owner.summary)) : null;
}

export const isFunctionKey = (key: EntityKey): boolean => key[key.lastIndexOf('#') + 1] === 'f';

/** `this` in a constructor function or a prototype method. */
export function prototypeInstance(module: Module, fn: number, at: Value['at']): Value | null {
  const owner = prototypeOwner(module, fn);
  if (owner === null) return null;
  return {
    kind: 'instance',
    key: functionKey(module.file, owner),
    name: module.summary.functions[owner]?.name ?? null,
    args: null,
    at,
  };
}
