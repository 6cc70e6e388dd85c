import { alternatives } from '../../link/build-value.js';
import type { PropertyFlow } from '../../link/call.js';
import type { JsonSchema } from '../../plan/plan.js';

/**
 * Of a schema that is one of several objects (`z.discriminatedUnion`), the one that the call must be meant for: the
 * others say other values for what it sends. If several are left, what all of them say of a property counts.
 */
export function branchFor(schema: JsonSchema, flows: readonly PropertyFlow[]): JsonSchema {
  const branches = schema.anyOf;
  if (!branches || schema.properties || !branches.every((branch) => branch.properties)) return schema;
  const possible = branches.filter((branch) => !flows.some((flow) => excludes(branch, flow)));
  const [only] = possible;
  if (only && possible.length === 1) return only;
  const left = possible.length === 0 ? branches : possible;
  const names = Object.keys(left[0]?.properties ?? {}).filter((name) =>
    left.every((branch) => Object.hasOwn(branch.properties ?? {}, name)),
  );
  const shared = names.map((name) => [
    name,
    { anyOf: left.map((branch) => branch.properties?.[name] ?? {}) },
  ]);
  return { properties: Object.fromEntries(shared) as Record<string, JsonSchema> };
}

/** True if the branch lists values for the property, and the call surely sends another one. */
function excludes(branch: JsonSchema, flow: PropertyFlow): boolean {
  const property = branch.properties?.[flow.name];
  const listed = property?.const === undefined ? property?.enum : [property.const];
  if (!listed) return false;
  return alternatives(flow.value).every(
    (option) => option.kind === 'literal' && !listed.some((value) => value === option.value),
  );
}
