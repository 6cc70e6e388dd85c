import type { Place } from '../link/value.js';

export interface TextRange {
  /** All 1-based; the end column is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Positions {
  range(place: Place): TextRange;
  /** The lines of a file; `[]` if its text is not known. */
  lines(file: string): readonly string[];
}

/** Turns offsets into lines and columns, for the texts that a review carries. */
export function createPositions(texts: ReadonlyMap<string, string>): Positions {
  const lineStarts = new Map<string, readonly number[]>();
  const lines = new Map<string, readonly string[]>();
  const startsOf = (file: string): readonly number[] => {
    let starts = lineStarts.get(file);
    if (!starts) lineStarts.set(file, (starts = findLineStarts(texts.get(file) ?? '')));
    return starts;
  };
  const position = (file: string, offset: number): { line: number; column: number } => {
    const starts = startsOf(file);
    const next = starts.findIndex((start) => start > offset);
    const line = next === -1 ? starts.length : next;
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
  return {
    range({ file, start, end }) {
      const first = position(file, start);
      const last = position(file, end);
      return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
    },
    lines(file) {
      let found = lines.get(file);
      if (!found)
        lines.set(file, (found = texts.has(file) ? (texts.get(file) ?? '').split(/\r\n|\n|\r/) : []));
      return found;
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}
