import type { Binding, Expr, ModuleSummary, Site } from '../summary/summary.js';
import { defaultOf, firstAtOrAfter, has, rangeOf } from './expression-range.js';
import type { Mention } from './mentions.js';

/**
 * For each variable of a module, whether it may hold a tracker: because it starts as one, because its value mentions one
 * of the offsets, or because it mentions another such variable. Each is looked at once, however long the chain.
 *
 * @param mentions all of the module, sorted
 * @param offsets places that lead to a tracker without a variable, sorted
 * @param startsLeading by index of the variable
 */
export function leadingVariables(
  summary: ModuleSummary,
  mentions: readonly Mention[],
  offsets: readonly number[],
  startsLeading: (index: number) => boolean,
): readonly boolean[] {
  const leading = summary.bindings.map(() => false);
  const mentionedIn = new Map<number, number[]>();
  const found: number[] = [];
  const mark = (index: number): void => {
    if (leading[index]) return;
    leading[index] = true;
    found.push(index);
  };
  const givers = giversOf(summary);
  const places = mentions.map(({ offset }) => offset);
  summary.bindings.forEach((binding, index) => {
    if (startsLeading(index)) return mark(index);
    const ranges = valuesOf(binding, givers).map((value) => rangeOf(summary, value));
    if (ranges.some(({ start, end }) => has(offsets, start, end))) return mark(index);
    for (const { start, end } of ranges) {
      for (let at = firstAtOrAfter(places, start); at < mentions.length; at += 1) {
        const mention = mentions[at];
        if (!mention || mention.offset >= end) break;
        if (mention.kind !== 'variable') continue;
        const users = mentionedIn.get(mention.binding);
        if (users) users.push(index);
        else mentionedIn.set(mention.binding, [index]);
      }
    }
  });
  for (let next = found.pop(); next !== undefined; next = found.pop()) mentionedIn.get(next)?.forEach(mark);
  return leading;
}

type Givers = (param: Extract<Expr, { kind: 'param' }>) => readonly Expr[];

/**
 * What may give a parameter its value: its default, and for a callback what it is handed to, as in
 * `import('sdk').then((sdk) => …)`.
 */
function giversOf({ functions, sites }: ModuleSummary): Givers {
  const receivers = new Map<number, Site>();
  for (const site of sites)
    for (const { value } of site.args)
      if (value.kind === 'function' && !receivers.has(value.fn)) receivers.set(value.fn, site);
  return ({ fn, index }) => {
    const fallback = functions[fn]?.params[index]?.fallback ?? null;
    const site = functions[fn]?.use === 'argument' ? receivers.get(fn) : undefined;
    return [...(fallback ? [fallback] : []), ...(site ? [site.callee] : [])];
  };
}

/** Every expression that may become the value of a variable. */
function valuesOf({ values, writes }: Binding, givers: Givers): readonly Expr[] {
  return [...values.map(({ value }) => value), ...writes.flatMap(({ value }) => value ?? [])]
    .flatMap((value) => (value.kind === 'param' ? givers(value) : [value]))
    .concat(values.flatMap(({ path }) => path.flatMap(defaultOf)));
}
