import type { SdkRegistry } from '../sdks/index.js';
import type { FilePath, Source } from '../source/source.js';
import { PROCESSES } from './channels.js';
import { CallCollector } from './collect-calls.js';
import type { CollectedCalls } from './collect-calls.js';
import { indexDeclarations } from './declarations.js';
import { EffectFinder } from './effects.js';
import { Evaluator } from './evaluator.js';
import { Flows } from './flows.js';
import { LeadingNames } from './leading-names.js';
import { isMiddleware } from './action-metadata.js';
import { functionKey } from './module-graph.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { Relevance } from './relevance.js';
import { nuxtFolders, recordSharedNames } from './shared-names.js';

export interface LinkedProject extends CollectedCalls {
  readonly finder: EffectFinder;
}

export interface LinkOptions {
  /** False reads every code file. */
  readonly usePrefilter: boolean;
  readonly codeFiles: readonly FilePath[];
  readonly isReviewed: (file: FilePath) => boolean;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

/** Each round follows one more step of wrapping or handing on; real code needs three to six. */
const ROUND_LIMIT = 24;

/**
 * Links modules to tracking calls. Rounds go on until no new file, flow or name appears: a wrapper that is found adds
 * its exported name, which leads to the files that use it.
 */
export function linkProject(
  graph: ModuleGraph,
  source: Source,
  sdks: SdkRegistry,
  options: LinkOptions,
): LinkedProject {
  const flows = new Flows();
  const searched = new Set<string>(sdks.declaredNames);
  const load = (files: readonly FilePath[]): void => {
    source.prefetch?.(files);
    files.forEach((file, index) => {
      graph.load(file);
      if (index % 50 === 0) options.onProgress?.('reading', index, files.length);
    });
  };
  let evaluator = new Evaluator(graph, sdks, flows);
  let evaluatedWith = flows.valueVersion;
  /** Values stay valid from round to round unless flows changed what expressions evaluate to. */
  const makeFinder = (): EffectFinder => {
    flows.round += 1;
    if (evaluatedWith !== flows.valueVersion) {
      evaluator = new Evaluator(graph, sdks, flows);
      evaluatedWith = flows.valueVersion;
    }
    return new EffectFinder(evaluator, new Relevance(graph, sdks, flows, searched));
  };
  if (options.usePrefilter) {
    load(source.search(sdks.words, { ignoreCase: true }));
    if (sdks.declaredNames.length > 0) load(source.search(sdks.declaredNames, { ignoreCase: false }));
  } else load(options.codeFiles);

  const autoImporting = nuxtFolders(options.codeFiles);
  let finder = makeFinder();
  for (let round = 1; round <= ROUND_LIMIT; round += 1) {
    options.onProgress?.('linking', round, ROUND_LIMIT);
    const before = { modules: graph.loaded().length, flows: flows.version };
    finder = makeFinder();
    walk(finder, graph.loaded(), autoImporting);
    const words = newWords(finder, graph.loaded(), searched);
    if (words.length > 0 && options.usePrefilter) load(source.search(words, { ignoreCase: false }));
    if (words.length === 0 && graph.loaded().length === before.modules && flows.version === before.flows)
      break;
  }

  const collector = new CallCollector(finder, options.isReviewed);
  for (const module of graph.loaded()) collector.add(module);
  return { ...collector.finish(), finder };
}

/** Looks at every site once; loading more modules on the way is for the next round. */
function walk(finder: EffectFinder, modules: readonly Module[], autoImporting: readonly string[]): void {
  const { ev } = finder;
  for (const module of modules) indexDeclarations(ev, module, finder.relevance);
  for (const module of modules) {
    module.summary.sites.forEach((_site, index) => finder.ofSite(module, index));
    // A middleware is called by nobody; its functions show what they open on when they are looked at.
    module.summary.functions.forEach(
      (_fn, index) => isMiddleware(module, index) && finder.ofFunction(functionKey(module.file, index)),
    );
    for (const write of module.summary.outerWrites) {
      const value = ev.expression(module, write.value);
      const target = ev.expression(module, write.target);
      const isGlobal =
        target.kind === 'unknown' && /^(?:window|globalThis|self|global)$/.test(target.name ?? '');
      if (isGlobal) ev.flows.addGlobal(write.name, value);
      // State that reducers and stores write (`state.items = …`) has nothing to do with tracking.
      else if (finder.isCarrier(value)) ev.flows.addMember(write.name, value);
    }
    recordSharedNames(finder, module, autoImporting);
  }
}

function newWords(
  finder: EffectFinder,
  modules: readonly Module[],
  searched: Set<string>,
): readonly string[] {
  const names = new LeadingNames(finder);
  const words: string[] = [];
  for (const sink of finder.ev.flows.sinks()) {
    const word = sink.path.at(-1) ?? '';
    if (!searched.has(word)) words.push(word);
    searched.add(word);
  }
  const { flows } = finder.ev;
  const shared = [...flows.exposedNames(), ...(flows.isListenedTo(PROCESSES) ? ['ipcRenderer'] : [])];
  for (const word of shared) {
    if (!searched.has(word)) words.push(word);
    searched.add(word);
  }
  for (const module of modules) {
    for (const word of names.wordsOf(module)) {
      if (word === '' || searched.has(word)) continue;
      searched.add(word);
      words.push(word);
    }
  }
  return words.sort();
}
