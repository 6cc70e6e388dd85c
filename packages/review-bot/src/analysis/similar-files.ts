import type { SnapshotFile } from '../code/snapshot.js';

/** Git's own threshold for a rename. https://git-scm.com/docs/git-diff#Documentation/git-diff.txt--Mn */
const MIN_SIMILARITY = 0.5;
/** Beyond so many files on either side nothing is compared, as git does it. */
const MAX_FILES = 1_000;
/** A line that so many files have says nothing about where one of them came from. */
const MAX_FILES_WITH_LINE = 50;

/**
 * Pairs files that are gone with new ones that have at least half of their lines, the most alike first.
 * @returns new path → the file that it was
 */
export function pairSimilar(
  removed: readonly SnapshotFile[],
  added: readonly SnapshotFile[],
  textOf: (file: SnapshotFile) => string | null,
): ReadonlyMap<string, SnapshotFile> {
  if (removed.length === 0 || removed.length > MAX_FILES || added.length > MAX_FILES) return new Map();
  const old = removed.flatMap((file) => describe(file, textOf));
  const filesWithLine = new Map<string, Described[]>();
  for (const each of old) {
    for (const line of each.lines.keys()) {
      const files = filesWithLine.get(line);
      if (files) files.push(each);
      else filesWithLine.set(line, [each]);
    }
  }
  const candidates = added
    .flatMap((file) => describe(file, textOf))
    .flatMap((file) => similarTo(file, filesWithLine));
  const paired = new Map<string, SnapshotFile>();
  const used = new Set<SnapshotFile>();
  for (const { file, before } of candidates.sort((a, b) => b.similarity - a.similarity)) {
    if (used.has(before) || paired.has(file.path)) continue;
    used.add(before);
    paired.set(file.path, before);
  }
  return paired;
}

interface Described {
  readonly file: SnapshotFile;
  /** How often each line occurs. */
  readonly lines: ReadonlyMap<string, number>;
  readonly characters: number;
}

interface Candidate {
  readonly file: SnapshotFile;
  readonly before: SnapshotFile;
  readonly similarity: number;
}

function describe(file: SnapshotFile, textOf: (file: SnapshotFile) => string | null): readonly Described[] {
  const text = textOf(file);
  if (text === null || text === '') return [];
  const lines = new Map<string, number>();
  for (const line of text.split('\n')) lines.set(line, (lines.get(line) ?? 0) + 1);
  return [{ file, lines, characters: text.length }];
}

/** Similarity is the share of the larger text that both have in common, counted in whole lines. */
function similarTo(
  { file, lines, characters }: Described,
  filesWithLine: ReadonlyMap<string, readonly Described[]>,
): readonly Candidate[] {
  const shared = new Map<Described, number>();
  for (const [line, count] of lines) {
    const files = filesWithLine.get(line) ?? [];
    if (files.length > MAX_FILES_WITH_LINE) continue;
    for (const each of files) {
      const both = Math.min(count, each.lines.get(line) ?? 0) * (line.length + 1);
      shared.set(each, (shared.get(each) ?? 0) + both);
    }
  }
  return [...shared].flatMap(([before, both]) => {
    const similarity = both / Math.max(characters, before.characters);
    return similarity >= MIN_SIMILARITY ? [{ file, before: before.file, similarity }] : [];
  });
}
