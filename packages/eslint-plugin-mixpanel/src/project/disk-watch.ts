import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FilePath } from '@tracklint/analyzer';

export interface DiskChange {
  /** Files that were written since they were looked at last. */
  readonly written: readonly FilePath[];
  /** True if a file was added or removed. */
  readonly moved: boolean;
}

/**
 * Notices changes on disk without listing the whole tree: of files, and of the folders, whose time of writing says that an
 * entry was added or removed.
 */
export interface DiskWatch {
  /** Starts to watch, from what lies there now. What is watched already keeps its time. */
  watch(tree: Iterable<FilePath>): void;
  /** What happened to these files and to any folder; `all` is every file that is watched. */
  look(files: Iterable<FilePath> | 'all'): DiskChange;
}

interface Watched {
  /** Absolute. Kept, because a look at thousands of files shall cost little more than asking the disk. */
  readonly path: string;
  modified: number;
  size: number;
  inode: number;
}

/** @param root absolute */
export function createDiskWatch(root: string): DiskWatch {
  let files = new Map<FilePath, Watched>();
  let folders = new Map<string, Watched>();

  const watched = (path: string): Watched => {
    const one = { path: join(root, path), modified: 0, size: 0, inode: 0 };
    hasChanged(one);
    return one;
  };

  return {
    watch(tree) {
      const known = { files, folders };
      files = new Map();
      folders = new Map();
      for (const file of tree) {
        files.set(file, known.files.get(file) ?? watched(file));
        // Folders that hold only folders too: a new package is a new entry of one.
        for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) {
          folders.set(folder, known.folders.get(folder) ?? watched(folder));
        }
      }
    },
    look(wanted) {
      const written: FilePath[] = [];
      for (const file of wanted === 'all' ? files.keys() : wanted) {
        const one = files.get(file);
        if (one && hasChanged(one)) written.push(file);
      }
      let moved = false;
      for (const folder of folders.values()) if (hasChanged(folder)) moved = true;
      return { written, moved };
    },
  };
}

function hasChanged(one: Watched): boolean {
  const status = statSync(one.path, { throwIfNoEntry: false });
  const { mtimeMs, size, ino } = status ?? ABSENT;
  if (mtimeMs === one.modified && size === one.size && ino === one.inode) return false;
  one.modified = mtimeMs;
  one.size = size;
  one.inode = ino;
  return true;
}

const ABSENT = { mtimeMs: -1, size: -1, ino: -1 };

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
