import type { CallKind } from '../../link/call.js';
import type { Value } from '../../link/value.js';

/**
 * Limits of Mixpanel's ingestion API. https://developer.mixpanel.com/reference/import-events says "up to 255
 * properties" and "fewer than 255"; the lower number is safe.
 */
export const NAME_LIMIT = 255;
export const STRING_LIMIT_BYTES = 255;
export const LIST_LIMIT = 254;
export const DEPTH_LIMIT = 3;
const EVENT_PROPERTY_LIMIT = 254;
const PROFILE_PROPERTY_LIMIT = 2000;

export const propertyLimit = (kind: CallKind): number =>
  kind === 'people' || kind === 'group' ? PROFILE_PROPERTY_LIMIT : EVENT_PROPERTY_LIMIT;

/** Values share parts, so a walk that goes much deeper than a limit could take exponentially long. */
const WALK_DEPTH = DEPTH_LIMIT + 1;

/** How deep objects are nested in a value, up to one more than the limit; 0 for anything that is not an object or a list. */
export function nestingDepth(value: Value, room = WALK_DEPTH): number {
  if (room === 0) return 0;
  if (value.kind === 'array') return Math.max(0, ...value.items.map((item) => nestingDepth(item, room)));
  if (value.kind !== 'object') return 0;
  return (
    1 +
    Math.max(
      0,
      ...value.entries.map((entry) => (entry.kind === 'spread' ? 0 : nestingDepth(entry.value, room - 1))),
    )
  );
}

/** The longest list or object inside a value, in items. */
export function longestList(value: Value, room = WALK_DEPTH): number {
  if (room === 0) return 0;
  if (value.kind === 'array')
    return Math.max(value.items.length, ...value.items.map((item) => longestList(item, room - 1)));
  if (value.kind !== 'object') return 0;
  return Math.max(value.entries.length, ...value.entries.map((entry) => longestList(entry.value, room - 1)));
}
