import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Config } from '../config/config.js';
import type { EngineOptions } from './judge-state.js';
import type { StateRecord } from './state-record.js';

/** Remembers the state that was judged last between runs. A store that cannot be read or written is none, never an error. */
export interface RecordStore {
  load(config: Config, engine: EngineOptions): StateRecord | null;
  /** Null: nothing can start from the state that was judged, so nothing is kept. */
  save(config: Config, engine: EngineOptions, record: StateRecord | null): void;
}

/** Part of the file's name: changes whenever the form of records does. */
const RECORD_VERSION = 1;

interface Stored {
  /** What the record was made with; anything else makes it worthless. */
  readonly made: string;
  readonly record: StateRecord;
}

/**
 * A store in one file of a directory.
 * @param root the repository; the types of the packages that are installed there are part of a record
 */
export function createRecordStore(directory: string, root: string): RecordStore {
  const file = join(directory, `state-${RECORD_VERSION}.bin`);
  let loaded: StateRecord | null = null;
  return {
    load(config, engine) {
      try {
        const stored = deserialize(readFileSync(file)) as Stored;
        loaded = stored.made === madeWith(config, engine, root) ? stored.record : null;
      } catch {
        loaded = null;
      }
      return loaded;
    },
    save(config, engine, record) {
      if (record === null || (loaded && isSameState(loaded, record))) return;
      const temporary = `${file}.${process.pid}`;
      try {
        mkdirSync(directory, { recursive: true });
        writeFileSync(
          temporary,
          serialize({ made: madeWith(config, engine, root), record } satisfies Stored),
        );
        renameSync(temporary, file);
        loaded = record;
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}

function isSameState(a: StateRecord, b: StateRecord): boolean {
  if (a.files.size !== b.files.size) return false;
  for (const [path, id] of a.files) if (b.files.get(path) !== id) return false;
  return true;
}

/** Everything besides the code that a record rests on: this program, its options, and the installed packages. */
function madeWith(config: Config, { useTypes, usePrefilter }: EngineOptions, root: string): string {
  const program = writtenAt(fileURLToPath(import.meta.url));
  const packages = INSTALL_MARKERS.map((marker) => writtenAt(join(root, marker)));
  const parts = [program, process.version, config, useTypes, usePrefilter ?? true, packages];
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
