import type { Expr, Site } from '../summary/summary.js';
import type { Module } from './module-graph.js';
import type { Value } from './value.js';

/** Text of a callee, shortened to one line. */
export function calleeText(module: Module, site: Site): string {
  const text = module.text.slice(site.callee.start, site.callee.end).replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function calleeName(site: Site): string | null {
  if (site.callee.kind === 'member') return site.callee.name;
  return site.callee.kind === 'ref' ? site.callee.name : null;
}

/** For functions that call their first argument with later ones: the position of the first argument that is passed on. */
export function firstPassedOn(callee: Value): number | null {
  if (callee.kind === 'external' && /^(?:redux-saga|typed-redux-saga)/.test(callee.package)) {
    return ['call', 'fork', 'spawn', 'cps'].includes(callee.path.at(-1) ?? '') ? 1 : null;
  }
  if (callee.kind === 'unknown' && (callee.name === 'setTimeout' || callee.name === 'setImmediate'))
    return callee.name === 'setTimeout' ? 2 : 1;
  return null;
}

/** Functions that send requests, by their usual names; only their arguments are looked at for the vendor's host. */
const REQUEST =
  /^(?:fetch|axios|got|ky|needle|request|superagent|post|put|send|ofetch|\$fetch|urlfetch|http|sendBeacon)$/i;

/** True if a call may send a request, by the name of what is called. */
export const mayRequest = (site: Site): boolean =>
  site.kind === 'call' && (REQUEST.test(calleeName(site) ?? '') || isGet(site.callee));

/** `axios.get(…)`; many other things have a method of that name. */
const isGet = (callee: Expr): boolean =>
  callee.kind === 'member' &&
  callee.name === 'get' &&
  callee.object.kind === 'ref' &&
  /^(?:axios|https?|got|ky|needle|request|superagent)$/i.test(callee.object.name);
