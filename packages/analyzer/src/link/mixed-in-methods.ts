import type { Value } from './value.js';

/** The methods that `Vue.mixin({ methods: … })` or `app.mixin(…)` gives to every component. Empty for other calls. */
export function mixedInMethods(
  callee: Value,
  args: readonly Value[],
): readonly { readonly name: string; readonly value: Value }[] {
  const name =
    callee.kind === 'external' ? callee.path.at(-1) : callee.kind === 'member' ? callee.name : null;
  const [options] = args;
  if (name !== 'mixin' || options?.kind !== 'object') return [];
  return options.entries.flatMap((option) => {
    if (option.kind !== 'property' || option.key !== 'methods' || option.value.kind !== 'object') return [];
    return option.value.entries.flatMap((entry) =>
      entry.kind === 'property' ? [{ name: entry.key, value: entry.value }] : [],
    );
  });
}
