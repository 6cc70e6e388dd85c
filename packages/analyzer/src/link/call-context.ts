import type { Site } from '../summary/summary.js';
import type { CallContext } from './call.js';
import type { Module } from './module-graph.js';
import { functionKey } from './module-graph.js';

/** Describes what surrounds a site, from the summary alone. */
export function contextOf(module: Module, site: Site): CallContext {
  let name: string | null = null;
  let isAsync = false;
  for (let index: number | null = site.fn; index !== null && index > 0;) {
    const fn: Module['summary']['functions'][number] | undefined = module.summary.functions[index];
    if (!fn) break;
    if (index === site.fn) isAsync = fn.isAsync;
    name ??= fn.name;
    index = fn.parent;
  }
  return {
    fn: site.fn > 0 ? functionKey(module.file, site.fn) : null,
    fnName: name,
    isAwaited: site.use === 'awaited',
    isReturned: site.use === 'returned',
    isStatement: site.use === 'statement',
    isVoided: site.use === 'voided',
    inTry: site.inTry,
    inCatch: site.inCatch,
    hasRejectionHandler: site.hasRejectionHandler,
    inAsync: isAsync,
  };
}
