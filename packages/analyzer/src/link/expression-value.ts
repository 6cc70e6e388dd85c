import type { Expr, ObjectMember } from '../summary/summary.js';
import { literal, union, unknown } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { classKey, functionKey, placeOf } from './module-graph.js';
import { importValue } from './module-values.js';
import { makeObject, makeTemplate } from './normal-form.js';
import { paramValue, superValue, thisValue } from './scope-values.js';
import type { ObjectEntry, Place, Value } from './value.js';

/** One expression of a summary as a value; what it refers to is asked of the evaluator. */
export function evaluateExpression(ev: Evaluator, module: Module, expr: Expr, at: Place): Value {
  const { file } = module;
  const visit = (each: Expr): Value => ev.expression(module, each);
  switch (expr.kind) {
    case 'literal':
      return literal(expr.value, at);
    case 'undefined':
      return literal(undefined, at);
    case 'template':
      return makeTemplate(
        expr.parts.map((part) => (typeof part === 'string' ? part : visit(part))),
        at,
      );
    case 'object':
      return makeObject(
        expr.members.map((member) => entry(ev, module, member)),
        at,
        false,
      );
    case 'array':
      return {
        kind: 'array',
        items: expr.items.flatMap((item) => {
          const value = visit(item.value);
          return item.isSpread && value.kind === 'array' ? value.items : [value];
        }),
        open: expr.items.some((item) => item.isSpread && visit(item.value).kind !== 'array'),
        at,
      };
    case 'ref':
      return { ...ev.reference(module, expr, at), at };
    case 'this':
      return thisValue(ev, module, expr.cls, expr.fn, at);
    case 'super':
      return expr.cls === null ? unknown('super', at) : superValue(ev, module, expr.cls, at);
    case 'param':
      return paramValue(ev, module, expr.fn, expr.index, at);
    case 'arguments':
      return {
        kind: 'param',
        fn: functionKey(file, expr.fn),
        index: -2,
        name: 'arguments',
        rest: false,
        at,
      };
    case 'member':
      return memberExpression(ev, module, expr, at);
    case 'site':
      return ev.siteValue(module, expr.site);
    case 'conditional':
      return union([visit(expr.then), visit(expr.else)], at);
    case 'logical':
      return ev.operation(expr.operator, [visit(expr.left), visit(expr.right)], at);
    case 'operation':
      return ev.operation(expr.operator, expr.operands.map(visit), at);
    case 'await':
      return { ...visit(expr.value), at };
    case 'function':
      return {
        kind: 'function',
        key: functionKey(file, expr.fn),
        name: module.summary.functions[expr.fn]?.name ?? null,
        at,
      };
    case 'class':
      return {
        kind: 'class',
        key: classKey(file, expr.cls),
        name: module.summary.classes[expr.cls]?.name ?? null,
        at,
      };
    case 'cast':
      return cast(ev, module, expr, at);
    case 'import':
      return importValue(ev, module.file, expr.specifier, '=', at);
    case 'unknown':
      return unknown(expr.reason, at);
  }
}

function cast(ev: Evaluator, module: Module, expr: Extract<Expr, { kind: 'cast' }>, at: Place): Value {
  const value = ev.expression(module, expr.value);
  if (value.kind !== 'unknown' && value.kind !== 'member' && value.kind !== 'call' && value.kind !== 'param')
    return value;
  return ev.flows.typedValue(ev, module, expr.type, at) ?? value;
}

function entry(ev: Evaluator, module: Module, member: ObjectMember): ObjectEntry {
  const at = placeOf(module.file, member);
  const value = ev.expression(module, member.value);
  if (member.kind === 'spread') return { kind: 'spread', value, at, optional: false };
  const keyAt: Place = { file: module.file, start: member.keyStart, end: member.keyEnd };
  const seen = member.isGetter && value.kind === 'function' ? ev.returns(value.key) : value;
  if (member.key !== null) {
    return {
      kind: 'property',
      key: member.key,
      value: seen,
      at,
      keyAt,
      optional: false,
      shorthand: member.isShorthand,
    };
  }
  const key: Value = member.computed
    ? ev.expression(module, member.computed)
    : unknown('computed key', keyAt);
  if (key.kind === 'literal' && key.value !== null && key.value !== undefined) {
    return { kind: 'property', key: String(key.value), value: seen, at, keyAt, optional: false };
  }
  return { kind: 'computed', key, value: seen, at };
}

function memberExpression(
  ev: Evaluator,
  module: Module,
  expr: Extract<Expr, { kind: 'member' }>,
  at: Place,
): Value {
  const added = attached(ev, module, expr);
  if (added) return { ...added, at };
  const object = ev.expression(module, expr.object);
  if (expr.name !== null) return ev.member(object, expr.name, at);
  const key = expr.property ? ev.expression(module, expr.property) : unknown('item', at);
  return ev.lookup(object, key, at);
}

/** `track.page` where `track.page = …` was assigned to a function or class of this module. */
function attached(ev: Evaluator, module: Module, expr: Extract<Expr, { kind: 'member' }>): Value | null {
  if (expr.object.kind !== 'ref' || expr.object.binding === null || expr.name === null) return null;
  const binding = module.summary.bindings[expr.object.binding];
  if (!binding || (binding.kind !== 'function' && binding.kind !== 'class' && binding.kind !== 'const'))
    return null;
  const base = binding.values[0]?.value;
  if (base?.kind !== 'function' && base?.kind !== 'class') return null;
  const write = binding.writes.find(
    (each) => each.kind === 'set' && each.path.length === 1 && each.path[0] === expr.name,
  );
  return write?.value ? ev.expression(module, write.value) : null;
}
