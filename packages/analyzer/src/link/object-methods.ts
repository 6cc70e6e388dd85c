import type { Expr, ModuleSummary } from '../summary/summary.js';
import { childExpressions, rootExpressions } from './walk-expressions.js';
import type { Module } from './module-graph.js';

const KNOWN = new WeakMap<ModuleSummary, ReadonlyMap<number, Expr>>();

function collect(summary: ModuleSummary): ReadonlyMap<number, Expr> {
  const owners = new Map<number, Expr>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'object') {
      for (const member of expr.members) {
        if (member.kind === 'property' && member.value.kind === 'function' && !owners.has(member.value.fn)) {
          owners.set(member.value.fn, expr);
        }
      }
    }
    childExpressions(expr).forEach(visit);
  };
  rootExpressions(summary).forEach(visit);
  return owners;
}

/** The object literal that `this` means in one of its methods; arrow functions see the method's around them. */
export function objectOfFunction(module: Module, fn: number): Expr | null {
  let owners = KNOWN.get(module.summary);
  if (!owners) {
    owners = collect(module.summary);
    KNOWN.set(module.summary, owners);
  }
  for (let index: number | null = fn; index !== null;) {
    const summary: ModuleSummary['functions'][number] | undefined = module.summary.functions[index];
    if (!summary) return null;
    if (summary.kind !== 'arrow') return owners.get(index) ?? null;
    index = summary.parent;
  }
  return null;
}
