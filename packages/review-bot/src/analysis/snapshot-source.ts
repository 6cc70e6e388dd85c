import { CONFIG_FILES, fileKind, isCode, isReadable } from '@tracklint/analyzer';
import type { FileEntry, SkippedFile, Source } from '@tracklint/analyzer';
import type { Snapshot, SnapshotFile } from '../code/snapshot.js';
import type { BlobTexts } from './blob-texts.js';

/** A commit as the analyzer reads it: every text comes from the blob store. */
export function snapshotSource(snapshot: Snapshot, texts: BlobTexts): Source {
  const files = [...snapshot.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const blobs = new Map(files.flatMap(({ path, blob }) => (isReadable(path) ? [[path, blob] as const] : [])));
  const entries = [...blobs].map(([path, blob]): FileEntry => ({ path, contentId: blob }));
  const code = entries.filter(({ path }) => isCode(path)).map(({ path }) => path);
  return {
    label: `commit ${snapshot.commit.slice(0, 7)}`,
    list: () => entries,
    has: (path) => blobs.has(path),
    read(path) {
      const blob = blobs.get(path);
      const found = blob === undefined ? null : texts.get(blob);
      return found?.kind === 'text' ? found.text : null;
    },
    search: (words, { ignoreCase }) =>
      code.filter((path) => texts.matches(blobs.get(path) ?? '', { words, ignoreCase })),
    skipped(among = code) {
      const asked = new Set(among);
      return files.flatMap(({ path, blob }): readonly SkippedFile[] => {
        if (fileKind(path) === 'generated') return [{ path, reason: 'generated' }];
        const found = isCode(path) && asked.has(path) ? texts.get(blob) : null;
        return found?.kind === 'skipped' ? [{ path, reason: found.reason }] : [];
      });
    },
  };
}

const isConfig = ({ path }: SnapshotFile): boolean => CONFIG_FILES.some((name) => name === path);

/** A snapshot with the configuration files of another one in place of its own. */
export const withConfigOf = (snapshot: Snapshot, policy: Snapshot): Snapshot => ({
  commit: snapshot.commit,
  files: [...snapshot.files.filter((file) => !isConfig(file)), ...policy.files.filter(isConfig)],
});
