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
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  return isRecord(value) ? value : null;
}
