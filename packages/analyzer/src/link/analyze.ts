import picomatch from 'picomatch';
import type { Notice } from '../review/review.js';
import { SdkRegistry } from '../sdks/index.js';
import { isCode, once } from '../source/index.js';
import type { FilePath, Source } from '../source/source.js';
import type { TypeShape } from '../types/shape.js';
import type { TypeOracle } from '../types/type-oracle.js';
import { createTypeScriptOracle } from '../types/typescript-oracle.js';
import { ValueShapes } from '../types/value-shape.js';
import type { Analysis, Analyze, ModuleEvaluator } from './analysis.js';
import type { TrackingCall } from './call.js';
import { createCodeIndex } from './code-index.js';
import { FactStore } from './fact-store.js';
import { createLazyGraph } from './lazy-graph.js';
import type { LazyGraph, UnreadFile } from './lazy-graph.js';
import { linkProject } from './link-project.js';
import { readOnlyModule } from './link-record.js';
import type { LinkRecord } from './link-record.js';
import { positionOf } from './position.js';
import { createModuleResolver } from './resolve-module.js';
import type { ModuleResolver } from './resolve-module.js';
import type { Value } from './value.js';

/** Tests call trackers with made-up data and mocks; nothing of it reaches Mixpanel. */
const TEST_FILE =
  /(?:^|\/)(?:__tests__|__mocks__|e2e|cypress|playwright|test|tests|spec)\/|\.(?:test|spec|e2e|cy|stories|story)\.[cm]?[jt]sx?$/;

/**
 * In a process that lives on, states of which no file was added or removed resolve imports alike: an earlier state with
 * other manifests is none to start from.
 */
const RESOLVERS = new WeakMap<LinkRecord, ModuleResolver>();

/** Finds and describes every tracking call of a source. Reads through the source alone and runs nothing. */
export const analyze: Analyze = (source, options) => {
  const isIgnored =
    options.config.ignore.length > 0 ? picomatch([...options.config.ignore]) : (): boolean => false;
  const codeFiles = source
    .list()
    .map((entry) => entry.path)
    .filter(isCode);
  const isReviewed = (file: FilePath): boolean =>
    isCode(file) && source.has(file) && !TEST_FILE.test(file) && !isIgnored(file);
  const { earlier = null } = options;
  const resolver =
    (earlier?.movesFiles === false && RESOLVERS.get(earlier.record)) || createModuleResolver(source);
  const linked = linkProject(
    createLazyGraph(source, options.summaries ?? null, resolver),
    source,
    new SdkRegistry(options.config.vendors, options.config.trackers),
    {
      usePrefilter: options.usePrefilter !== false,
      codeFiles,
      isReviewed,
      isTest: (file) => TEST_FILE.test(file),
      ...(options.onProgress
        ? { onProgress: (stage, done, total) => options.onProgress?.({ stage, done, total }) }
        : {}),
    },
    earlier,
  );
  const { graph, finder, record } = linked;
  const { ev } = finder;
  const facts = new FactStore(earlier?.facts ?? new Map(), linked.settled);
  const createOracle = options.createOracle ?? createTypeScriptOracle;
  const types = options.useTypes ? openTypes(source, linked.calls, facts, createOracle) : null;
  const shapes = new ValueShapes(ev, types?.ask ?? null);
  const textOf = (file: FilePath): string =>
    (graph.isLoaded(file) ? graph.load(file)?.text : null) ?? source.read(file) ?? '';
  const mentioning = [...record.modules].flatMap(([file, { mentionsTracker }]) =>
    mentionsTracker ? [file] : [],
  );

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
    code: createCodeIndex(finder, mentioning.filter(isReviewed).sort(), packagesIn(record), isReviewed),
    evaluator,
    settled: linked.settled,
    facts,
    notices: [...record.unread.map(unreadNotice), ...(types?.notices ?? [])],
    stats: { files: codeFiles.length, parsed: mentioning.length },
    typeOf: (value) => shapes.of(value),
    textAt: (place) => textOf(place.file).slice(place.start, place.end),
    lineAt: (place) => positionOf(textOf(place.file), place.start).line,
    position: (file, offset) => positionOf(textOf(file), offset),
    snapshot() {
      if (!linked.isReusable) return null;
      const whole = withLoaded(record, graph);
      RESOLVERS.set(whole, resolver);
      const typeFiles = [...(types?.files ?? []), ...(earlier?.typeFiles ?? [])];
      return { record: whole, facts: facts.entries(), typeFiles };
    },
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
  facts: FactStore,
  createOracle: (source: Source) => TypeOracle,
): {
  readonly ask: (value: Value) => TypeShape | null;
  readonly notices: readonly Notice[];
  /** Files of the source that the compiler has read; grows. */
  readonly files: ReadonlySet<FilePath>;
} {
  const files = new Set<FilePath>();
  const open = new Set<Value>(calls.flatMap((call) => call.open.map((flow) => flow.value)));
  if (open.size === 0) return { ask: () => null, notices: [], files };
  const oracle = createOracle({
    ...source,
    read: (path) => {
      files.add(path);
      return source.read(path);
    },
  });
  const announce = once(() => oracle.expect([...new Set([...open].map((value) => value.at.file))].sort()));
  const { ok, reason } = oracle.available;
  const notice: Notice = { kind: 'types-missing', file: null, line: null, message: reason ?? '' };
  const typeAt = ({ at }: Value): TypeShape | null =>
    facts.of(at.file, `type ${at.start}-${at.end}`, () => {
      announce();
      return oracle.typeAt(at);
    });
  return {
    ask: (value) => (open.has(value) ? typeAt(value) : null),
    notices: ok || reason === null ? [] : [notice],
    files,
  };
}

function packagesIn({ modules }: LinkRecord): readonly string[] {
  const names = new Set<string>();
  for (const { mentionsTracker, imports } of modules.values()) {
    if (mentionsTracker) for (const { specifier, file } of imports) if (file === null) names.add(specifier);
  }
  return [...names].sort();
}

/** The record with the modules that only the rules have read, so that a change of them is noticed, too. */
function withLoaded(record: LinkRecord, graph: LazyGraph): LinkRecord {
  const modules = new Map(record.modules);
  for (const module of graph.loaded())
    if (!modules.has(module.file)) modules.set(module.file, readOnlyModule(module, graph));
  return { ...record, modules };
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

function unreadNotice({ file, reason }: UnreadFile): Notice {
  const message = `${file} was not reviewed because it cannot be parsed: ${reason}.`;
  return { kind: 'unparsed', file, line: null, message };
}
