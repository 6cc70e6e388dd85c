import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FilePath } from '@tracklint/analyzer';

/**
 * Notices changes on disk without listing the whole tree: of the files whose content matters, and of the folders, whose
 * time of writing says that a file was added or removed.
 */
export interface DiskWatch {
  /** Watched files that were written since the last look, or `moved` if a file was added or removed. */
  look(): { readonly written: readonly FilePath[]; readonly moved: boolean };
}

/**
 * @param root absolute
 * @param files whose content matters
 * @param tree every file of the tree; their folders are watched
 */
export function watchDisk(root: string, files: Iterable<FilePath>, tree: Iterable<FilePath>): DiskWatch {
  const stamps = new Map([...new Set(files)].map((file) => [file, writtenAt(join(root, file))]));
  const folders = new Map<string, string>();
  for (const file of tree) {
    const folder = dirname(file);
    if (!folders.has(folder)) folders.set(folder, writtenAt(join(root, folder)));
  }
  return {
    look() {
      const written: FilePath[] = [];
      for (const [file, stamp] of stamps) {
        const now = writtenAt(join(root, file));
        if (now === stamp) continue;
        stamps.set(file, now);
        written.push(file);
      }
      let moved = false;
      for (const [folder, stamp] of folders) {
        const now = writtenAt(join(root, folder));
        if (now === stamp) continue;
        folders.set(folder, now);
        moved = true;
      }
      return { written, moved };
    },
  };
}

/** Changes whenever a file is written; for a folder, whenever an entry of it is added or removed. */
export function writtenAt(path: string): string {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    return status ? `${status.mtimeMs}:${status.size}:${status.ino}` : 'absent';
  } catch {
    // A path below a file, or one that may not be read, is not there either.
    return 'absent';
  }
}
