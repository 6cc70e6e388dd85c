import { isDeepStrictEqual } from 'node:util';
import type { SdkRegistry } from '../sdks/index.js';
import { isCode } from '../source/reviewable.js';
import { searchFiles } from '../source/search-text.js';
import type { FilePath, Source } from '../source/source.js';
import type { EffectFinder } from './effects.js';
import { readersOf } from './flow-table.js';
import type { FlowRecord } from './flow-table.js';
import type { Flows } from './flows.js';
import type { LazyGraph } from './lazy-graph.js';
import { dependentsOf } from './link-record.js';
import type { LinkedModule, LinkRecord } from './link-record.js';
import { Linker } from './linker.js';
import type { LinkOptions } from './linker.js';

/** An earlier state of the code, linked, and how the state that is linked now differs from it. */
export interface EarlierLink {
  readonly record: LinkRecord;
  /** Files whose text differs, new and removed ones included. */
  readonly changed: ReadonlySet<FilePath>;
  /** True if files were added or removed, so that specifiers can lead elsewhere. */
  readonly movesFiles: boolean;
}

export interface Relinked {
  readonly graph: LazyGraph;
  readonly finder: EffectFinder;
  readonly record: LinkRecord;
  /** Modules whose part of the record is the earlier one's. */
  readonly settled: ReadonlySet<FilePath>;
}

/** If more modules than this share have to be looked at again, starting from nothing is as fast. */
const MAX_DEPENDENT_SHARE = 0.6;

/** Each attempt takes in what the one before it disturbed. */
const MAX_ATTEMPTS = 6;

/**
 * Links a state of the code from the record of an earlier one: only modules that a change can reach are looked at again.
 * The result is what linking from nothing gives. Null if that has to be done, because the change reaches too far.
 */
export function relink(
  graph: LazyGraph,
  source: Source,
  sdks: SdkRegistry,
  options: LinkOptions,
  earlier: EarlierLink,
): Relinked | null {
  const { record, changed } = earlier;
  const mentioning = filesMentioning(
    [...changed].filter((file) => source.has(file)),
    source,
    sdks,
    record,
  );
  const moved = earlier.movesFiles ? modulesLedElsewhere(graph, record, changed) : [];
  // Whether somebody still asks for a file that cannot be read shows only when it is asked for again.
  const asked = record.unread.flatMap(({ file, mentionsTracker }) => (mentionsTracker ? [] : [file]));
  let seeds = new Set([...changed, ...moved, ...asked]);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const dependents = reachedBy(seeds, record, source);
    if (dependents.size > record.modules.size * MAX_DEPENDENT_SHARE) return null;
    const result = attemptRelink(graph.reopen(), source, sdks, options, {
      record,
      changed,
      dependents,
      mentioning,
    });
    if (result === null || 'finder' in result) return result;
    seeds = new Set([...seeds, ...result.disturbed]);
  }
  return null;
}

/**
 * Every module whose part can rest on the given files, also over what they assign to globals and members, provide or
 * listen to: every module that mentions the name can read that.
 */
function reachedBy(seeds: ReadonlySet<FilePath>, record: LinkRecord, source: Source): ReadonlySet<FilePath> {
  const searched = new Set<string>();
  let reached = dependentsOf(record, seeds);
  for (;;) {
    const words = record.flows.flatMap((flow) => {
      const { word } = readersOf(flow);
      const isNew = word !== null && !searched.has(word);
      return isNew && flow.by.some((file) => reached.has(file) || seeds.has(file)) ? [word] : [];
    });
    if (words.length === 0) return reached;
    words.forEach((word) => searched.add(word));
    const mentioning = source.search([...new Set(words)], { ignoreCase: false });
    reached = dependentsOf(record, [
      ...seeds,
      ...reached,
      ...mentioning.filter((file) => record.modules.has(file)),
    ]);
  }
}

interface Attempt {
  readonly record: LinkRecord;
  readonly changed: ReadonlySet<FilePath>;
  /** Modules that are looked at again. */
  readonly dependents: ReadonlySet<FilePath>;
  /** Changed files that mention a tracker now. */
  readonly mentioning: readonly FilePath[];
}

