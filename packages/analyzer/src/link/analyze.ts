import picomatch from 'picomatch';
import type { Notice } from '../review/review.js';
import { SdkRegistry } from '../sdks/index.js';
import { isCode } from '../source/index.js';
import { createSummaryCache } from '../summary/summary-cache.js';
import type { FilePath, Source } from '../source/source.js';
import type { TypeShape } from '../types/shape.js';
import { createTypeScriptOracle } from '../types/typescript-oracle.js';
import { ValueShapes } from '../types/value-shape.js';
import type { Analysis, Analyze, ModuleEvaluator } from './analysis.js';
import type { TrackingCall } from './call.js';
import { createCodeIndex } from './code-index.js';
import { createLazyGraph } from './lazy-graph.js';
import { linkProject } from './link-project.js';
import { positionOf } from './position.js';
import type { Value } from './value.js';

/** Tests call trackers with made-up data and mocks; nothing of it reaches Mixpanel. */
const TEST_FILE =
  /(?:^|\/)(?:__tests__|__mocks__|e2e|cypress|playwright|test|tests|spec)\/|\.(?:test|spec|e2e|cy|stories|story)\.[cm]?[jt]sx?$/;

/** Finds and describes every tracking call of a source. Reads through the source alone and runs nothing. */
export const analyze: Analyze = (source, options) => {
  const isIgnored =
    options.config.ignore.length > 0 ? picomatch([...options.config.ignore]) : (): boolean => false;
  const codeFiles = source
    .list()
    .map((entry) => entry.path)
    .filter(isCode);
  const reviewed = new Set(codeFiles.filter((file) => !TEST_FILE.test(file) && !isIgnored(file)));
  const cache = options.cacheDirectory === null ? null : createSummaryCache(options.cacheDirectory);
  const graph = createLazyGraph(source, cache);
  const linked = linkProject(
    graph,
    source,
    new SdkRegistry(options.config.vendors, options.config.trackers),
    {
      usePrefilter: options.usePrefilter !== false,
      codeFiles,
      isReviewed: (file) => reviewed.has(file),
      ...(options.onProgress
        ? { onProgress: (stage, done, total) => options.onProgress?.({ stage, done, total }) }
        : {}),
    },
  );
  cache?.save();
  const { ev } = linked.finder;
  const modules = graph.loaded();
  const types = options.useTypes ? openTypes(source, linked.calls) : null;
  const shapes = new ValueShapes(ev, types?.ask ?? null);
  const textOf = (file: FilePath): string => graph.load(file)?.text ?? source.read(file) ?? '';

  const evaluator: ModuleEvaluator = {
    exported: (file, name) => ev.exported(file, name),
    exportNames: (file) => exportNames(graph, file, new Set()),
    member: (value, name) => ev.member(value, name, value.at),
    resolve: (from, specifier) => {
      const target = graph.resolve(from, specifier);
      return target.kind === 'file' ? target.path : null;
    },
    text: (file) => graph.load(file)?.text ?? source.read(file),
  };

  const analysis: Analysis = {
    source,
    project: { calls: linked.calls, inits: linked.inits },
    code: createCodeIndex(
      linked.finder,
      modules.filter((module) => reviewed.has(module.file)),
    ),
    evaluator,
    notices: [...noticesOf(graph.unread(), source.skipped?.() ?? []), ...(types?.notices ?? [])],
    stats: { files: codeFiles.length, parsed: modules.length },
    typeOf: (value) => shapes.of(value),
    textAt: (place) => textOf(place.file).slice(place.start, place.end),
    lineAt: (place) => positionOf(textOf(place.file), place.start).line,
    position: (file, offset) => positionOf(textOf(file), offset),
  };
  return analysis;
};

/**
 * The compiler is asked only about what is still open after linking: whole objects and spreads whose fields no
 * declaration in the read files shows.
 */
function openTypes(
  source: Source,
  calls: readonly TrackingCall[],
): { readonly ask: (value: Value) => TypeShape | null; readonly notices: readonly Notice[] } {
  const open = new Set<Value>(calls.flatMap((call) => call.open.map((flow) => flow.value)));
  if (open.size === 0) return { ask: () => null, notices: [] };
  const oracle = createTypeScriptOracle(source);
  oracle.expect([...new Set([...open].map((value) => value.at.file))].sort());
  const { ok, reason } = oracle.available;
  const notice: Notice = { kind: 'types-missing', file: null, line: null, message: reason ?? '' };
  return {
    ask: (value) => (open.has(value) ? oracle.typeAt(value.at) : null),
    notices: ok || reason === null ? [] : [notice],
  };
}

function exportNames(
  graph: ReturnType<typeof createLazyGraph>,
  file: FilePath,
  seen: Set<FilePath>,
): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const names = new Set<string>();
  for (const entry of graph.load(file)?.summary.exports ?? []) {
    if (entry.kind === 'assignment') names.add('default');
    else if (entry.kind !== 'all') names.add(entry.name);
    else {
      const target = graph.resolve(file, entry.specifier);
      if (target.kind === 'file')
        exportNames(graph, target.path, seen).forEach((name) => name !== 'default' && names.add(name));
    }
  }
  return [...names].sort();
}

function noticesOf(
  unread: readonly { readonly file: FilePath; readonly reason: string }[],
  skipped: readonly { readonly path: FilePath; readonly reason: 'large' | 'generated' }[],
): readonly Notice[] {
  const failed = unread.map(({ file, reason }): Notice => ({
    kind: 'unparsed',
    file,
    line: null,
    message: `${file} was not reviewed because it cannot be parsed: ${reason}.`,
  }));
  const left = skipped.map(({ path, reason }): Notice => ({
    kind: reason === 'large' ? 'skipped-large' : 'skipped-generated',
    file: path,
    line: null,
    message:
      reason === 'large'
        ? `${path} was not reviewed because it is over 1 MB.`
        : `${path} was not reviewed because a tool generated it.`,
  }));
  return [...failed, ...left];
}
