import type { CallKind, TrackingCall } from '../../link/call.js';

const NAMES_EVENT: ReadonlySet<CallKind> = new Set(['track', 'import', 'track_links', 'time_event']);
const SENDS_EVENT_PROPERTIES: ReadonlySet<CallKind> = new Set([
  'track',
  'import',
  'track_links',
  'track_pageview',
  'register',
]);

/** True where a person chose the event's name. Callers of a wrapper that names its event itself did not. */
export function namesEvent(call: TrackingCall): boolean {
  return NAMES_EVENT.has(call.kind) && call.event !== null && call.role !== 'trigger';
}

/** True if the properties end up on events: those of `track` itself and super properties. */
export function sendsEventProperties(call: TrackingCall): boolean {
  return SENDS_EVENT_PROPERTIES.has(call.kind);
}

/** True for the profile of a user or a group. */
export function sendsProfileProperties(call: Pick<TrackingCall, 'kind'>): boolean {
  return call.kind === 'people' || call.kind === 'group';
}
