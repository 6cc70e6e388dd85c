import { maskKeyedValues } from '../review/mask-keyed-values.js';
import { maskPersonalValues, maskStrings } from '../review/mask-values.js';
import type { Finding } from '../review/review.js';

export interface FrameLine {
  /** 1-based; null for the line that marks the place. */
  readonly line: number | null;
  readonly text: string;
  /** True for the lines that the finding is about. */
  readonly isMarked: boolean;
}

/** The place and the rule of a finding. */
export type FramedPlace = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'rule'>;

export interface FrameOptions {
  /** Room for the text of one line, in characters. */
  readonly width: number;
  readonly context: number;
  /** Lines of the place itself that are shown at most. */
  readonly maxLines: number;
}

/**
 * The lines around a place, with a line of carets under its first one. Personal values are masked; long lines are cut
 * so that the place stays visible. Empty if the text is not known.
 */
export function codeFrame(
  lines: readonly string[],
  range: FramedPlace,
  options: FrameOptions,
): readonly FrameLine[] {
  if (range.line > lines.length) return [];
  const last = Math.min(range.endLine, range.line + options.maxLines - 1, lines.length);
  const from = Math.max(1, range.line - options.context);
  const to = Math.min(lines.length, range.endLine > last ? last : last + options.context);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const spanOf = (line: number): Span => spanOn(lines[line - 1] ?? '', line, range);
  const window = cutWindow(spanOf(range.line), options.width);
  const frame = numbers.flatMap((line): readonly FrameLine[] => {
    const isMarked = line >= range.line && line <= last;
    const span = spanOf(line);
    const shown: FrameLine = { line, text: cut(span.text, window), isMarked };
    return line === range.line ? [shown, { line: null, text: carets(span, window), isMarked }] : [shown];
  });
  return withoutOuterBlanks(frame);
}

/** What this rule reports must not be printed, whatever it looks like. */
const SECRET_RULE = 'no-exposed-secret';

interface Span {
  /** The whole line with tabs replaced and values masked. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Window {
  readonly start: number;
  readonly width: number;
}

function spanOn(raw: string, line: number, range: FramedPlace): Span {
  const isSecret = range.rule === SECRET_RULE && line >= range.line && line <= range.endLine;
  const clean = (code: string): string => {
    const masked = maskPersonalValues(maskKeyedValues(code.replace(/\t/g, '  ')));
    return isSecret ? maskStrings(masked) : masked;
  };
  const text = clean(raw);
  const start = line === range.line ? clean(raw.slice(0, range.column - 1)).length : 0;
  const isEnd = line === range.endLine;
  const end = isEnd ? clean(raw.slice(0, range.endColumn - 1)).length : text.trimEnd().length;
  return { text, start: Math.min(start, text.length), end: Math.max(Math.min(end, text.length), start + 1) };
}

/** Moves right only as far as needed to show the start of the place with a little in front of it. */
function cutWindow({ text, start, end }: Span, width: number): Window {
  if (text.length <= width || Math.min(end, start + 20) <= width) return { start: 0, width };
  return { start: Math.max(0, start - 8), width };
}

function cut(text: string, { start, width }: Window): string {
  const isCutLeft = start > 0 && text.length > start;
  const shown = text.slice(start, start + width);
  const isCutRight = text.length > start + width;
  return `${isCutLeft ? '…' : ''}${shown.slice(isCutLeft ? 1 : 0, isCutRight ? width - 1 : width)}${isCutRight ? '…' : ''}`;
}

function carets({ start, end }: Span, window: Window): string {
  const left = start - window.start;
  return ' '.repeat(Math.max(0, left)) + '^'.repeat(Math.max(1, Math.min(end - start, window.width - left)));
}

function withoutOuterBlanks(frame: readonly FrameLine[]): readonly FrameLine[] {
  const isBlank = (line: FrameLine | undefined): boolean =>
    !!line && !line.isMarked && line.text.trim() === '';
  return frame.slice(isBlank(frame[0]) ? 1 : 0, isBlank(frame.at(-1)) ? -1 : undefined);
}
