import type { Expr, ModuleSummary, Site } from '../summary/summary.js';
import type { Effect } from './effect.js';
import { namingValue } from './effect.js';
import type { EffectFinder } from './effects.js';
import type { Evaluator } from './evaluator.js';
import { descendantsOf, sitesOf } from './module-functions.js';
import type { Module } from './module-graph.js';
import { functionKey } from './module-graph.js';
import { calleeText } from './site-text.js';
import type { EntityKey, FunctionValue } from './value.js';

/** What a function is there for, as far as tracking goes. */

const LOGGER = /^(?:console|log|logger|_log|debug|sentry|captureException|captureMessage|warn|error|info)\b/i;

/** True if a function's own work is tracking: nothing else in it is called for its effect. */
export function isPurposeNamed(finder: EffectFinder, module: Module, fn: number): boolean {
  for (const inside of [fn, ...(descendantsOf(module)[fn] ?? [])]) {
    for (const index of sitesOf(module, inside)) {
      const site = module.summary.sites[index];
      if (!site || site.inCatch || site.kind !== 'call') {
        if (site?.kind === 'element') return false;
        continue;
      }
      if (site.use !== 'statement' && site.use !== 'awaited' && site.use !== 'voided') continue;
      if (LOGGER.test(calleeText(module, site)) || isOwnCallback(module, site)) continue;
      const found = finder.ofSite(module, index);
      if (found.effects.length > 0 || found.inits.length > 0) continue;
      const holdsTracking = site.args.some(
        (arg) =>
          arg.value.kind === 'function' &&
          finder.ofFunction(functionKey(module.file, arg.value.fn)).length > 0,
      );
      if (!holdsTracking) return false;
    }
  }
  return true;
}

/** True if a function gives a tracker to one of its parameters: an enhancer of components, `withClient(callback)`. */
export function handsOutTracker(finder: EffectFinder, key: EntityKey): boolean {
  const body = finder.ev.functionOf(key);
  if (!body) return false;
  const { start, end } = body.summary;
  return callbackSites(body.module).some((site) => {
    if (site.start < start || site.end > end) return false;
    return site.args.some((arg) => isHandedOver(finder, body.module, arg.value));
  });
}

const callbackSitesOf = new WeakMap<ModuleSummary, readonly Site[]>();

/** Sites that call a parameter. Asked for at every call of a function, so found once. */
function callbackSites(module: Module): readonly Site[] {
  const known = callbackSitesOf.get(module.summary);
  if (known) return known;
  const found = module.summary.sites.filter((site) => isOwnCallback(module, site));
  callbackSitesOf.set(module.summary, found);
  return found;
}

/** A tracker itself, not the result of a call of one. */
function isHandedOver(finder: EffectFinder, module: Module, expr: Expr): boolean {
  switch (expr.kind) {
    case 'ref':
    case 'member':
      return finder.relevance.mentionsTracker(module, expr.start, expr.end);
    case 'function': {
      const fn = module.summary.functions[expr.fn];
      return fn !== undefined && finder.relevance.mentionsTracker(module, fn.start, fn.end);
    }
    case 'object':
      return expr.members.some((member) => isHandedOver(finder, module, member.value));
    default:
      return false;
  }
}

/** `resolve()`, `callback?.()`: a parameter of the function or of one around it. */
function isOwnCallback(module: Module, site: Site): boolean {
  return (
    site.callee.kind === 'ref' &&
    site.callee.binding !== null &&
    module.summary.bindings[site.callee.binding]?.kind === 'param'
  );
}

/** The call that made the function (`withTracking('Archived', fn)`) named the event; calling it only triggers that. */
export function isNamedByMaker(ev: Evaluator, fn: FunctionValue, effect: Effect): boolean {
  const value = namingValue(effect.parts);
  if (!value || !fn.bound) return false;
  const keys = [...ev.dependencies.of(value)].filter(
    (key) => ev.functionOf(key)?.summary.kind !== 'constructor',
  );
  const makers = keys.filter((key) => key[key.lastIndexOf('#') + 1] === 'f');
  return makers.length > 0 && makers.every((key) => key !== fn.key && fn.bound?.has(key) === true);
}
