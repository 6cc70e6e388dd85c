import type { TrackingCall } from '../../link/call.js';
import type { Edit, RuleContext } from '../rule.js';
import { eventPlace } from './event-place.js';
import { literalEdit } from './text-edits.js';

/**
 * Replaces the event name where the call writes it as a literal; a prefix or suffix that a wrapper adds is taken off
 * first. Null if the name is not written there, or the wrapper's addition does not fit the new name. Never safe:
 * renaming an event changes what reports see.
 */
export function renameEdit(call: TrackingCall, name: string, context: RuleContext): Edit | null {
  const { event } = call;
  if (event?.name == null) return null;
  const at = eventPlace(call);
  const text = context.textAt(at);
  const written = /^(['"`])([\s\S]*)\1$/.exec(text)?.[2];
  if (written === undefined || written === '') return null;
  const start = event.name.indexOf(written);
  if (start < 0) return null;
  const prefix = event.name.slice(0, start);
  const suffix = event.name.slice(start + written.length);
  if (!name.startsWith(prefix) || !name.endsWith(suffix) || name.length <= prefix.length + suffix.length)
    return null;
  const change = literalEdit(at, text, name.slice(prefix.length, name.length - suffix.length));
  return change && { title: `Rename to "${name}"`, isSafe: false, changes: [change] };
}
