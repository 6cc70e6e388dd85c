import type { Expr, ModuleSummary } from '../summary/summary.js';

/** Every expression that a summary's tables hold directly; with `childExpressions` each one is reached once. */
export function rootExpressions(summary: ModuleSummary): Expr[] {
  const roots: Expr[] = [];
  const add = (expr: Expr | null): void => {
    if (expr) roots.push(expr);
  };
  for (const binding of summary.bindings) {
    for (const each of binding.values) {
      add(each.value);
      for (const step of each.path) if ('fallback' in step) add(step.fallback);
    }
    for (const write of binding.writes) add(write.value);
  }
  for (const fn of summary.functions) {
    fn.params.forEach((param) => add(param.fallback));
    fn.returns.forEach(add);
  }
  for (const cls of summary.classes) cls.members.forEach((member) => add(member.value));
  for (const site of summary.sites) {
    add(site.callee);
    site.args.forEach((arg) => add(arg.value));
  }
  for (const entry of summary.exports)
    if (entry.kind === 'expression' || entry.kind === 'assignment') add(entry.value);
  for (const write of summary.outerWrites) add(write.value);
  return roots;
}

/** Direct sub-expressions; calls and functions are in tables of their own. */
export function childExpressions(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'template':
      return expr.parts.filter((part) => typeof part !== 'string');
    case 'object':
      return expr.members.map((member) => member.value);
    case 'array':
      return expr.items.map((item) => item.value);
    case 'member':
      return [expr.object];
    case 'conditional':
      return [expr.test, expr.then, expr.else];
    case 'logical':
      return [expr.left, expr.right];
    case 'operation':
      return expr.operands;
    case 'await':
    case 'cast':
      return [expr.value];
    default:
      return [];
  }
}
