import type { SdkRegistry } from '../sdks/index.js';
import type { FilePath, Source } from '../source/source.js';
import { completeCalls } from './complete-calls.js';
import type { CompletedCalls } from './complete-calls.js';
import type { EffectFinder } from './effects.js';
import type { LazyGraph } from './lazy-graph.js';
import type { LinkRecord } from './link-record.js';
import { Linker } from './linker.js';
import type { LinkOptions } from './linker.js';
import { relink } from './relink.js';
import type { EarlierLink, Relinked } from './relink.js';

export interface LinkedProject extends CompletedCalls {
  /** With the modules that were loaded. */
  readonly graph: LazyGraph;
  readonly finder: EffectFinder;
  readonly record: LinkRecord;
  /** Modules that an earlier state's record answered for; empty if there was none. */
  readonly settled: ReadonlySet<FilePath>;
  /** False if the record depends on the order in which things were found, so that nothing can start from it. */
  readonly isReusable: boolean;
}

/** Links the modules of a source to tracking calls, from the record of an earlier state if there is one that serves. */
export function linkProject(
  graph: LazyGraph,
  source: Source,
  sdks: SdkRegistry,
  options: LinkOptions,
  earlier: EarlierLink | null,
): LinkedProject {
  const relinked = earlier === null ? null : relink(graph, source, sdks, options, earlier);
  const linked = relinked ?? linkAll(graph.reopen(), source, sdks, options);
  const { finder, record, settled } = linked;
  const calls = completeCalls(new Map([...record.modules].map(([file, module]) => [file, module.calls])));
  return {
    ...calls,
    graph: linked.graph,
    finder,
    record,
    settled,
    isReusable: !finder.ev.flows.hasOverflowed,
  };
}

function linkAll(graph: LazyGraph, source: Source, sdks: SdkRegistry, options: LinkOptions): Relinked {
  const linker = new Linker(graph, source, sdks, options);
  linker.readAll();
  const { finder } = linker.link();
  const { flows } = linker;
  return {
    graph,
    finder,
    settled: new Set(),
    record: {
      ...linker.record(finder),
      flows: flows.records(),
      sinks: flows.sinks(),
    },
  };
}
