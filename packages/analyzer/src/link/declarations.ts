import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { classKey, functionKey, placeOf } from './module-graph.js';
import type { Relevance } from './relevance.js';
import { resolveTypeName, typeKey } from './type-names.js';
import type { TypeExpr } from '../summary/summary.js';
import type { InstanceValue, Value } from './value.js';

/**
 * Records what implements which interface and what extends which class, as the declarations of a module say; only
 * where a tracker is mentioned, since nothing else is ever asked for.
 */
export function indexDeclarations(ev: Evaluator, module: Module, relevance: Relevance): void {
  const { summary, file } = module;
  const addImplementer = (type: TypeExpr, value: Value): void => {
    if (type.kind !== 'ref') return;
    const named = resolveTypeName(ev.graph, module, type.name);
    if (named && named.kind !== 'package') ev.flows.addImplementer(typeKey(named), value, file);
  };
  const mentions = (range: { start: number; end: number }): boolean =>
    relevance.mentionsTracker(module, range.start, range.end);
  summary.classes.forEach((cls, index) => {
    if (!mentions(cls)) return;
    const at = placeOf(file, cls);
    const instance: InstanceValue = {
      kind: 'instance',
      key: classKey(file, index),
      name: cls.name,
      args: null,
      at,
    };
    cls.implements.forEach((type) => addImplementer(type, instance));
    const parent = cls.parent ? ev.expression(module, cls.parent) : null;
    if (parent?.kind !== 'class') return;
    ev.flows.addSubclass(parent.key, instance, file);
    ev.flows.addImplementer(parent.key, instance, file);
  });
  summary.bindings.forEach((binding, index) => {
    const [first] = binding.values;
    if (binding.kind !== 'const' || binding.type?.kind !== 'ref' || !first || !mentions(first.value)) return;
    const value = ev.bindingValue(module, index, module.text.length + 1);
    if (value.kind === 'object' || value.kind === 'function') addImplementer(binding.type, value);
  });
  summary.functions.forEach((fn, index) => {
    if (fn.returnType?.kind !== 'ref' || !mentions(fn)) return;
    const value = ev.returns(functionKey(file, index));
    if (value.kind === 'object') addImplementer(fn.returnType, value);
  });
}