function attemptRelink(
  graph: LazyGraph,
  source: Source,
  sdks: SdkRegistry,
  options: LinkOptions,
  { record, changed, dependents, mentioning }: Attempt,
): Relinked | { readonly disturbed: readonly FilePath[] } | null {
  const settled = new Set([...record.modules.keys()].filter((file) => !dependents.has(file)));
  // Every object of the code can be what a middleware tracks.
  if (record.sinks.some(({ effect }) => !settled.has(effect.sdkCall.file))) return null;
  const linker = new Linker(graph, source, sdks, options, settled, record.words);
  linker.flows.restore(
    record.flows.map((flow) => ({ ...flow, by: flow.by.filter((file) => settled.has(file)) })),
    record.sinks,
  );
  const unchanged = [...dependents].filter(
    (file) => !changed.has(file) && record.modules.get(file)?.mentionsTracker === true,
  );
  linker.read([...mentioning, ...unchanged].sort());
  const { finder, disturbed } = linker.link();
  if (disturbed.length > 0) return { disturbed };
  const { flows } = linker;
  if (flows.sinks().length !== record.sinks.length || flows.hasOverflowed) return null;
  const affected = readersOfDifference(record.flows, flows.records(), settled, source);
  if (affected.length > 0) return { disturbed: affected };

  const fresh = linker.record(finder);
  const kept = new Map<FilePath, LinkedModule>();
  for (const [file, module] of record.modules) if (settled.has(file)) kept.set(file, module);
  const modules = new Map([...kept, ...fresh.modules]);
  if (hasLostWords(record, flows, modules, sdks)) return null;
  const again = new Set(fresh.unread.map(({ file }) => file));
  const unread = record.unread.filter(
    ({ file, mentionsTracker }) =>
      mentionsTracker && !changed.has(file) && source.has(file) && !again.has(file),
  );
  return {
    graph,
    finder,
    settled,
    record: {
      words: fresh.words,
      modules,
      flows: flows.records(),
      sinks: flows.sinks(),
      unread: [...unread, ...fresh.unread].sort((a, b) => (a.file < b.file ? -1 : 1)),
    },
  };
}

function filesMentioning(
  files: readonly FilePath[],
  source: Source,
  sdks: SdkRegistry,
  { words }: LinkRecord,
): readonly FilePath[] {
  const code = files.filter(isCode);
  return [
    ...new Set([
      ...searchFiles(source, code, sdks.words, { ignoreCase: true }),
      ...searchFiles(source, code, words, { ignoreCase: false }),
    ]),
  ];
}

/** Modules one of whose imports leads to another file than before. */
function modulesLedElsewhere(
  graph: LazyGraph,
  { modules }: LinkRecord,
  changed: ReadonlySet<FilePath>,
): readonly FilePath[] {
  return [...modules].flatMap(([from, { imports }]) => {
    const isElsewhere = ({ specifier, file }: LinkedModule['imports'][number]): boolean => {
      const target = graph.resolve(from, specifier);
      return (target.kind === 'file' ? target.path : null) !== file;
    };
    return !changed.has(from) && imports.some(isElsewhere) ? [from] : [];
  });
}

/** Settled modules that read a flow which is another one now. */
function readersOfDifference(
  before: readonly FlowRecord[],
  after: readonly FlowRecord[],
  settled: ReadonlySet<FilePath>,
  source: Source,
): readonly FilePath[] {
  const old = groupByTarget(before);
  const now = groupByTarget(after);
  const names: string[] = [];
  const readers = new Set<FilePath>();
  for (const target of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(target) ?? [];
    const is = now.get(target) ?? [];
    const [example] = [...was, ...is];
    if (!example) continue;
    const { file, word } = readersOf(example);
    const isRead = word !== null || (file !== null && settled.has(file));
    if (!isRead || isDeepStrictEqual(valuesOf(was), valuesOf(is))) continue;
    if (word !== null) names.push(word);
    if (file !== null && settled.has(file)) readers.add(file);
  }
  const mentioning = names.length > 0 ? source.search(names, { ignoreCase: false }) : [];
  return [...readers, ...mentioning.filter((file) => settled.has(file))];
}

function groupByTarget(flows: readonly FlowRecord[]): ReadonlyMap<string, readonly FlowRecord[]> {
  const groups = new Map<string, FlowRecord[]>();
  for (const flow of flows) {
    const target = `${flow.kind} ${flow.key}`;
    const known = groups.get(target);
    if (known) known.push(flow);
    else groups.set(target, [flow]);
  }
  return groups;
}

const valuesOf = (flows: readonly FlowRecord[]): readonly unknown[] =>
  flows
    .map(({ value }) => value)
    .sort((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.start - b.at.start));

/** True if a name no longer leads to a tracker; files that were read only because of it would not be read now. */
function hasLostWords(
  record: LinkRecord,
  flows: Flows,
  modules: ReadonlyMap<FilePath, LinkedModule>,
  sdks: SdkRegistry,
): boolean {
  const known = new Set(sdks.declaredNames);
  for (const { words } of modules.values()) for (const word of words) known.add(word);
  for (const sink of record.sinks) known.add(sink.path.at(-1) ?? '');
  for (const word of flows.sharedWords()) known.add(word);
  for (const { kind, key } of flows.records()) if (kind === 'global' || kind === 'member') known.add(key);
  return record.words.some((word) => !known.has(word));
}
