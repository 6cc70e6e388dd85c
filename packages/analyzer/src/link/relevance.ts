import type { ExportEntry, Expr, ModuleSummary, Site, TypeExpr } from '../summary/summary.js';
import type { SdkRegistry } from '../sdks/index.js';
import { PROCESSES } from './channels.js';
import { isClientName } from './client-name.js';
import { has, rangeOf, rootOf } from './expression-range.js';
import type { Flows } from './flows.js';
import { fileWords } from './leading-names.js';
import { leadingVariables } from './leading-variables.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { classKey, functionKey } from './module-graph.js';
import { stateKey } from './state-setter.js';
import { calleeName, mayRequest } from './site-text.js';
import { isInMarkup } from './template-scope.js';
import type { Mention } from './mentions.js';
import { mentionsOf } from './mentions.js';

/**
 * Tells which sites can have to do with tracking at all, by names alone and before anything is evaluated: those that
 * mention a name known to lead to a tracker. Only they are worth evaluating, and only what they import is read.
 */
export class Relevance {
  readonly #sites = new Map<ModuleSummary, readonly boolean[]>();
  readonly #offsets = new Map<ModuleSummary, readonly number[]>();
  readonly #classes = new Map<ModuleSummary, readonly boolean[]>();
  readonly #leading = new Map<ModuleSummary, readonly boolean[]>();

  constructor(
    private readonly graph: ModuleGraph,
    private readonly sdks: SdkRegistry,
    private readonly flows: Flows,
    /** Names and file words that lead to trackers, as far as they are known. */
    private readonly words: ReadonlySet<string>,
  ) {}

  isRelevant(module: Module, site: number): boolean {
    let known = this.#sites.get(module.summary);
    if (!known) {
      known = this.#compute(module);
      this.#sites.set(module.summary, known);
    }
    return known[site] ?? false;
  }

  /** True if an export can lead to a tracker, by the names it is made of. */
  isExportRelevant(module: Module, entry: ExportEntry): boolean {
    this.isRelevant(module, 0);
    switch (entry.kind) {
      case 'local':
        return this.#leading.get(module.summary)?.[entry.binding] ?? false;
      case 'from':
        return this.importLeads(module, entry.specifier, entry.imported);
      case 'expression':
      case 'assignment': {
        const range = rangeOf(module.summary, entry.value);
        return this.mentionsTracker(module, range.start, range.end);
      }
      case 'all':
        return false;
    }
  }

  /** True if a class of the module mentions a tracker or is given one. */
  isClassRelevant(module: Module, cls: number): boolean {
    this.isRelevant(module, 0);
    return this.#classes.get(module.summary)?.[cls] ?? false;
  }

  /** True if a variable of the module can hold a tracker. */
  isBindingRelevant(module: Module, binding: number): boolean {
    this.isRelevant(module, 0);
    return this.#leading.get(module.summary)?.[binding] ?? false;
  }

  /** True if what the site calls mentions a leading name itself; otherwise only its arguments do. */
  isCalleeRelevant(module: Module, site: Site): boolean {
    if (this.mentionsTracker(module, site.callee.start, site.callee.end)) return true;
    const root = rootOf(site.callee);
    if (root.kind === 'ref') return this.#isMemberInMarkup(module, root);
    return root.kind === 'this' || root.kind === 'super' || root.kind === 'site';
  }

  /** True if the text between two offsets mentions a leading name. */
  mentionsTracker(module: Module, start: number, end: number): boolean {
    this.isRelevant(module, 0);
    return has(this.#offsets.get(module.summary) ?? [], start, end);
  }

  #compute(module: Module): readonly boolean[] {
    const { summary } = module;
    const mentions = mentionsOf(summary);
    const withoutVariables = merged(
      this.#requests(module),
      mentions.flatMap((mention) =>
        mention.kind !== 'variable' && this.#mentionLeads(module, mention) ? [mention.offset] : [],
      ),
    );
    const leading = leadingVariables(summary, mentions, withoutVariables, (index) =>
      this.#startsLeading(module, index),
    );
    const offsets = merged(
      withoutVariables,
      mentions.flatMap((mention) =>
        mention.kind === 'variable' && leading[mention.binding] ? [mention.offset] : [],
      ),
    );
    this.#offsets.set(summary, offsets);
    this.#leading.set(summary, leading);
    const classes = this.#leadingClasses(module, offsets);
    this.#classes.set(summary, classes);
    return summary.sites.map((site) => {
      if (has(offsets, site.start, site.end)) return true;
      const root = rootOf(site.callee);
      if (root.kind === 'this') return root.cls === null || (classes[root.cls] ?? false);
      if (root.kind === 'ref') return this.#isMemberInMarkup(module, root);
      return root.kind === 'super' && root.cls !== null && (classes[root.cls] ?? false);
    });
  }

