import type { Analysis } from '../link/analysis.js';
import type { TrackingCall } from '../link/call.js';
import type { Place, Value } from '../link/value.js';
import type { TypeShape } from '../types/shape.js';
import type { Changes } from './changes.js';
import type { LocatedFinding } from './located-finding.js';

interface Line {
  readonly file: string;
  readonly line: number;
}

/**
 * The changed line that explains a finding at an unchanged place: the one nearest to a step of the chain that led to
 * the verdict (wrappers on the way, the constant that holds the name, the type that gives the fields, the plan), or else
 * in what the file imports. Null if the finding itself lies on a changed line, or if neither was changed.
 */
export function causeOf(
  item: LocatedFinding,
  analysis: Analysis,
  changes: Changes,
  planFiles: readonly string[],
): Line | null {
  const { finding, problem } = item;
  if (touches(changes, finding.file, finding.line, finding.endLine)) return null;
  const steps = [
    ...(problem.call ? stepsOf(problem.call, problem.property ?? null, analysis) : []),
    ...finding.evidence.flatMap(placesInText),
    ...planFiles.map((file) => ({ file, line: 1 })),
  ];
  let nearest: (Line & { distance: number }) | null = null;
  for (const step of steps) {
    const line = nearestChange(changes, step);
    if (line === null) continue;
    const distance = Math.abs(line - step.line);
    if (nearest === null || distance < nearest.distance) nearest = { file: step.file, line, distance };
  }
  return nearest
    ? { file: nearest.file, line: nearest.line }
    : importedChange(finding.file, analysis, changes);
}

/** Imports are followed over so many files at most. */
const MAX_IMPORTED_FILES = 500;

/**
 * The first changed line of the nearest changed file that a file imports, directly or over others: the chain does not
 * hold every constant and type that a verdict rests on.
 */
function importedChange(start: string, { code, evaluator }: Analysis, changes: Changes): Line | null {
  const queue = [start];
  const seen = new Set(queue);
  for (const file of queue) {
    const line = file === start ? undefined : changes.file(file)?.changedLines[0];
    if (line !== undefined) return { file, line };
    for (const specifier of code.file(file)?.imports ?? []) {
      const imported = evaluator.resolve(file, specifier);
      if (imported === null || seen.has(imported) || seen.size > MAX_IMPORTED_FILES) continue;
      seen.add(imported);
      queue.push(imported);
    }
  }
  return null;
}

function touches(changes: Changes, file: string, first: number, last: number): boolean {
  return changes.file(file)?.changedLines.some((line) => line >= first && line <= last) ?? false;
}

function nearestChange(changes: Changes, { file, line }: Line): number | null {
  const lines = changes.file(file)?.changedLines ?? [];
  return lines.reduce<number | null>(
    (best, candidate) =>
      best === null || Math.abs(candidate - line) < Math.abs(best - line) ? candidate : best,
    null,
  );
}

/** Everything that a verdict on a call can rest on, nearest first. */
function stepsOf(call: TrackingCall, property: string | null, analysis: Analysis): readonly Line[] {
  const places: Place[] = [];
  if (call.event) places.push(call.event.at, ...placesIn(call.event.value));
  for (const flow of call.properties ?? []) {
    if (property === null || flow.name === property) places.push(flow.at, ...placesIn(flow.value));
  }
  for (const flow of call.open) {
    places.push(flow.at, ...placesIn(flow.value), ...placesInShape(analysis.typeOf(flow.value), property));
  }
  if (call.distinctId) places.push(call.distinctId.at, ...placesIn(call.distinctId.value));
  places.push(call.sdkCall);
  return [
    { file: call.file, line: call.line },
    ...call.via.map(({ place, line }) => ({ file: place.file, line })),
    ...places.map((place) => ({ file: place.file, line: analysis.lineAt(place) })),
  ];
}

/** Places of a value and of the values it is made of; shared and deep structures are cut off. */
function placesIn(value: Value, limit = 200): readonly Place[] {
  const places: Place[] = [];
  const seen = new Set<Value>();
  const queue: Value[] = [value];
  for (let next = queue.pop(); next && places.length < limit; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    places.push(next.at);
    queue.push(...partsOf(next));
  }
  return places;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'object':
      return value.entries.map((entry) => entry.value);
    case 'array':
      return value.items;
    case 'union':
      return value.options;
    case 'member':
      return [value.object];
    case 'call':
      return [value.callee, ...value.args];
    case 'operation':
      return value.operands;
    case 'instance':
      return value.args ?? [];
    case 'element':
      return [value.type, value.props];
    case 'literal':
    case 'function':
    case 'class':
    case 'param':
    case 'external':
    case 'namespace':
    case 'sdk':
    case 'unknown':
      return [];
  }
}

function placesInShape(shape: TypeShape | null, property: string | null): readonly Place[] {
  if (shape?.kind === 'union') return shape.options.flatMap((option) => placesInShape(option, property));
  if (shape?.kind !== 'object') return [];
  return shape.fields.flatMap(({ name, at }) => (at && (property === null || name === property) ? [at] : []));
}

/** `trackEvent (src/analytics.ts:4)`, as evidence is written. */
function placesInText(evidence: string): readonly Line[] {
  return [...evidence.matchAll(/([^\s()]+):(\d+)\b/g)].map(([, file = '', line]) => ({
    file,
    line: Number(line),
  }));
}
