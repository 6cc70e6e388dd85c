import { parseModule } from '../parse/parse.js';
import type { FilePath, Source } from '../source/source.js';
import { summarise } from '../summary/summarise.js';
import type { SummaryCache } from '../summary/summary-cache.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { createModuleResolver } from './resolve-module.js';
import type { ModuleResolver } from './resolve-module.js';

export interface UnreadFile {
  readonly file: FilePath;
  readonly reason: string;
}

export interface LazyGraph extends ModuleGraph {
  /** Files that could not be parsed, sorted by path. */
  unread(): readonly UnreadFile[];
  /** The same graph with nothing loaded; what was parsed is not parsed again. */
  reopen(): LazyGraph;
}

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** JSON modules export their data. */
function jsonSummary(text: string): string {
  return `export default ${text}`;
}

/** A module graph that reads and parses a file when it is first asked for. */
export function createLazyGraph(
  source: Source,
  cache: SummaryCache | null,
  resolver: ModuleResolver = createModuleResolver(source),
): LazyGraph {
  const read = new Map<FilePath, ReadModule>();

  const readModule = (file: FilePath): ReadModule => {
    let known = read.get(file);
    if (!known) read.set(file, (known = summariseFile(source, cache, file)));
    return known;
  };

  const open = (): LazyGraph => {
    const modules = new Map<FilePath, ReadModule>();
    return {
      load(file) {
        let known = modules.get(file);
        if (!known) modules.set(file, (known = readModule(file)));
        return known.module;
      },
      isLoaded: (file) => (modules.get(file)?.module ?? null) !== null,
      resolve: (from, specifier) => resolver.resolve(from, specifier),
      loaded: () =>
        [...modules.values()]
          .flatMap(({ module }) => module ?? [])
          .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
      unread: () =>
        [...modules]
          .flatMap(([file, { reason }]) => (reason === null ? [] : [{ file, reason }]))
          .sort((a, b) => (a.file < b.file ? -1 : 1)),
      reopen: open,
    };
  };
  return open();
}

interface ReadModule {
  readonly module: Module | null;
  /** Why there is none although there is text. */
  readonly reason: string | null;
}

const ABSENT: ReadModule = { module: null, reason: null };

function summariseFile(source: Source, cache: SummaryCache | null, file: FilePath): ReadModule {
  const text = CODE.test(file) || file.endsWith('.json') ? source.read(file) : null;
  if (text === null) return ABSENT;
  const cached = cache?.get(file, text);
  if (cached) return { module: { file, text, summary: cached }, reason: null };
  const isData = file.endsWith('.json');
  const code = isData ? jsonSummary(text) : text;
  const parsed = parseModule(isData ? `${file}.js` : file, code);
  if (parsed.kind === 'failed') return { module: null, reason: isData ? null : parsed.reason };
  try {
    const summary = summarise(parsed.program, code);
    cache?.set(file, text, summary);
    return { module: { file, text, summary }, reason: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { module: null, reason: 'the code is nested too deeply' };
  }
}
