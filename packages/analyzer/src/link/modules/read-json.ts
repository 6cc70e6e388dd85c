import { parse } from 'jsonc-parser';
import type { FilePath, Source } from '../../source/source.js';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in a JSON file (comments and trailing commas allowed), or null if there is none. */
export function readJson(source: Pick<Source, 'read'>, file: FilePath): JsonRecord | null {
  const text = source.read(file);
  if (text === null) return null;
  const value = parseJson(text);
  return isRecord(value) ? value : null;
}

/** Nearly all of it is plain JSON, and Node reads that several times faster. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text, [], { allowTrailingComma: true });
  }
}
