import type { TrackingCall } from '../../link/call.js';
import { maskPersonalValues } from '../../review/mask-values.js';
import type { Review } from '../../review/review.js';

/** One line of the table of what is sent. */
export interface PropertyRow {
  /** The event, or the SDK method for calls that carry none. */
  readonly event: string;
  /** Null: the call carries no known property. */
  readonly property: string | null;
  /** Categories of personal data that the rules saw in it, sorted. */
  readonly personalData: readonly string[];
  /** Files in which it is sent, sorted. */
  readonly files: readonly string[];
}

/** Events × properties × category of personal data, sorted by event and property. */
export function propertyRows(review: Review): readonly PropertyRow[] {
  const categories = personalCategories(review);
  const rows = new Map<
    string,
    { event: string; property: string | null; data: Set<string>; files: Set<string> }
  >();
  for (const call of review.calls) {
    const names = call.properties?.map(({ name }) => name) ?? [];
    for (const event of eventNames(call)) {
      for (const property of names.length === 0 ? [null] : names) {
        const key = JSON.stringify([event, property]);
        const row = rows.get(key) ?? { event, property, data: new Set(), files: new Set() };
        row.files.add(call.file);
        for (const category of categories.get(callKey(call, property)) ?? []) row.data.add(category);
        rows.set(key, row);
      }
    }
  }
  return [...rows.values()]
    .sort((a, b) => compare(a.event, b.event) || compare(a.property ?? '', b.property ?? ''))
    .map(({ event, property, data, files }) => ({
      event: maskPersonalValues(event),
      property: property === null ? null : maskPersonalValues(property),
      personalData: [...data].sort(compare),
      files: [...files].sort(compare),
    }));
}

function eventNames({ event, method }: TrackingCall): readonly string[] {
  if (!event) return [method];
  return event.names.length > 0 ? event.names : [event.pattern ?? '(name not known)'];
}

const callKey = (
  { file, line }: { readonly file: string; readonly line: number },
  property: string | null,
): string => JSON.stringify([file, line, property]);

function personalCategories(review: Review): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { piiCategory, call, property } of [
    ...review.findings,
    ...review.accepted,
    ...review.suppressed,
  ]) {
    if (piiCategory === null || !call) continue;
    const key = callKey(call, property);
    found.set(key, [...(found.get(key) ?? []), piiCategory]);
  }
  return found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
