import { compareSources, isReadable } from '@tracklint/analyzer';
import type { Changes, FileBefore, Source } from '@tracklint/analyzer';
import type { Snapshot, SnapshotFile } from '../code/snapshot.js';
import type { BlobTexts } from './blob-texts.js';
import { pairSimilar } from './similar-files.js';

/**
 * What differs between two commits, without the limits that GitHub's own comparison has (300 files, or 3,000, and 20,000
 * lines: https://docs.github.com/en/rest/commits/commits).
 * @param source the head, for the lines of what is asked about
 */
export function compareSnapshots(base: Snapshot, head: Snapshot, source: Source, texts: BlobTexts): Changes {
  const textOf = (file: SnapshotFile): string | null => {
    const found = isReadable(file.path) ? texts.get(file.blob) : null;
    return found?.kind === 'text' ? found.text : null;
  };
  const changed = changedFiles(base, head, textOf);
  return compareSources(source, ({ path, id }) => textOf({ path, blob: id }), changed);
}

/** Path now → what the file was before (null: new), of each file that differs; deleted files are left out. */
export function changedFiles(
  base: Snapshot,
  head: Snapshot,
  textOf: (file: SnapshotFile) => string | null,
): ReadonlyMap<string, FileBefore | null> {
  const before = new Map(base.files.map((file) => [file.path, file]));
  const now = new Set(head.files.map(({ path }) => path));
  const removed = base.files.filter(({ path }) => !now.has(path));
  const added = head.files.filter(({ path }) => !before.has(path));
  const renamed = findRenames(removed, added, textOf);
  const changed = new Map<string, FileBefore | null>();
  for (const file of head.files) {
    const old = before.get(file.path) ?? renamed.get(file.path) ?? null;
    if (old === null) changed.set(file.path, null);
    else if (old.path !== file.path || old.blob !== file.blob) {
      changed.set(file.path, { path: old.path, id: old.blob });
    }
  }
  return changed;
}

/** First the files that only moved, those that kept their name before others; then those that are alike. */
function findRenames(
  removed: readonly SnapshotFile[],
  added: readonly SnapshotFile[],
  textOf: (file: SnapshotFile) => string | null,
): ReadonlyMap<string, SnapshotFile> {
  const byBlob = new Map<string, SnapshotFile[]>();
  for (const file of removed) byBlob.set(file.blob, [...(byBlob.get(file.blob) ?? []), file]);
  const used = new Set<SnapshotFile>();
  const renamed = new Map<string, SnapshotFile>();
  const pair = (file: SnapshotFile, accepts: (old: SnapshotFile) => boolean): void => {
    const old = byBlob.get(file.blob)?.find((each) => !used.has(each) && accepts(each));
    if (!old || renamed.has(file.path)) return;
    used.add(old);
    renamed.set(file.path, old);
  };
  for (const file of added) pair(file, (old) => nameOf(old) === nameOf(file));
  for (const file of added) pair(file, () => true);
  const similar = pairSimilar(
    removed.filter((file) => !used.has(file)),
    added.filter(({ path }) => !renamed.has(path)),
    textOf,
  );
  for (const [path, old] of similar) renamed.set(path, old);
  return renamed;
}

const nameOf = ({ path }: SnapshotFile): string => path.slice(path.lastIndexOf('/') + 1);
