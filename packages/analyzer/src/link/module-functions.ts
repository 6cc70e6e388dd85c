import type { FunctionSummary, ModuleSummary, Site } from '../summary/summary.js';
import { argumentSite } from './callback-arguments.js';
import { isPassing } from './intrinsics.js';
import type { Module } from './module-graph.js';
import { functionKey } from './module-graph.js';
import { calleeName } from './site-text.js';
import type { EntityKey } from './value.js';

/** How the functions of a module stand to each other and to its sites. */

const DESCENDANTS = new WeakMap<Module, readonly (readonly number[])[]>();
const SITES = new WeakMap<Module, readonly (readonly number[])[]>();

/**
 * Keys of a function and the functions around it. A method sees its constructor's parameters, which whoever makes
 * the object decides.
 */
export function enclosingFunctions(module: Module, fn: number): ReadonlySet<EntityKey> {
  const keys = new Set<EntityKey>();
  for (let index: number | null = fn; index !== null && index > 0;) {
    const summary: FunctionSummary | undefined = module.summary.functions[index];
    keys.add(functionKey(module.file, index));
    const cls = summary?.cls;
    const ctor = cls === null || cls === undefined ? null : module.summary.classes[cls]?.ctor;
    if (ctor !== null && ctor !== undefined) keys.add(functionKey(module.file, ctor));
    index = summary?.parent ?? null;
  }
  return keys;
}

/** True if code in `inside` does not run when `fn` is called, but when something that it hands out is called. */
export function isDeferredIn(module: Module, inside: number, fn: number): boolean {
  for (let index: number | null = inside; index !== null && index !== fn;) {
    const summary: FunctionSummary | undefined = module.summary.functions[index];
    if (!summary) return false;
    if (summary.use !== 'argument') return true;
    let site = argumentSite(module.summary, index)?.site;
    while (site && isPassing(calleeName(site))) {
      if (site.use !== 'argument') return true;
      site = takerOf(module.summary, site);
    }
    index = summary.parent;
  }
  return false;
}

/** The call that the result of another is an argument of: `useFocusEffect` in `useFocusEffect(useCallback(…))`. */
function takerOf({ sites }: ModuleSummary, given: Site): Site | undefined {
  const index = sites.indexOf(given);
  return sites.find(({ args }) => args.some(({ value }) => value.kind === 'site' && value.site === index));
}

/** Functions nested in each function of a module. */
export function descendantsOf(module: Module): readonly (readonly number[])[] {
  let known = DESCENDANTS.get(module);
  if (!known) {
    const lists: number[][] = module.summary.functions.map(() => []);
    module.summary.functions.forEach((fn, index) => {
      for (let parent = fn.parent; parent !== null; parent = module.summary.functions[parent]?.parent ?? null)
        lists[parent]?.push(index);
    });
    known = lists;
    DESCENDANTS.set(module, known);
  }
  return known;
}

export function sitesOf(module: Module, fn: number): readonly number[] {
  let known = SITES.get(module);
  if (!known) {
    const lists: number[][] = module.summary.functions.map(() => []);
    module.summary.sites.forEach((site, index) => lists[site.fn]?.push(index));
    known = lists;
    SITES.set(module, known);
  }
  return known[fn] ?? [];
}
