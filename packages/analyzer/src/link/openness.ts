import type { SdkCallParts } from '../sdks/index.js';
import { alternatives, isNullish } from './build-value.js';
import { namingValue } from './effect.js';
import { readEventName } from './event-name.js';
import type { Evaluator } from './evaluator.js';
import type { EntityKey, Value } from './value.js';

/** True if the value is nothing but a parameter of one of the functions, as it came. */
function isPassedOn(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  const options = alternatives(value).filter(
    (option) => !isNullish(option) && !(option.kind === 'object' && option.entries.length === 0),
  );
  return options.length > 0 && options.some((option) => isBare(option, fns));
}

function isBare(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  if (value.kind === 'param') return fns.has(value.fn);
  if (value.kind === 'member' && value.object.kind === 'param') {
    const isList = value.object.index === -2 || value.object.rest;
    return isList && fns.has(value.object.fn);
  }
  if (value.kind !== 'object') return false;
  return (
    value.entries.length > 0 &&
    value.entries.every((entry) => entry.kind === 'spread' && isBare(entry.value, fns))
  );
}

/** True if callers can give the value, as a parameter or as a field of one: `options.name ?? 'Opened'`. */
function isGiven(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  return isPassedOn(value, fns) || alternatives(value).some((option) => isField(option, fns));
}

function isField(value: Value, fns: ReadonlySet<EntityKey>): boolean {
  let root = value;
  while (root.kind === 'member' && root.name !== null) root = root.object;
  return root !== value && root.kind === 'param' && root.index >= 0 && fns.has(root.fn);
}

/** What is open about a call at a place. */
export type Openness =
  /** Complete here: nothing of what names it comes from outside. */
  | { readonly kind: 'named' }
  /** Parameters of these functions around the place decide; their callers complete it. */
  | { readonly kind: 'open'; readonly on: ReadonlySet<EntityKey> }
  /** Parameters of functions elsewhere decide, so the place has nothing to say. */
  | { readonly kind: 'foreign' };

/** Tells whether a call is named at a place inside `fns` (a function and the functions around it). */
export function opennessOf(ev: Evaluator, parts: SdkCallParts, fns: ReadonlySet<EntityKey>): Openness {
  const on = openOn(ev, parts, fns);
  if (on.size > 0) return isTemplateOfComponent(ev, parts, on) ? { kind: 'named' } : { kind: 'open', on };
  const value = namingValue(parts);
  if (value === null) return { kind: 'named' };
  const isForeign = [...ev.dependencies.of(value)].some((key) => !fns.has(key) && isCallable(ev, key));
  const isSaidHere =
    value === parts.event ? readEventName(value, value.at, () => '').names.length > 0 : isWrittenOut(value);
  return isForeign && !isSaidHere ? { kind: 'foreign' } : { kind: 'named' };
}

/** Properties with names are written at the place, wherever their values were kept before: `{ theme: theme.value }`. */
function isWrittenOut(value: Value): boolean {
  return alternatives(value).some(
    (option) => option.kind === 'object' && option.entries.some((entry) => entry.kind === 'property'),
  );
}

/** Constructors are called by containers as often as by code; what they got is unknown, not foreign. */
function isCallable(ev: Evaluator, key: EntityKey): boolean {
  const kind = ev.functionOf(key)?.summary.kind;
  return kind !== undefined && kind !== 'constructor' && key[key.lastIndexOf('#') + 1] === 'f';
}

/** A component that writes `card_${props.kind}_opened` names the event itself, as a pattern; its props only fill it in. */
function isTemplateOfComponent(ev: Evaluator, parts: SdkCallParts, on: ReadonlySet<EntityKey>): boolean {
  return parts.event?.kind === 'template' && [...on].every((key) => isComponent(ev, key));
}

function isComponent(ev: Evaluator, key: EntityKey): boolean {
  const fn = ev.functionOf(key);
  if (!fn || !/^[A-Z]/.test(fn.summary.name ?? '')) return false;
  const { start, end } = fn.summary;
  return fn.module.summary.sites.some(
    (site) => site.kind === 'element' && site.start >= start && site.end <= end,
  );
}

/** Which of the functions' parameters decide what is sent; empty if none does. */
function openOn(ev: Evaluator, parts: SdkCallParts, fns: ReadonlySet<EntityKey>): ReadonlySet<EntityKey> {
  const value = namingValue(parts);
  if (!value) return new Set();
  const concerned = new Set([...ev.dependencies.of(value)].filter((key) => fns.has(key)));
  if (concerned.size === 0) return concerned;
  const isEvent = value === parts.event;
  if (isEvent) {
    const { form } = readEventName(value, value.at, () => '');
    const isDecided = form === 'literal' || form === 'constant' || (form === 'set' && !isGiven(value, fns));
    return isDecided ? new Set() : concerned;
  }
  return isPassedOn(value, fns) ? concerned : new Set();
}

/** The call gets its arguments as bare parameters: a wrapper's body and nothing more. */
export const isPassThrough = (parts: SdkCallParts, fns: ReadonlySet<EntityKey>): boolean => {
  const value = namingValue(parts);
  if (value?.kind === 'template')
    return value.parts.every((part) => typeof part === 'string' || isPassedOn(part, fns));
  return value !== null && isPassedOn(value, fns);
};
