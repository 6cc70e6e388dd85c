import type { Expr, ModuleSummary, PathStep } from '../summary/summary.js';

/** Where expressions stand in a file, and what they start with. */

/** The default of a name that is taken out of an object or a list: `{ client = mixpanel }`. */
export const defaultOf = (step: PathStep): readonly Expr[] =>
  'fallback' in step && step.fallback ? [step.fallback] : [];

/** Range that a value's text covers, function bodies included. */
export function rangeOf(summary: ModuleSummary, value: Expr): { start: number; end: number } {
  if (value.kind === 'function') return summary.functions[value.fn] ?? value;
  if (value.kind === 'class') return summary.classes[value.cls] ?? value;
  return value;
}

export function rootOf(expr: Expr): Expr {
  let root = expr;
  while (root.kind === 'member' || root.kind === 'cast' || root.kind === 'await')
    root = root.kind === 'member' ? root.object : root.value;
  return root;
}

/** True if the sorted offsets have one in the range. */
export function has(offsets: readonly number[], start: number, end: number): boolean {
  const found = offsets[firstAtOrAfter(offsets, start)];
  return found !== undefined && found < end;
}

/** Index of the first of sorted offsets that is not before `start`; their number if all are. */
export function firstAtOrAfter(offsets: readonly number[], start: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
