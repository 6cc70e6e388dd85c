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
import { basename, join } from 'node:path';
import { once } from '../source/once.js';
import type { ModuleSummary } from './summary.js';

/** Part of the cache's name: changes whenever summaries of the same text change. */
const SUMMARY_VERSION = 7;

/** Remembers summaries by content between runs. A cache that cannot be read or written is no cache, never an error. */
export interface SummaryCache {
  get(path: string, text: string): ModuleSummary | null;
  set(path: string, text: string, summary: ModuleSummary): void;
  /** Writes what is new. */
  save(): void;
}

/** Summaries that are kept; older ones that the run did not use make room. */
const ENTRY_LIMIT = 2_000;

/** Each run adds a pack with what is new; from so many on they are put together. */
const PACK_LIMIT = 12;

/** Equal texts under different paths are different modules: what is known of an expression is known of one module's. */
const keyOf = (path: string, text: string): string =>
  createHash('sha1').update(path).update('\0').update(text).digest('base64url');

/** Where each summary lies: number of the pack, offset and length in bytes. */
interface PackIndex {
  /** Names of files; an index and a pack of different runs never meet. */
  readonly packs: readonly string[];
  readonly places: Readonly<Record<string, Place>>;
}

type Place = readonly [pack: number, offset: number, length: number];

interface Packs {
  readonly index: PackIndex;
  read(key: string): string | null;
}

/** Packs can be large, and a run needs little of them, so that only what is asked for is read. */
function openPacks(directory: string, indexFile: string): Packs {
  const index = readIndex(indexFile);
  const places = new Map(Object.entries(index.places));
  const descriptors = new Map<number, number>();
  const descriptorOf = (pack: number): number => {
    let known = descriptors.get(pack);
    if (known === undefined) {
      known = openSync(join(directory, index.packs[pack] ?? ''), 'r');
      descriptors.set(pack, known);
    }
    return known;
  };
  return {
    index,
    read(key) {
      const place = places.get(key);
      if (!place) return null;
      const [pack, offset, length] = place;
      try {
        const bytes = Buffer.alloc(length);
        return readSync(descriptorOf(pack), bytes, 0, length, offset) === length
          ? bytes.toString('utf8')
          : null;
      } catch {
        return null;
      }
    },
  };
}

function readIndex(indexFile: string): PackIndex {
  try {
    return JSON.parse(readFileSync(indexFile, 'utf8')) as PackIndex;
  } catch {
    return { packs: [], places: {} };
  }
}

function parseSummary(json: string | null): ModuleSummary | null {
  try {
    return json === null ? null : (JSON.parse(json) as ModuleSummary);
  } catch {
    return null;
  }
}

/** A cache in files of a directory, packs and an index; the names carry the version of the summaries' form. */
export function createSummaryCache(directory: string): SummaryCache {
  const indexFile = join(directory, `summaries-${SUMMARY_VERSION}.json`);
  const used = new Map<string, ModuleSummary>();
  const added = new Set<string>();
  const packs = once(() => openPacks(directory, indexFile));

  return {
    get(path, text) {
      const key = keyOf(path, text);
      const summary = used.get(key) ?? parseSummary(packs().read(key));
      if (summary) used.set(key, summary);
      return summary;
    },
    set(path, text, summary) {
      const key = keyOf(path, text);
      used.set(key, summary);
      added.add(key);
      // An editor makes a new summary with every edit.
      const [oldest] = used.keys();
      if (used.size > ENTRY_LIMIT && oldest !== undefined) {
        used.delete(oldest);
        added.delete(oldest);
      }
    },
    save() {
      if (added.size === 0) return;
      const known = packs();
      const { index } = known;
      const count = Object.keys(index.places).length + added.size;
      const isFull = index.packs.length >= PACK_LIMIT || count > ENTRY_LIMIT;
      const texts = new Map([...(isFull ? used.keys() : added)].map((key) => [key, textOf(key)]));
      if (isFull) {
        for (const key of Object.keys(index.places)) {
          if (texts.size >= ENTRY_LIMIT) break;
          const text = texts.has(key) ? null : known.read(key);
          if (text !== null) texts.set(key, text);
        }
      }
      writePack(directory, indexFile, isFull ? { packs: [], places: {} } : index, texts);
      added.clear();
    },
  };

  function textOf(key: string): string {
    return JSON.stringify(used.get(key));
  }
}

/** Adds a pack. The index comes last, so that whoever reads meanwhile finds the old packs or all of them. */
function writePack(
  directory: string,
  indexFile: string,
  before: PackIndex,
  texts: ReadonlyMap<string, string>,
): void {
  const name = `summaries-${SUMMARY_VERSION}-${process.pid}-${Date.now()}.pack`;
  const places: Record<string, Place> = { ...before.places };
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [key, text] of texts) {
    const bytes = Buffer.from(text);
    places[key] = [before.packs.length, offset, bytes.length];
    offset += bytes.length;
    parts.push(bytes);
  }
  const temporary = `${indexFile}.${process.pid}`;
  const packs = [...before.packs, name];
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, name), Buffer.concat(parts));
    writeFileSync(temporary, JSON.stringify({ packs, places } satisfies PackIndex));
    renameSync(temporary, indexFile);
    if (before.packs.length === 0) removeOthers(directory, new Set([name, basename(indexFile)]));
  } catch {
    rmSync(temporary, { force: true });
    rmSync(join(directory, name), { force: true });
  }
}

function removeOthers(directory: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(directory))
    if (/^summaries-.*\.(?:pack|json|txt)$/.test(name) && !kept.has(name))
      rmSync(join(directory, name), { force: true });
}
