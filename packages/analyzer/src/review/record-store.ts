import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Config } from '../config/config.js';
import { writeCacheFile } from '../source/cache-file.js';
import type { EngineOptions } from './judge-state.js';
import type { StateRecord } from './state-record.js';

/**
 * A working tree changes all the time, a commit never, and the editor judges without a compiler; so that they do not drive
 * each other out, each has a place.
 */
type Slot = 'tree' | 'editor' | 'commit';

/** What was judged: the working tree, on the command line or in an editor, or the commit with that id. */
export type JudgedTree = 'tree' | 'editor' | { readonly commit: string };

export interface StoredState {
  readonly state: StateRecord;
  /** Null: the working tree, or the index. */
  readonly commit: string | null;
}

/** Remembers states that were judged between runs. A store that cannot be read or written is none, never an error. */
export interface RecordStore {
  /** A state that is likely to be near to the one that is going to be judged, made with the same configuration. */
  load(tree: JudgedTree, config: Config, engine: EngineOptions): StoredState | null;
  /** Null: nothing can start from the state that was judged, so nothing is kept. */
  save(tree: JudgedTree, config: Config, engine: EngineOptions, state: StateRecord | null): void;
}

/** Part of the files' names: changes whenever the form of records does. */
const RECORD_VERSION = 2;

interface Stored extends StoredState {
  /** What the record was made with; anything else makes it worthless. */
  readonly made: string;
}

/**
 * A store in files of a directory.
 * @param root the repository; the types of the packages that are installed there are part of a record
 */
export function createRecordStore(directory: string, root: string): RecordStore {
  const fileOf = (slot: Slot): string => join(directory, `state-${RECORD_VERSION}-${slot}.bin`);
  const slotOf = (tree: JudgedTree): Slot => (typeof tree === 'string' ? tree : 'commit');
  const loaded = new Map<Slot, StateRecord>();
  const read = (slot: Slot, made: string): StoredState | null => {
    try {
      const stored = deserialize(readFileSync(fileOf(slot))) as Stored;
      if (stored.made !== made) return null;
      loaded.set(slot, stored.state);
      return stored;
    } catch {
      return null;
    }
  };
  return {
    load(tree, config, engine) {
      const made = madeWith(config, engine, root);
      const slot = slotOf(tree);
      return read(slot, made) ?? (slot === 'editor' ? null : read(slot === 'tree' ? 'commit' : 'tree', made));
    },
    save(tree, config, engine, state) {
      const slot = slotOf(tree);
      const known = loaded.get(slot);
      if (state === null || (known && isSameState(known, state))) return;
      const commit = typeof tree === 'string' ? null : tree.commit;
      const file = fileOf(slot);
      const stored: Stored = { made: madeWith(config, engine, root), state, commit };
      if (writeCacheFile(file, serialize(stored))) loaded.set(slot, state);
    },
  };
}

function isSameState(a: StateRecord, b: StateRecord): boolean {
  if (a.files.size !== b.files.size) return false;
  for (const [path, id] of a.files) if (b.files.get(path) !== id) return false;
  return true;
}

/** Everything besides the code that a record rests on: this program, its options, and the installed packages. */
function madeWith(config: Config, { useTypes, usePrefilter, rules }: EngineOptions, root: string): string {
  const program = writtenAt(fileURLToPath(import.meta.url));
  const packages = INSTALL_MARKERS.map((marker) => writtenAt(join(root, marker)));
  const names = rules?.map(({ name }) => name) ?? 'all';
  const parts = [program, process.version, config, useTypes, usePrefilter ?? true, names, packages];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What package managers write when they have installed. */
const INSTALL_MARKERS = [
  'node_modules',
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'node_modules/.yarn-integrity',
  'node_modules/.yarn-state.yml',
] as const;

function writtenAt(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  return status ? `${status.mtimeMs} ${status.size}` : '';
}
