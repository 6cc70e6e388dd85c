import type { SdkCallParts } from '../sdks/index.js';
import { alternatives, isNullish } from './build-value.js';
import { namingValue } from './effect.js';
import { readEventName } from './event-name.js';
import type { Evaluator } from './evaluator.js';
import type { EntityKey, Value } from './value.js';

/** True if the value is nothing but a parameter of one of the functions, as it came. */
function isPassedOn(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  const options = alternatives(value).filter((option) => !isNullish(option) && !(option.kind === 'object' && option.entries.length === 0));
  return options.length > 0 && options.some((option) => isBare(option, fns));
}

function isBare(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  if (value.kind === 'param') return fns.has(value.fn);
  if (value.kind === 'member' && value.object.kind === 'param') return value.object.index === -2 && fns.has(value.object.fn);
  if (value.kind !== 'object') return false;
  return value.entries.length > 0 && value.entries.every((entry) => entry.kind === 'spread' && isBare(entry.value, fns));
}

/** Which of the functions' parameters decide what is sent; empty if the call is complete without its callers. */
export function openOn(ev: Evaluator, parts: SdkCallParts, fns: ReadonlySet<EntityKey>): ReadonlySet<EntityKey> {
  const value = namingValue(parts);
  if (!value) return new Set();
  const concerned = new Set([...ev.dependencies.of(value)].filter((key) => fns.has(key)));
  if (concerned.size === 0) return concerned;
  const isEvent = value === parts.event;
  if (isEvent) {
    const { form } = readEventName(value, value.at);
    const isDecided = form === 'literal' || form === 'constant' || (form === 'set' && !isPassedOn(value, fns));
    return isDecided ? new Set() : concerned;
  }
  return isPassedOn(value, fns) ? concerned : new Set();
}

/** The call gets its arguments as bare parameters: a wrapper's body and nothing more. */
export const isPassThrough = (parts: SdkCallParts, fns: ReadonlySet<EntityKey>): boolean => {
  const value = namingValue(parts);
  return value !== null && (isPassedOn(value, fns) || value.kind === 'template');
};
