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

/** One line for each summary: the key, a tab, and the summary as JSON, which is parsed only when it is asked for. */
function readPack(file: string): Map<string, string> {
  const lines = new Map<string, string>();
  try {
    const text = readFileSync(file, 'utf8');
    for (
      let start = 0, end = text.indexOf('\n');
      end >= 0;
      start = end + 1, end = text.indexOf('\n', start)
    ) {
      const tab = text.indexOf('\t', start);
      if (tab > start && tab < end) lines.set(text.slice(start, tab), text.slice(tab + 1, end));
    }
  } catch {
    // No pack yet, or one that cannot be read: everything is summarised anew.
  }
  return lines;
}

function parseSummary(json: string | undefined): ModuleSummary | null {
  try {
    return json === undefined ? null : (JSON.parse(json) as ModuleSummary);
  } catch {
    return null;
  }
}

/** A cache in one file of a directory; its name carries the version of the summaries' form. */
export function createSummaryCache(directory: string): SummaryCache {
  const file = join(directory, `summaries-${SUMMARY_VERSION}.txt`);
  let pack: Map<string, string> | null = null;
  const used = new Map<string, ModuleSummary>();
  let isChanged = false;
  const lines = (): Map<string, string> => (pack ??= readPack(file));

  return {
    get(path, text) {
      const key = keyOf(path, text);
      const summary = used.get(key) ?? parseSummary(lines().get(key));
      if (summary) used.set(key, summary);
      return summary;
    },
    set(path, text, summary) {
      used.set(keyOf(path, text), summary);
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      const kept = new Map([...used].map(([key, summary]) => [key, JSON.stringify(summary)]));
      for (const [key, json] of lines()) {
        if (kept.size >= ENTRY_LIMIT) break;
        if (!kept.has(key)) kept.set(key, json);
      }
      const temporary = `${file}.${process.pid}`;
      try {
        mkdirSync(directory, { recursive: true });
        writeFileSync(temporary, [...kept].map(([key, json]) => `${key}\t${json}\n`).join(''));
        renameSync(temporary, file);
        isChanged = false;
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}
