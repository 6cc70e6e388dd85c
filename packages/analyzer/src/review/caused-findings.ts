import type { Severity } from '../rules/rule.js';
import type { Place } from '../link/value.js';
import type { Changes } from './changes.js';
import type { LocatedFinding } from './located-finding.js';
import type { Finding } from './review.js';

const RANK: Readonly<Record<Severity, number>> = { P0: 0, P1: 1, P2: 2, P3: 3 };

/**
 * The findings that a change causes: those of the state after it that have no counterpart in the state before it.
 * A finding is the same when it is still at the same place, or equal in everything but its place, or in the same file
 * with only the event or the function around it renamed. One that got worse counts as new, and so does one that was
 * suppressed or is so no longer: who reviews the change has to see that.
 */
export function causedFindings(
  head: readonly LocatedFinding[],
  base: readonly LocatedFinding[],
  changes: Changes,
): readonly LocatedFinding[] {
  const samePlace = matchBy(head, base, (item) => placeKeys(item, changes), oldPlaceKeys);
  const sameContent = matchBy(
    samePlace.head,
    samePlace.base,
    ({ key }) => [key],
    ({ key }) => [key],
  );
  const renamed = matchBy(
    sameContent.head,
    sameContent.base,
    (item) => renameKeys(item, oldPath(item, changes)),
    (item) => renameKeys(item, item.finding.file),
  );
  return renamed.head;
}

interface Unmatched {
  readonly head: readonly LocatedFinding[];
  readonly base: readonly LocatedFinding[];
}

/** Pairs findings that share a key and leaves the rest, each in its order. */
function matchBy(
  head: readonly LocatedFinding[],
  base: readonly LocatedFinding[],
  headKeys: (item: LocatedFinding) => readonly string[],
  baseKeys: (item: LocatedFinding) => readonly string[],
): Unmatched {
  const pool = new Map<string, LocatedFinding[]>();
  for (const item of base) for (const key of baseKeys(item)) pool.set(key, [...(pool.get(key) ?? []), item]);
  const used = new Set<LocatedFinding>();
  const left = head.filter((item) => {
    const partner = headKeys(item)
      .flatMap((key) => pool.get(key) ?? [])
      .find((other) => !used.has(other) && isNoBetter(other.finding, item.finding));
    if (partner) used.add(partner);
    return !partner;
  });
  return { head: left, base: base.filter((item) => !used.has(item)) };
}

/** A finding hides one of the same severity or a milder one, and only if both or neither are suppressed. */
const isNoBetter = (before: Finding, after: Finding): boolean =>
  RANK[before.severity] <= RANK[after.severity] &&
  (before.status === 'suppressed') === (after.status === 'suppressed');

function oldPath(item: LocatedFinding, changes: Changes): string | null {
  const change = changes.file(item.finding.file);
  return change ? change.oldPath : item.finding.file;
}

function placeKeys(item: LocatedFinding, changes: Changes): readonly string[] {
  const change = changes.file(item.finding.file);
  const line = change ? change.toOldLine(item.finding.line) : item.finding.line;
  const path = oldPath(item, changes);
  return path === null || line === null ? [] : [atPlace(item, path, line)];
}

const oldPlaceKeys = (item: LocatedFinding): readonly string[] => [
  atPlace(item, item.finding.file, item.finding.line),
];

function atPlace(item: LocatedFinding, path: string, line: number): string {
  const { rule, property, event } = item.finding;
  return JSON.stringify([path, line, rule, property, item.code, isAboutEvent(item) ? event : null]);
}

function renameKeys(item: LocatedFinding, path: string | null): readonly string[] {
  if (path === null || isAboutEvent(item)) return [];
  const { rule, property, event } = item.finding;
  const shared = [path, rule, property, item.code];
  return [
    JSON.stringify([...shared, 'event', event]),
    JSON.stringify([...shared, 'function', item.functionName]),
  ];
}

/** True for findings about the name of the event: under another name they are another finding. */
function isAboutEvent({ problem }: LocatedFinding): boolean {
  const event = problem.call?.event;
  if (!event) return !problem.call && (problem.property ?? null) === null;
  return isInside(problem.at, event.at) || isInside(problem.at, event.value.at);
}

const isInside = (inner: Place, outer: Place): boolean =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
