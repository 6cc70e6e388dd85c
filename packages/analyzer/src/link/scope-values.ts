import { unknown } from './build-value.js';
import { callbackArgument } from './callback-arguments.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { classKey, functionKey } from './module-graph.js';
import { objectOfFunction } from './object-methods.js';
import { prototypeInstance } from './prototype-members.js';
import type { Place, Value } from './value.js';

/** What a function finds in its scope without declaring it: parameters, `this`, `super`. */

export function paramValue(ev: Evaluator, module: Module, fn: number, index: number, at: Place): Value {
  const summary = module.summary.functions[fn];
  const param = summary?.params[index];
  const key = functionKey(module.file, fn);
  const item = callbackArgument(ev, module, fn, index, at);
  if (item) return item;
  const value: Value = {
    kind: 'param',
    fn: key,
    index,
    name: param?.name ?? null,
    rest: param?.isRest ?? false,
    at,
  };
  return param?.fallback
    ? ev.operation('default', [value, ev.expression(module, param.fallback)], at)
    : value;
}

export function thisValue(ev: Evaluator, module: Module, cls: number | null, fn: number, at: Place): Value {
  if (cls !== null)
    return { kind: 'param', fn: classKey(module.file, cls), index: -1, name: 'this', rest: false, at };
  const made = prototypeInstance(module, fn, at);
  if (made) return made;
  const owner = objectOfFunction(module, fn);
  const object = owner ? ev.expression(module, owner) : null;
  // Frameworks add members to objects of options, so what is not there may still be.
  return object?.kind === 'object' ? { ...object, open: true } : unknown('this', at, 'this');
}

export function superValue(ev: Evaluator, module: Module, cls: number, at: Place): Value {
  const parent = module.summary.classes[cls]?.parent;
  const value = parent ? ev.expression(module, parent) : null;
  if (value?.kind === 'class') return { kind: 'instance', key: value.key, name: value.name, args: null, at };
  return value?.kind === 'sdk' ? value : unknown('super', at);
}
