import { diffArrays } from 'diff/lib/diff/array.js';
import type { FilePath, Source } from '../source/source.js';

/** Beyond this many edits two texts count as entirely different; the time grows with their square. */
const MAX_EDITS = 1_000;

/** How the lines of one changed file relate to its text before. All lines are 1-based. */
export interface FileChange {
  /** Null for a file that is new. */
  readonly oldPath: FilePath | null;
  /** The line before the change, or null if this line was added or changed. */
  toOldLine(line: number): number | null;
  /** Changed or added lines, and the lines after which something was deleted; ascending. */
  readonly changedLines: readonly number[];
}

/** The difference between two states of the code. */
export interface Changes {
  /** Null if the file is the same in both states (then it also has the same path). */
  file(path: FilePath): FileChange | null;
  readonly paths: readonly FilePath[];
}

/** A file as it was before the change. */
export interface FileBefore {
  readonly path: FilePath;
  /** Identity of the content. */
  readonly id: string;
}

/**
 * @param readBefore the text of a file before the change, or null if it is not readable as text
 * @param changed path now → what it was before (null: new) of each file that differs, deleted files left out
 */
export function compareSources(
  head: Source,
  readBefore: (file: FileBefore) => string | null,
  changed: ReadonlyMap<FilePath, FileBefore | null>,
): Changes {
  const computed = new Map<FilePath, FileChange>();
  return {
    paths: [...changed.keys()],
    file(path) {
      const before = changed.get(path);
      if (before === undefined) return null;
      let change = computed.get(path);
      if (!change) {
        const oldText = before && readBefore(before);
        change = compareTexts(
          oldText === null ? null : (before?.path ?? null),
          oldText ?? '',
          head.read(path) ?? '',
        );
        computed.set(path, change);
      }
      return change;
    },
  };
}

export function compareTexts(oldPath: FilePath | null, before: string, after: string): FileChange {
  const newLines = linesOf(after);
  const parts =
    oldPath === null ? undefined : diffArrays(linesOf(before), newLines, { maxEditLength: MAX_EDITS });
  if (!parts) {
    return { oldPath, toOldLine: () => null, changedLines: newLines.map((_, index) => index + 1) };
  }
  const oldLines = new Map<number, number>();
  const changedLines = new Set<number>();
  let oldLine = 1;
  let newLine = 1;
  for (const part of parts) {
    const count = part.value.length;
    if (part.removed) {
      changedLines.add(Math.min(newLine, Math.max(1, newLines.length)));
      oldLine += count;
    } else if (part.added) {
      for (let i = 0; i < count; i += 1) changedLines.add(newLine + i);
      newLine += count;
    } else {
      for (let i = 0; i < count; i += 1) oldLines.set(newLine + i, oldLine + i);
      oldLine += count;
      newLine += count;
    }
  }
  return {
    oldPath,
    toOldLine: (line) => oldLines.get(line) ?? null,
    changedLines: [...changedLines].sort((a, b) => a - b),
  };
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