  /** Requests in a file that names the vendor may go to it; no import gives them away. */
  #requests(module: Module): readonly number[] {
    if (!this.sdks.words.some((word) => module.text.toLowerCase().includes(word))) return [];
    return module.summary.sites.flatMap((site) => (mayRequest(site) ? [site.callee.start] : []));
  }

  /** Names in the markup that the script does not declare are members of the component, like those of `this`. */
  #isMemberInMarkup(module: Module, root: Extract<Expr, { kind: 'ref' }>): boolean {
    return root.binding === null && isInMarkup(module, root.start);
  }

  #startsLeading(module: Module, index: number): boolean {
    const binding = module.summary.bindings[index];
    if (!binding) return false;
    if (binding.from) return this.importLeads(module, binding.from.specifier, binding.from.imported);
    if (this.isLeadingType(binding.type) || isClientName(binding.name)) return true;
    if (binding.kind === 'declared' && this.#nameLeads(binding.name)) return true;
    const [made] = binding.values;
    const site = made?.value.kind === 'site' ? module.summary.sites[made.value.site] : undefined;
    if (site && this.flows.isProvided(module.file, site.callee.start)) return true;
    if (site && calleeName(site) === 'inject' && this.flows.hasProvided) return true;
    if (site && this.flows.state(stateKey({ ...site, file: module.file })).length > 0) return true;
    return binding.values.some((each) => {
      if (this.#readsOwnMembers(module, each.value)) return true;
      if (each.value.kind !== 'param') return false;
      const key = functionKey(module.file, each.value.fn);
      if (this.flows.param(key, each.value.index).length > 0) return true;
      const type = module.summary.functions[each.value.fn]?.params[each.value.index]?.type ?? null;
      return this.isLeadingType(type);
    });
  }

  /** `const { track } = this.props` or `= this` in a class that is given trackers. */
  #readsOwnMembers(module: Module, value: Expr): boolean {
    const root = rootOf(value);
    if (root.kind !== 'this' || root.cls === null) return false;
    const isProps = value.kind === 'member' && value.name === 'props';
    return isProps
      ? this.flows.param(classKey(module.file, root.cls), 0).length > 0
      : this.#isGivenTracker(module, root.cls);
  }

  importLeads(module: Module, specifier: string, imported: string): boolean {
    const target = this.graph.resolve(module.file, specifier);
    if (target.kind === 'package') {
      const isChannel = target.name === 'electron' && this.flows.isListenedTo(PROCESSES);
      return isChannel || this.sdks.ofPackage(target.name) !== null || this.words.has(imported);
    }
    if (target.kind === 'missing') return false;
    if (imported !== 'default' && imported !== '*' && imported !== '=') return this.words.has(imported);
    // Members of a namespace are found by their own names; see `#nameLeads`.
    if (imported === '*') return this.graph.isLoaded(target.path);
    return fileWords(target.path).some((word) => this.words.has(word));
  }

  isLeadingType(type: TypeExpr | null): boolean {
    if (!type) return false;
    switch (type.kind) {
      case 'ref': {
        const last = type.name.split('.').at(-1) ?? '';
        return (
          this.words.has(last) || /mixpanel/i.test(last) || type.args.some((arg) => this.isLeadingType(arg))
        );
      }
      case 'union':
      case 'intersection':
        return type.parts.some((part) => this.isLeadingType(part));
      case 'object':
        return type.fields.some((field) => this.isLeadingType(field.type));
      case 'typeof':
        return true;
      case 'indexed':
        return this.isLeadingType(type.object);
      default:
        return false;
    }
  }

  #mentionLeads(module: Module, mention: Exclude<Mention, { kind: 'variable' }>): boolean {
    switch (mention.kind) {
      case 'module':
        return this.importLeads(module, mention.specifier, '=') || this.#isSdk(module, mention.specifier);
      case 'key':
        return this.flows.sinks().some((sink) => sink.path.at(-1) === mention.name);
      case 'member': {
        // `ns.track()` where `ns` is imported from a file: a re-exported namespace has a name of its own.
        const from = mention.object === null ? null : module.summary.bindings[mention.object]?.from;
        const isNamespace = from && this.words.has(mention.name);
        if (isNamespace && this.graph.resolve(module.file, from.specifier).kind === 'file') return true;
        return this.#nameLeads(mention.name);
      }
      case 'global':
        return this.#nameLeads(mention.name);
    }
  }

  #nameLeads(name: string): boolean {
    return (
      isClientName(name) ||
      this.sdks.ofGlobal(name) !== null ||
      this.flows.globalValue(name) !== null ||
      this.flows.memberNamed(name).length > 0
    );
  }

  #isSdk(module: Module, specifier: string): boolean {
    const target = this.graph.resolve(module.file, specifier);
    return target.kind === 'package' && this.sdks.ofPackage(target.name) !== null;
  }

  #leadingClasses(module: Module, offsets: readonly number[]): readonly boolean[] {
    return module.summary.classes.map(
      (cls, index) => has(offsets, cls.start, cls.end) || this.#isGivenTracker(module, index),
    );
  }

  /** True if properties, constructor arguments or declared members of a class can hold a tracker. */
  #isGivenTracker(module: Module, index: number): boolean {
    const { summary } = module;
    const cls = summary.classes[index];
    if (!cls) return false;
    if (this.flows.param(classKey(module.file, index), 0).length > 0) return true;
    if (cls.members.some((member) => this.isLeadingType(member.type) || isClientName(member.name)))
      return true;
    if (cls.ctor === null) return false;
    const ctor = functionKey(module.file, cls.ctor);
    return (summary.functions[cls.ctor]?.params ?? []).some(
      (param, position) => this.isLeadingType(param.type) || this.flows.param(ctor, position).length > 0,
    );
  }
}

const merged = (...lists: readonly (readonly number[])[]): readonly number[] =>
  lists.flat().sort((a, b) => a - b);
