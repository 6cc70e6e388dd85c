import { parseModule } from '../parse/parse.js';
import type { FilePath, Source } from '../source/source.js';
import { summarise } from '../summary/summarise.js';
import type { SummaryCache } from '../summary/summary-cache.js';
import type { ModuleSummary } from '../summary/summary.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { createModuleResolver } from './resolve-module.js';

export interface UnreadFile {
  readonly file: FilePath;
  readonly reason: string;
}

export interface LazyGraph extends ModuleGraph {
  /** Files that could not be parsed, sorted by path. */
  unread(): readonly UnreadFile[];
}

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** JSON modules export their data. */
function jsonSummary(text: string): string {
  return `export default ${text}`;
}

/** A module graph that reads and parses a file when it is first asked for. */
export function createLazyGraph(source: Source, cache: SummaryCache | null): LazyGraph {
  const modules = new Map<FilePath, Module | null>();
  const failures = new Map<FilePath, string>();
  const resolver = createModuleResolver(source);

  const summariseText = (file: FilePath, text: string): ModuleSummary | null => {
    const cached = cache?.get(file, text);
    if (cached) return cached;
    const isData = file.endsWith('.json');
    const code = isData ? jsonSummary(text) : text;
    const parsed = parseModule(isData ? `${file}.js` : file, code);
    if (parsed.kind === 'failed') {
      if (!isData) failures.set(file, parsed.reason);
      return null;
    }
    try {
      const summary = summarise(parsed.program, code);
      cache?.set(file, text, summary);
      return summary;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      failures.set(file, 'the code is nested too deeply');
      return null;
    }
  };

  const load = (file: FilePath): Module | null => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const text = CODE.test(file) || file.endsWith('.json') ? source.read(file) : null;
    const summary = text === null ? null : summariseText(file, text);
    const module = text === null || summary === null ? null : { file, text, summary };
    modules.set(file, module);
    return module;
  };

  return {
    load,
    isLoaded: (file) => modules.get(file) !== undefined && modules.get(file) !== null,
    resolve: (from, specifier) => resolver.resolve(from, specifier),
    loaded: () =>
      [...modules.values()]
        .filter((module) => module !== null)
        .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    unread: () =>
      [...failures].map(([file, reason]) => ({ file, reason })).sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
