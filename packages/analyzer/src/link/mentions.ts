import type { Expr, ModuleSummary } from '../summary/summary.js';
import { childExpressions, rootExpressions } from './walk-expressions.js';

/** A mention of something by name. */
export type Mention = { readonly offset: number } & (
  | { readonly kind: 'variable'; readonly binding: number }
  | { readonly kind: 'global'; readonly name: string }
  /** `object`: the variable that the member is read from, if it is one. */
  | { readonly kind: 'member'; readonly name: string; readonly object: number | null }
  /** A key of an object literal, as the metadata of an action has one. */
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'module'; readonly specifier: string }
);

const MENTIONS = new WeakMap<ModuleSummary, readonly Mention[]>();

/** Every mention in a module, sorted by place. A pure function of the summary. */
export function mentionsOf(summary: ModuleSummary): readonly Mention[] {
  const known = MENTIONS.get(summary);
  if (known) return known;
  const found: Mention[] = [];
  const visit = (expr: Expr): void => {
    const offset = expr.start;
    if (expr.kind === 'ref') {
      if (expr.binding === null) found.push({ kind: 'global', offset, name: expr.name });
      else found.push({ kind: 'variable', offset, binding: expr.binding });
    } else if (expr.kind === 'member' && expr.name !== null) {
      const object = expr.object.kind === 'ref' ? expr.object.binding : null;
      found.push({ kind: 'member', offset: expr.end - 1, name: expr.name, object });
    } else if (expr.kind === 'import') found.push({ kind: 'module', offset, specifier: expr.specifier });
    else if (expr.kind === 'object') {
      for (const member of expr.members) {
        if (member.kind === 'property' && member.key !== null) {
          found.push({ kind: 'key', offset: member.keyStart, name: member.key });
        }
      }
    }
    childExpressions(expr).forEach(visit);
  };
  rootExpressions(summary).forEach(visit);
  for (const cls of summary.classes) if (cls.parent) visit(cls.parent);
  found.sort((a, b) => a.offset - b.offset);
  MENTIONS.set(summary, found);
  return found;
}
