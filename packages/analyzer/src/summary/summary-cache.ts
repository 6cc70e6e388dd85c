import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { removeCacheFile, writeCacheFile } from '../source/cache-file.js';
import type { ModuleSummary } from './summary.js';

/** Part of the cache's name: changes whenever summaries of the same text change. */
const SUMMARY_VERSION = 8;

/** Remembers summaries by content between runs. A cache that cannot be read or written is no cache, never an error. */
export interface SummaryCache {
  get(path: string, text: string): ModuleSummary | null;
  set(path: string, text: string, summary: ModuleSummary): void;
  /** Writes what is new. */
  save(): void;
}

/** Paths whose summaries are kept in memory. */
const MEMORY_LIMIT = 2_000;

/** Each run adds a pack with what is new; from so many on they are put together, without what is past these limits. */
const PACK_LIMIT = 12;
/**
 * Newest texts of one path: of the working tree, the index and some commits that one goes back to. An editor makes a new
 * one with every key.
 */
const TEXTS_PER_PATH = 4;
/** Putting packs together writes so much at most, in one go. */
const BYTE_LIMIT = 64 * 1024 * 1024;

const hash = (text: string): string => createHash('sha1').update(text).digest('base64url');

/**
 * The hash of the path, which says what a text replaces, and that of the text. Equal texts under different paths are
 * different modules: what is known of an expression is known of one module's.
 */
const keyOf = (path: string, text: string): string => `${hash(path)} ${hash(text)}`;
const pathOf = (key: string): string => key.slice(0, key.indexOf(' '));

/** Where each summary lies: number of the pack, offset and length in bytes. */
interface PackIndex {
  /** Names of files; an index and a pack of different runs never meet. */
  readonly packs: readonly string[];
  /** From old to new. */
  readonly places: Readonly<Record<string, Place>>;
}

type Place = readonly [pack: number, offset: number, length: number];

interface Packs {
  readonly index: PackIndex;
  read(key: string): Buffer | null;
  close(): void;
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
        return readSync(descriptorOf(pack), bytes, 0, length, offset) === length ? bytes : null;
      } catch {
        return null;
      }
    },
    close() {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
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

function parseSummary(json: Buffer | null): ModuleSummary | null {
  try {
    return json === null ? null : (JSON.parse(json.toString('utf8')) as ModuleSummary);
  } catch {
    return null;
  }
}

/** A cache in files of a directory, packs and an index; the names carry the version of the summaries' form. */
export function createSummaryCache(directory: string): SummaryCache {
  const indexFile = join(directory, `summaries-${SUMMARY_VERSION}.json`);
  /** What was asked for or made: of each path the newest texts, paths from old to new. */
  const used = new Map<string, Map<string, ModuleSummary>>();
  /** What is not written yet, from old to new. */
  const added = new Map<string, ModuleSummary>();
  let opened: Packs | null = null;
  const packs = (): Packs => (opened ??= openPacks(directory, indexFile));

  return {
    get(path, text) {
      const key = keyOf(path, text);
      const known = used.get(path)?.get(key);
      if (known) return known;
      const summary = parseSummary(packs().read(key));
      if (summary) keep(path, key, summary);
      return summary;
    },
    set(path, text, summary) {
      const key = keyOf(path, text);
      added.set(key, summary);
      keep(path, key, summary);
    },
    save() {
      if (added.size === 0) return;
      // This process or another one may have written since.
      close();
      const { index, read } = packs();
      const isFull = index.packs.length >= PACK_LIMIT;
      const earlier = isFull ? Object.keys(index.places).filter((key) => !added.has(key)) : [];
      const summaries = newest([...earlier, ...added.keys()], (key) => {
        const summary = added.get(key);
        return summary ? Buffer.from(JSON.stringify(summary)) : read(key);
      });
      writePack(directory, indexFile, isFull ? { packs: [], places: {} } : index, summaries);
      close();
      added.clear();
    },
  };

  function keep(path: string, key: string, summary: ModuleSummary): void {
    const texts = used.get(path) ?? new Map<string, ModuleSummary>();
    used.delete(path);
    used.set(path, texts);
    texts.set(key, summary);
    const [oldestText] = texts.keys();
    if (texts.size > TEXTS_PER_PATH && oldestText !== undefined) drop(texts, oldestText);
    const [oldestPath] = used.keys();
    if (used.size <= MEMORY_LIMIT || oldestPath === undefined) return;
    const others = used.get(oldestPath) ?? new Map<string, ModuleSummary>();
    for (const other of [...others.keys()]) drop(others, other);
    used.delete(oldestPath);
  }

  function drop(texts: Map<string, ModuleSummary>, key: string): void {
    texts.delete(key);
    added.delete(key);
  }

  function close(): void {
    opened?.close();
    opened = null;
  }
}

/** What is worth keeping of summaries from old to new, in that order. */
function newest(keys: readonly string[], read: (key: string) => Buffer | null): ReadonlyMap<string, Buffer> {
  const kept: [string, Buffer][] = [];
  const texts = new Map<string, number>();
  let size = 0;
  for (const key of keys.toReversed()) {
    const count = texts.get(pathOf(key)) ?? 0;
    const bytes = count < TEXTS_PER_PATH ? read(key) : null;
    if (!bytes) continue;
    size += bytes.length;
    if (size > BYTE_LIMIT) break;
    texts.set(pathOf(key), count + 1);
    kept.push([key, bytes]);
  }
  return new Map(kept.reverse());
}

/** Adds a pack. The index comes last, so that whoever reads meanwhile finds the old packs or all of them. */
function writePack(
  directory: string,
  indexFile: string,
  before: PackIndex,
  summaries: ReadonlyMap<string, Buffer>,
): void {
  const name = `summaries-${SUMMARY_VERSION}-${process.pid}-${Date.now()}.pack`;
  const places: Record<string, Place> = { ...before.places };
  let offset = 0;
  for (const [key, bytes] of summaries) {
    places[key] = [before.packs.length, offset, bytes.length];
    offset += bytes.length;
  }
  const index: PackIndex = { packs: [...before.packs, name], places };
  const pack = join(directory, name);
  const isWritten =
    writeCacheFile(pack, Buffer.concat([...summaries.values()])) &&
    writeCacheFile(indexFile, JSON.stringify(index));
  if (!isWritten) removeCacheFile(pack);
  else if (before.packs.length === 0) removeOthers(directory, new Set([name, basename(indexFile)]));
}

function removeOthers(directory: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(directory))
    if (/^summaries-.*\.(?:pack|json|txt)$/.test(name) && !kept.has(name))
      removeCacheFile(join(directory, name));
}
