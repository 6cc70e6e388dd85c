import type { CallValue, LiteralValue, Value } from '../../link/value.js';

export function isLiteral(value: Value, expected: LiteralValue['value']): boolean {
  return value.kind === 'literal' && value.value === expected;
}

/** The text of a known string, or null. */
export function stringOf(value: Value | null | undefined): string | null {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}

export interface Callee {
  /** `this` of a method call; null for a plain function. */
  readonly receiver: Value | null;
  /** Last part of the callee: `toISOString`, `format`; null if computed or unknown. */
  readonly name: string | null;
}

/** What a call calls, whichever way the engine could resolve it. */
export function calleeOf(call: CallValue): Callee {
  const { callee } = call;
  switch (callee.kind) {
    case 'member':
      return { receiver: callee.object, name: callee.name };
    case 'external':
      return { receiver: null, name: callee.path.at(-1) ?? null };
    case 'function':
    case 'class':
    case 'unknown':
    case 'param':
      return { receiver: null, name: callee.name };
    default:
      return { receiver: null, name: callee.alias ?? null };
  }
}

/** True for the global of that name (`Date`, `String`), which the engine knows only by name. */
export function isGlobal(value: Value, name: string): boolean {
  return value.kind === 'unknown' && value.name === name;
}

/** True for `Object.method(…)` of a global object: `Date.now()`, `Math.floor(x)`. */
export function isGlobalCall(value: Value, object: string, method: string): boolean {
  return (
    value.kind === 'call' &&
    value.callee.kind === 'member' &&
    value.callee.name === method &&
    isGlobal(value.callee.object, object)
  );
}

/** What a chain of members and calls starts from: `moment` for `moment(x).utc().format()`. */
export function rootOf(value: Value): Value {
  if (value.kind === 'member') return rootOf(value.object);
  if (value.kind === 'call') return rootOf(value.callee);
  return value;
}
