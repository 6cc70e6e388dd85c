import type { FilePath } from '../source/source.js';
import type { MetadataSink } from './action-metadata.js';
import type { ModuleCalls } from './collect-calls.js';
import { readersOf } from './flow-table.js';
import type { FlowRecord } from './flow-table.js';
import type { UnreadFile } from './lazy-graph.js';
import type { Module, ModuleGraph } from './module-graph.js';

/** What linking found in one state of the code, module by module: plain data that the next state can start from. */
export interface LinkRecord {
  /** Names that lead to trackers; every file that mentions one was read. */
  readonly words: readonly string[];
  readonly modules: ReadonlyMap<FilePath, LinkedModule>;
  readonly flows: readonly FlowRecord[];
  readonly sinks: readonly MetadataSink[];
  /** Files that could not be parsed. */
  readonly unread: readonly UnreadModule[];
}

export interface UnreadModule extends UnreadFile {
  /** Otherwise it was only asked for because another file needs something of it. */
  readonly mentionsTracker: boolean;
}

export interface LinkedModule {
  /** The text mentions a tracker; otherwise the file was only read because another one needed something of it. */
  readonly mentionsTracker: boolean;
  readonly imports: readonly LinkedImport[];
  /** Leading names that its exports, types and assignments add. */
  readonly words: readonly string[];
  readonly calls: ModuleCalls;
}

export interface LinkedImport {
  readonly specifier: string;
  /** Null for packages outside the repository and for what is not there. */
  readonly file: FilePath | null;
}

/**
 * Modules whose part of a record can rest on the given files: those that reach one of them over imports, or over values
 * that flow into their code. The given files are among them if they are in the record.
 */
export function dependentsOf(record: LinkRecord, files: Iterable<FilePath>): ReadonlySet<FilePath> {
  const dependents = new Map<FilePath, FilePath[]>();
  const add = (on: FilePath, dependent: FilePath): void => {
    const known = dependents.get(on);
    if (known) known.push(dependent);
    else dependents.set(on, [dependent]);
  };
  for (const [path, { imports }] of record.modules)
    for (const { file } of imports) if (file !== null) add(file, path);
  for (const flow of record.flows) {
    const { file: reader } = readersOf(flow);
    if (reader !== null) for (const file of flow.by) add(file, reader);
  }
  const found = new Set<FilePath>();
  const queue = [...files];
  const seen = new Set(queue);
  for (const file of queue) {
    if (record.modules.has(file)) found.add(file);
    for (const dependent of dependents.get(file) ?? []) {
      if (seen.has(dependent)) continue;
      seen.add(dependent);
      queue.push(dependent);
    }
  }
  return found;
}

/** A module that was read only because another one needed something of it. */
export function readOnlyModule(module: Module, graph: ModuleGraph): LinkedModule {
  return {
    mentionsTracker: false,
    imports: importsOf(module, graph),
    words: [],
    calls: { calls: [], inits: [], waiting: [], called: [] },
  };
}

export function importsOf(module: Module, graph: ModuleGraph): readonly LinkedImport[] {
  return module.summary.imports.map(({ specifier }) => {
    const target = graph.resolve(module.file, specifier);
    return { specifier, file: target.kind === 'file' ? target.path : null };
  });
}
