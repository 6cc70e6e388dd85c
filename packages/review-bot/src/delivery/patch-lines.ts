/** A run of lines of the new file that GitHub shows in a diff. 1-based, both ends included. */
export interface Hunk {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines of the new file on which GitHub takes a comment: those of its own diff, changed or around a change.
 * @param patch the hunks of one file as `pulls/files` gives them
 */
export function hunksOf(patch: string): readonly Hunk[] {
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, start, count]) => {
    const first = Number(start);
    const lines = count === undefined ? 1 : Number(count);
    return lines === 0 ? [] : [{ first, last: first + lines - 1 }];
  });
}

/** The hunk that holds all lines from one to another, or null. */
export function hunkAround(hunks: readonly Hunk[], first: number, last: number): Hunk | null {
  return hunks.find((hunk) => first >= hunk.first && last <= hunk.last) ?? null;
}
