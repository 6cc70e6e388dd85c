import type { ModuleSummary } from '../summary/summary.js';
import type { FilePath } from '../source/source.js';
import type { ResolvedModule } from './resolve-module.js';
import type { EntityKey, Place } from './value.js';

/** One parsed module with what is needed to point into its text. */
export interface Module {
  readonly file: FilePath;
  readonly text: string;
  readonly summary: ModuleSummary;
}

/** Gives modules by path, parsing them on first use, and resolves specifiers. */
export interface ModuleGraph {
  /** Null if the file is absent, skipped or cannot be parsed. */
  load(file: FilePath): Module | null;
  /** True if the file was asked for and could be read. */
  isLoaded(file: FilePath): boolean;
  resolve(from: FilePath, specifier: string): ResolvedModule;
  /** Every module loaded so far, sorted by path. */
  loaded(): readonly Module[];
}

export const functionKey = (file: FilePath, index: number): EntityKey => `${file}#f${index}`;
export const classKey = (file: FilePath, index: number): EntityKey => `${file}#c${index}`;

/** The file and the table index of a key. */
export function parseKey(key: EntityKey): { readonly file: FilePath; readonly index: number } {
  const hash = key.lastIndexOf('#');
  return { file: key.slice(0, hash), index: Number(key.slice(hash + 2)) };
}

export const placeOf = (file: FilePath, node: { start: number; end: number }): Place => ({
  file,
  start: node.start,
  end: node.end,
});
