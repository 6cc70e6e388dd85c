import type { ModuleEvaluator } from '../link/analysis.js';
import type { Place, Value } from '../link/value.js';
import type { PlanIssue } from './plan.js';

/** Longest piece of source text that a message quotes, in characters. */
const QUOTE_LIMIT = 60;

/** What one reading of a plan has met so far: the code it reads, and what it could not read. */
export interface PlanReading {
  readonly evaluator: ModuleEvaluator;
  readonly issues: PlanIssue[];
}

/** 1-based line of an offset. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Source text of a place; empty if the file cannot be read. */
export const sourceText = (reading: PlanReading, at: Place): string =>
  (reading.evaluator.text(at.file) ?? '').slice(at.start, at.end);

/** The text of an expression on one line, short enough for a message. */
export function quote(reading: PlanReading, at: Place): string {
  const text = sourceText(reading, at).replace(/\s+/g, ' ').trim();
  return text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT - 1)}…` : text;
}

/** Notes that something could not be read. Places inside shared schemas are noted once. */
export function noteIssue(
  reading: PlanReading,
  at: Place,
  message: string,
  more: Pick<PlanIssue, 'hidesEvents'> = {},
): void {
  const isKnown = reading.issues.some(
    (issue) => issue.at?.file === at.file && issue.at.start === at.start && issue.message === message,
  );
  if (isKnown) return;
  const text = reading.evaluator.text(at.file);
  const line = text === null ? null : lineOf(text, at.start);
  reading.issues.push({ at, file: at.file, line, message, ...more });
}

/** Notes a part of the plan that may hold events, although nobody can say which. */
export function noteHiddenEvents(reading: PlanReading, at: Place, what: 'spread' | 'event name'): void {
  const known = `The ${what} \`${quote(reading, at)}\` in the plan is not known without running it`;
  noteIssue(reading, at, `${known}, so events that the rest does not have are not reported.`, {
    hidesEvents: true,
  });
}

/** A known string, or null. */
export const literalString = (value: Value | null | undefined): string | null =>
  value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;

/** Plain data (`{ owner: 'growth', aliases: ['x'] }`) as JavaScript values; what is not known is left out. */
export function plainData(value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'array':
      return value.items.map(plainData).filter((item) => item !== undefined);
    case 'object': {
      const data: Record<string, unknown> = {};
      for (const entry of value.entries) {
        if (entry.kind === 'property') data[entry.key] = plainData(entry.value);
      }
      return data;
    }
    default:
      return undefined;
  }
}
