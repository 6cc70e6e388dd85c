import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleSummary } from './summary.js';

/** Part of the cache's name: changes whenever summaries of the same text change. */
const SUMMARY_VERSION = 4;

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

function readPack(file: string): Map<string, ModuleSummary> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, ModuleSummary>));
  } catch {
    return new Map();
  }
}

/** A cache in one file of a directory; its name carries the version of the summaries' form. */
export function createSummaryCache(directory: string): SummaryCache {
  const file = join(directory, `summaries-${SUMMARY_VERSION}.json`);
  let known: Map<string, ModuleSummary> | null = null;
  const used = new Map<string, ModuleSummary>();
  let isChanged = false;
  const entries = (): Map<string, ModuleSummary> => (known ??= readPack(file));

  return {
    get(path, text) {
      const key = keyOf(path, text);
      const summary = used.get(key) ?? entries().get(key) ?? null;
      if (summary) used.set(key, summary);
      return summary;
    },
    set(path, text, summary) {
      used.set(keyOf(path, text), summary);
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      for (const [key, summary] of entries()) {
        if (used.size >= ENTRY_LIMIT) break;
        if (!used.has(key)) used.set(key, summary);
      }
      const temporary = `${file}.${process.pid}`;
      try {
        mkdirSync(directory, { recursive: true });
        writeFileSync(temporary, JSON.stringify(Object.fromEntries(used)));
        renameSync(temporary, file);
        isChanged = false;
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}
