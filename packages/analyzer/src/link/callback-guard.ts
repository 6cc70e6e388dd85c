import type { Evaluator } from './evaluator.js';
import { argumentSite } from './callback-arguments.js';
import type { Module } from './module-graph.js';
import { resolveTargets } from './resolve-callee.js';

/**
 * True if code of a function can only fail inside a guard, because the function is a callback of one that calls it in
 * a `try` or handles its rejection: `safely(() => mixpanel.track(…))`.
 */
export function isGuardedCallback(ev: Evaluator, module: Module, fn: number): boolean {
  for (let index: number | null = fn; index !== null && index > 0;) {
    const summary: Module['summary']['functions'][number] | undefined = module.summary.functions[index];
    if (summary?.use !== 'argument') return false;
    const written = argumentSite(module.summary, index);
    if (!written) return false;
    const { site } = written;
    if (site.inTry || site.hasRejectionHandler || callsInGuard(ev, module, site.callee, written.index))
      return true;
    index = summary.parent;
  }
  return false;
}

function callsInGuard(
  ev: Evaluator,
  module: Module,
  callee: Module['summary']['sites'][number]['callee'],
  position: number,
): boolean {
  const targets = resolveTargets(ev, ev.expression(module, callee)).filter(
    (target) => target.kind === 'function',
  );
  return targets.length > 0 && targets.every((target) => guardsParameter(ev, target.key, position));
}

function guardsParameter(ev: Evaluator, key: string, position: number): boolean {
  const body = ev.functionOf(key);
  if (!body) return false;
  const { bindings, sites } = body.module.summary;
  const calls = sites.filter((site) => {
    if (site.callee.kind !== 'ref' || site.callee.binding === null) return false;
    const source = bindings[site.callee.binding]?.values[0]?.value;
    return source?.kind === 'param' && source.fn === body.index && source.index === position;
  });
  return calls.length > 0 && calls.every((site) => site.inTry || site.hasRejectionHandler);
}
