import type { Expr } from '../summary/summary.js';
import type { Effect } from './effect.js';
import { mapParts } from './effect.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { functionKey, placeOf } from './module-graph.js';
import type { EntityKey, Place, Value } from './value.js';
import { childExpressions, rootExpressions } from './walk-expressions.js';

/**
 * A middleware that tracks what actions carry: `(store) => (next) => (action) => … action.meta.analytics …`. Every
 * object of the code with that path is a tracking call in the form of data.
 */
export interface MetadataSink {
  /** The innermost function, whose only parameter is the action. */
  readonly fn: EntityKey;
  /** At least two names: `['meta', 'analytics']`. */
  readonly path: readonly string[];
  readonly effect: Effect;
}

/** An object that carries the metadata, with the SDK call that it leads to. */
export interface MetadataEffect {
  readonly effect: Effect;
  readonly at: Place;
  /** Function index that the object is written in. */
  readonly fn: number;
  /** The middleware that will track it. */
  readonly sink: EntityKey;
}

const PATH_LENGTH = 2;

/** Member chains from a parameter that a value is made of. */
function pathsFrom(value: Value, fn: EntityKey, found: string[][]): void {
  const chain: string[] = [];
  let root: Value = value;
  while (root.kind === 'member' && root.name !== null) {
    chain.unshift(root.name);
    root = root.object;
  }
  if (root.kind === 'param' && root.fn === fn && root.index === 0) {
    found.push(chain);
    return;
  }
  if (root !== value) pathsFrom(root, fn, found);
  if (value.kind === 'operation') value.operands.forEach((each) => pathsFrom(each, fn, found));
  if (value.kind === 'union') value.options.forEach((each) => pathsFrom(each, fn, found));
  if (value.kind === 'call') value.args.forEach((each) => pathsFrom(each, fn, found));
  if (value.kind === 'template')
    value.parts.forEach((part) => typeof part !== 'string' && pathsFrom(part, fn, found));
}

/** `(store) => (next) => (action) => …`: the innermost of three functions that return one another. */
export function isMiddleware(module: Module, fn: number): boolean {
  const { functions } = module.summary;
  const next = functions[functions[fn]?.parent ?? 0];
  return functions[fn]?.use === 'returned' && functions[fn]?.params.length === 1 && next?.use === 'returned';
}

/** The sink that an open effect in a function is, if the function is a middleware and the event comes out of its action. */
export function metadataSink(module: Module, fn: number, effect: Effect): MetadataSink | null {
  if (!isMiddleware(module, fn) || !effect.parts.event) return null;
  const key = functionKey(module.file, fn);
  const paths: string[][] = [];
  pathsFrom(effect.parts.event, key, paths);
  const path = paths.find((each) => each.length >= PATH_LENGTH)?.slice(0, PATH_LENGTH);
  return path ? { fn: key, path, effect } : null;
}

/** The property that carries the metadata in an object expression, or null. */
function carrier(expr: Expr, path: readonly string[]): { start: number; end: number } | null {
  const [name, ...rest] = path;
  if (expr.kind !== 'object') return null;
  const member = expr.members.find((each) => each.kind === 'property' && each.key === name);
  if (!member) return null;
  return rest.length === 0 ? member : carrier(member.value, rest);
}

/** Every object of a module that carries a sink's metadata. */
export function metadataEffects(
  ev: Evaluator,
  module: Module,
  sinks: readonly MetadataSink[],
): readonly MetadataEffect[] {
  if (sinks.length === 0) return [];
  const found: MetadataEffect[] = [];
  const visit = (expr: Expr): void => {
    for (const sink of sinks) {
      const at = carrier(expr, sink.path);
      if (!at) continue;
      const action = ev.expression(module, expr);
      const bindings = new Map([[sink.fn, new Map([[0, action]])]]);
      const effect = {
        ...sink.effect,
        parts: mapParts(sink.effect.parts, (value) => ev.substitute(value, bindings)),
      };
      found.push({
        effect,
        at: placeOf(module.file, at),
        fn: ev.functionAt(module, expr.start),
        sink: sink.fn,
      });
    }
    childExpressions(expr).forEach(visit);
  };
  rootExpressions(module.summary).forEach(visit);
  // An action that a function returns and a variable holds is reached twice.
  return found.filter(
    (each, index) =>
      found.findIndex(
        (other) => other.at.start === each.at.start && other.effect.parts.method === each.effect.parts.method,
      ) === index,
  );
}
