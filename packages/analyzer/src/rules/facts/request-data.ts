import type { TrackingCall } from '../../link/call.js';
import type { Value } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { mayHaveRequestEntry, requestEntry } from './request-entry.js';
import { syntaxAround } from './syntax-around.js';
import { rootOf } from './value-options.js';

/** True for a parameter of the function around a call that a platform calls, and for what is read from it. */
export function isOfRequest(value: Value, call: TrackingCall, context: RuleContext): boolean {
  const root = rootOf(value);
  const file = context.code.file(call.file);
  if (root.kind !== 'param' || !file || !mayHaveRequestEntry(file)) return false;
  const entry = requestEntry(syntaxAround(call.at, context), file);
  return entry?.fn.params.some((param) => param.type === 'Identifier' && param.name === root.name) === true;
}
