import { createHash } from 'node:crypto';
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { once } from '../source/once.js';
import type { ModuleSummary } from './summary.js';

/** Part of the cache's name: changes whenever summaries of the same text change. */
const SUMMARY_VERSION = 6;

/** Remembers summaries by content between runs. A cache that cannot be read or written is no cache, never an error. */
export interface SummaryCache {
  get(path: string, text: string): ModuleSummary | null;
  set(path: string, text: string, summary: ModuleSummary): void;
  /** Writes what is new. */
  save(): void;
}

/** Summaries that are kept; older ones that the run did not use make room. */
const ENTRY_LIMIT = 2_000;

/** Equal texts under different paths are different modules: what is known of an expression is known of one module's. */
const keyOf = (path: string, text: string): string =>
  createHash('sha1').update(path).update('\0').update(text).digest('base64url');

/** Where each summary lies in a pack: offset and length in bytes. */
interface PackIndex {
  /** Name of the pack; an index and a pack of different runs never meet. */
  readonly pack: string;
  readonly places: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

interface Pack {
  readonly keys: readonly string[];
  read(key: string): string | null;
}

const EMPTY: Pack = { keys: [], read: () => null };

/** A pack can be large, and a run needs little of it, so that only what is asked for is read. */
function openPack(directory: string, indexFile: string): Pack {
  try {
    const { pack, places } = JSON.parse(readFileSync(indexFile, 'utf8')) as PackIndex;
    const descriptor = openSync(join(directory, pack), 'r');
    const known = new Map(Object.entries(places));
    return {
      keys: [...known.keys()],
      read(key) {
        const place = known.get(key);
        if (!place) return null;
        const bytes = Buffer.alloc(place[1]);
        return readSync(descriptor, bytes, 0, place[1], place[0]) === place[1]
          ? bytes.toString('utf8')
          : null;
      },
    };
  } catch {
    return EMPTY;
  }
}

function parseSummary(json: string | null): ModuleSummary | null {
  try {
    return json === null ? null : (JSON.parse(json) as ModuleSummary);
  } catch {
    return null;
  }
}

/** A cache in two files of a directory, a pack and its index; the names carry the version of the summaries' form. */
export function createSummaryCache(directory: string): SummaryCache {
  const indexFile = join(directory, `summaries-${SUMMARY_VERSION}.json`);
  const used = new Map<string, ModuleSummary>();
  let isChanged = false;
  const opened = once(() => openPack(directory, indexFile));

  return {
    get(path, text) {
      const key = keyOf(path, text);
      const summary = used.get(key) ?? parseSummary(opened().read(key));
      if (summary) used.set(key, summary);
      return summary;
    },
    set(path, text, summary) {
      used.set(keyOf(path, text), summary);
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      const texts = new Map([...used].map(([key, summary]) => [key, JSON.stringify(summary)]));
      for (const key of opened().keys) {
        if (texts.size >= ENTRY_LIMIT) break;
        const text = texts.has(key) ? null : opened().read(key);
        if (text !== null) texts.set(key, text);
      }
      isChanged = !writePack(directory, indexFile, texts);
    },
  };
}

/** True if it was written. The index comes last, so that whoever reads meanwhile finds the old pack or the new one. */
function writePack(directory: string, indexFile: string, texts: ReadonlyMap<string, string>): boolean {
  const pack = `summaries-${SUMMARY_VERSION}-${process.pid}-${Date.now()}.pack`;
  const places: Record<string, readonly [number, number]> = {};
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [key, text] of texts) {
    const bytes = Buffer.from(text);
    places[key] = [offset, bytes.length];
    offset += bytes.length;
    parts.push(bytes);
  }
  const temporary = `${indexFile}.${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, pack), Buffer.concat(parts));
    writeFileSync(temporary, JSON.stringify({ pack, places } satisfies PackIndex));
    renameSync(temporary, indexFile);
    for (const name of readdirSync(directory))
      if (
        /^summaries-.*\.(?:pack|json|txt)$/.test(name) &&
        name !== pack &&
        join(directory, name) !== indexFile
      )
        rmSync(join(directory, name), { force: true });
    return true;
  } catch {
    rmSync(temporary, { force: true });
    rmSync(join(directory, pack), { force: true });
    return false;
  }
}
