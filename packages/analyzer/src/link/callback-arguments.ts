import type { ModuleSummary, Site } from '../summary/summary.js';
import { union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import type { Place, Value } from './value.js';

const ITERATION = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'some',
  'every',
  'flatMap',
  'each',
  'findIndex',
]);

const SITES = new WeakMap<
  ModuleSummary,
  ReadonlyMap<number, { readonly site: Site; readonly index: number }>
>();

/** The call that a function expression is written into as an argument, and its position there. */
export function argumentSite(
  summary: ModuleSummary,
  fn: number,
): { readonly site: Site; readonly index: number } | null {
  let known = SITES.get(summary);
  if (!known) {
    const sites = new Map<number, { site: Site; index: number }>();
    for (const site of summary.sites) {
      site.args.forEach((arg, index) => {
        if (arg.value.kind === 'function') sites.set(arg.value.fn, { site, index });
      });
    }
    known = sites;
    SITES.set(summary, known);
  }
  return known.get(fn) ?? null;
}

/** What the language passes to a callback: the items of an iteration, the result of a promise. Null if not known. */
export function callbackArgument(
  ev: Evaluator,
  module: Module,
  fn: number,
  index: number,
  at: Place,
): Value | null {
  if (index !== 0 || module.summary.functions[fn]?.use !== 'argument') return null;
  const written = argumentSite(module.summary, fn);
  if (!written || written.index !== 0 || written.site.callee.kind !== 'member') return null;
  const { callee } = written.site;
  const isIteration = callee.name !== null && ITERATION.has(callee.name);
  if (!isIteration && callee.name !== 'then') return null;
  const object = ev.expression(module, callee.object);
  if (callee.name === 'then') return object.kind === 'unknown' ? null : { ...object, at };
  if (object.kind === 'array' && !object.open && object.items.length > 0) return union(object.items, at);
  if (object.kind === 'unknown') return null;
  return { kind: 'member', object, name: null, at };
}
