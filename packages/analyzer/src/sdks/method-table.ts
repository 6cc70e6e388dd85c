import type { CallKind } from '../link/call.js';
import type { Value } from '../link/value.js';
import type { SdkCallParts, SdkUse } from './sdk-adapter.js';

/** Which argument (from 0) is what. */
export interface MethodSpec {
  readonly kind: CallKind;
  readonly event?: number;
  readonly properties?: number;
  readonly distinctId?: number;
  readonly groupKey?: number;
  readonly groupId?: number;
  /** The properties may also be given as a name and a value: `people.set('plan', 'pro')`. */
  readonly isPairAllowed?: boolean;
  /** The properties argument is the name (or list of names) of a property that is removed or counted. */
  readonly isNameOnly?: boolean;
}

export type MethodTable = Readonly<Record<string, MethodSpec>>;

const isString = (value: Value): boolean =>
  (value.kind === 'literal' && typeof value.value === 'string') || value.kind === 'template';

function pairProperties(name: Value, value: Value | undefined): Value | null {
  if (name.kind !== 'literal' || typeof name.value !== 'string' || !value) return null;
  const at = { ...name.at, end: Math.max(name.at.end, value.at.end) };
  const entry = { kind: 'property' as const, key: name.value, value, at, keyAt: name.at, optional: false };
  return { kind: 'object', entries: [entry], at };
}

/** Applies one row of a method table to resolved arguments. */
export function partsOf(method: string, spec: MethodSpec, args: readonly Value[]): SdkCallParts {
  const argument = (index: number | undefined): Value | null =>
    index === undefined ? null : (args[index] ?? null);
  let properties = argument(spec.properties);
  if (properties && spec.isPairAllowed && isString(properties)) {
    properties = pairProperties(properties, args[(spec.properties ?? 0) + 1]);
  }
  if (spec.isNameOnly) properties = null;
  const key = argument(spec.groupKey);
  const id = argument(spec.groupId);
  return {
    kind: spec.kind,
    method,
    event: argument(spec.event),
    properties,
    distinctId: argument(spec.distinctId),
    group: key && id ? { key, id } : null,
  };
}

/**
 * Looks up a member path in a table. One unknown leading name is accepted, because SDKs hang named instances on the
 * client (`mixpanel.library.track`).
 */
export function findMethod(
  table: MethodTable,
  path: readonly string[],
): { method: string; spec: MethodSpec } | null {
  for (const candidate of [path, path.slice(1)]) {
    const method = candidate.join('.');
    const spec = Object.hasOwn(table, method) ? table[method] : undefined;
    if (spec) return { method, spec };
  }
  return null;
}

/** A wrapper that is called like the client takes an object where the SDK takes the name of an event. */
function isNoName(value: Value | undefined): boolean {
  return value?.kind === 'object' || value?.kind === 'array' || value?.kind === 'function';
}

export function useFromTable(table: MethodTable, path: readonly string[], args: readonly Value[]): SdkUse {
  const found = findMethod(table, path);
  if (found?.spec.event !== undefined && isNoName(args[found.spec.event])) return { kind: 'other' };
  return found ? { kind: 'calls', calls: [partsOf(found.method, found.spec, args)] } : { kind: 'other' };
}
