import type { SdkRegistry } from '../sdks/index.js';
import { once } from '../source/once.js';
import type { FilePath, Source } from '../source/source.js';
import { isMiddleware } from './action-metadata.js';
import { collectCalls } from './collect-calls.js';
import type { FileKinds } from './collect-calls.js';
import { indexDeclarations } from './declarations.js';
import { EffectFinder } from './effects.js';
import { Evaluator } from './evaluator.js';
import { Flows } from './flows.js';
import { LeadingNames } from './leading-names.js';
import type { LazyGraph } from './lazy-graph.js';
import { importsOf } from './link-record.js';
import type { LinkedModule, LinkRecord } from './link-record.js';
import { functionKey } from './module-graph.js';
import type { Module } from './module-graph.js';
import { Relevance } from './relevance.js';
import { nuxtFolders, recordSharedNames } from './shared-names.js';

export interface LinkOptions extends FileKinds {
  /** False reads every code file. */
  readonly usePrefilter: boolean;
  readonly codeFiles: readonly FilePath[];
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

/** Each round follows one more step of wrapping or handing on; real code needs three to six. */
const ROUND_LIMIT = 24;

/**
 * Links modules in rounds, until no new file, flow or name appears: a wrapper that is found adds its exported name,
 * which leads to the files that use it. Modules that are `settled` are known from an earlier state: they are read and
 * evaluated where others need something of them, but not looked at for themselves.
 */
export class Linker {
  readonly flows = new Flows();
  readonly #searched: Set<string>;
  readonly #words = new Map<FilePath, Set<string>>();
  readonly #mentioning = new Set<FilePath>();
  readonly #graph: LazyGraph;
  readonly #autoImporting = once(() => nuxtFolders(this.options.codeFiles));

  constructor(
    graph: LazyGraph,
    private readonly source: Source,
    private readonly sdks: SdkRegistry,
    private readonly options: LinkOptions,
    private readonly settled: ReadonlySet<FilePath> = new Set(),
    words: readonly string[] = [],
  ) {
    this.#graph = { ...graph, isLoaded: (file) => settled.has(file) || graph.isLoaded(file) };
    this.#searched = new Set([...sdks.declaredNames, ...words]);
  }

  /** Reads every file that mentions an SDK. */
  readAll(): void {
    const { source, sdks, options } = this;
    if (!options.usePrefilter) return this.read(options.codeFiles);
    this.read(source.search(sdks.words, { ignoreCase: true }));
    if (sdks.declaredNames.length > 0) this.read(source.search(sdks.declaredNames, { ignoreCase: false }));
  }

  /** Reads files that mention a tracker. */
  read(files: readonly FilePath[]): void {
    this.source.prefetch?.(files);
    files.forEach((file, index) => {
      this.#mentioning.add(file);
      this.#graph.load(file);
      if (index % 50 === 0) this.options.onProgress?.('reading', index, files.length);
    });
  }

  /**
   * Links what is not settled.
   * @returns `disturbed`: settled files that mention a name which turned out to lead to a tracker, so that they have to be
   *   looked at as well; linking has stopped there
   */
  link(): { readonly finder: EffectFinder; readonly disturbed: readonly FilePath[] } {
    const { flows, sdks, options } = this;
    let evaluator = new Evaluator(this.#graph, sdks, flows);
    let evaluatedWith = flows.valueVersion;
    /** Values stay valid from round to round unless flows changed what expressions evaluate to. */
    const makeFinder = (): EffectFinder => {
      flows.round += 1;
      if (evaluatedWith !== flows.valueVersion) {
        evaluator = new Evaluator(this.#graph, sdks, flows);
        evaluatedWith = flows.valueVersion;
      }
      return new EffectFinder(evaluator, new Relevance(this.#graph, sdks, flows, this.#searched));
    };
    let finder = makeFinder();
    for (let round = 1; round <= ROUND_LIMIT; round += 1) {
      options.onProgress?.('linking', round, ROUND_LIMIT);
      const before = { modules: this.#graph.loaded().length, flows: flows.version };
      finder = makeFinder();
      walk(finder, this.#unsettled(), this.#autoImporting());
      const words = this.#newWords(finder);
      if (words.length > 0 && options.usePrefilter) {
        const found = this.source.search(words, { ignoreCase: false });
        const disturbed = found.filter((file) => this.settled.has(file));
        if (disturbed.length > 0) return { finder, disturbed };
        this.read(found);
      }
      const isSame = this.#graph.loaded().length === before.modules && flows.version === before.flows;
      if (words.length === 0 && isSame) break;
    }
    return { finder, disturbed: [] };
  }

  /** What linking found in the modules that are not settled, and the names that are known by now. */
  record(finder: EffectFinder): Pick<LinkRecord, 'words' | 'modules' | 'unread'> {
    const modules = this.#unsettled().map((module): [FilePath, LinkedModule] => [
      module.file,
      {
        mentionsTracker: this.#mentioning.has(module.file),
        imports: importsOf(module, this.#graph),
        words: [...(this.#words.get(module.file) ?? [])],
        calls: collectCalls(finder, module, this.options),
      },
    ]);
    const unread = this.#graph
      .unread()
      .map((each) => ({ ...each, mentionsTracker: this.#mentioning.has(each.file) }));
    return { words: [...this.#searched].sort(), modules: new Map(modules), unread };
  }

  #unsettled(): readonly Module[] {
    return this.#graph.loaded().filter(({ file }) => !this.settled.has(file));
  }

  /** Names that were not searched for yet. */
  #newWords(finder: EffectFinder): readonly string[] {
    const names = new LeadingNames(finder);
    const words: string[] = [];
    const add = (word: string): void => {
      if (word === '' || this.#searched.has(word)) return;
      this.#searched.add(word);
      words.push(word);
    };
    for (const sink of this.flows.sinks()) add(sink.path.at(-1) ?? '');
    for (const word of this.flows.sharedWords()) add(word);
    for (const module of this.#unsettled()) {
      const own = this.#words.get(module.file) ?? new Set<string>();
      this.#words.set(module.file, own);
      for (const word of names.wordsOf(module)) {
        own.add(word);
        add(word);
      }
    }
    return words.sort();
  }
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
      if (isGlobal) ev.flows.addGlobal(write.name, value, module.file);
      // State that reducers and stores write (`state.items = …`) has nothing to do with tracking.
      else if (finder.isCarrier(value)) ev.flows.addMember(write.name, value, module.file);
    }
    recordSharedNames(finder, module, autoImporting);
  }
}
