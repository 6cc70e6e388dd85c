import type { Expr, ModuleSummary, Site, TypeExpr } from '../summary/summary.js';
import type { SdkRegistry } from '../sdks/index.js';
import type { Flows } from './flows.js';
import { fileWords } from './leading-names.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { classKey, functionKey } from './module-graph.js';
import { childExpressions, rootExpressions } from './walk-expressions.js';

/** A mention of something by name: a variable, a global, a member or a module. */
interface Mention {
  readonly offset: number;
  readonly binding: number | null;
  readonly name: string | null;
  readonly specifier: string | null;
  /** For `object.name`: the variable that the object is, if it is one. */
  readonly object: number | null;
}

const MENTIONS = new WeakMap<ModuleSummary, readonly Mention[]>();
const CLIENT_NAME = /^[$_]*mixpanel$/i;

function mentionsOf(summary: ModuleSummary): readonly Mention[] {
  const known = MENTIONS.get(summary);
  if (known) return known;
  const found: Mention[] = [];
  const visit = (expr: Expr): void => {
    if (expr.kind === 'ref')
      found.push({
        offset: expr.start,
        binding: expr.binding,
        name: expr.binding === null ? expr.name : null,
        specifier: null,
        object: null,
      });
    else if (expr.kind === 'member' && expr.name !== null) {
      const object = expr.object.kind === 'ref' ? expr.object.binding : null;
      found.push({ offset: expr.end - 1, binding: null, name: expr.name, specifier: null, object });
    } else if (expr.kind === 'import')
      found.push({ offset: expr.start, binding: null, name: null, specifier: expr.specifier, object: null });
    childExpressions(expr).forEach(visit);
  };
  rootExpressions(summary).forEach(visit);
  for (const cls of summary.classes) if (cls.parent) visit(cls.parent);
  found.sort((a, b) => a.offset - b.offset);
  MENTIONS.set(summary, found);
  return found;
}

/**
 * Tells which sites can have to do with tracking at all, by names alone and before anything is evaluated: those that
 * mention a name known to lead to a tracker. Only they are worth evaluating, and only what they import is read.
 */
export class Relevance {
  readonly #sites = new Map<ModuleSummary, readonly boolean[]>();
  readonly #offsets = new Map<ModuleSummary, readonly number[]>();

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

  /** True if what the site calls mentions a leading name itself; otherwise only its arguments do. */
  isCalleeRelevant(module: Module, site: Site): boolean {
    if (this.mentionsTracker(module, site.callee.start, site.callee.end)) return true;
    const root = rootOf(site.callee);
    return root.kind === 'this' || root.kind === 'super' || root.kind === 'site';
  }

  /** True if the text between two offsets mentions a leading name. */
  mentionsTracker(module: Module, start: number, end: number): boolean {
    this.isRelevant(module, 0);
    return has(this.#offsets.get(module.summary) ?? [], start, end);
  }

  #compute(module: Module): readonly boolean[] {
    const { summary } = module;
    const leading = summary.bindings.map((_binding, index) => this.#startsLeading(module, index));
    const mentions = mentionsOf(summary);
    const isLeading = (mention: Mention): boolean =>
      mention.binding !== null ? (leading[mention.binding] ?? false) : this.#nameLeads(module, mention);
    let offsets: readonly number[] = [];
    for (;;) {
      offsets = mentions.filter(isLeading).map((mention) => mention.offset);
      if (!this.#spread(module, leading, offsets)) break;
    }
    this.#offsets.set(summary, offsets);
    const classes = this.#leadingClasses(module, offsets);
    return summary.sites.map((site) => {
      if (has(offsets, site.start, site.end)) return true;
      const root = rootOf(site.callee);
      if (root.kind === 'this') return root.cls === null || (classes[root.cls] ?? false);
      return root.kind === 'super' && root.cls !== null && (classes[root.cls] ?? false);
    });
  }

  /** Marks variables whose values mention leading names; true if any was new. */
  #spread(module: Module, leading: boolean[], offsets: readonly number[]): boolean {
    let isNew = false;
    module.summary.bindings.forEach((binding, index) => {
      if (leading[index]) return;
      const values = [
        ...binding.values.map((each) => each.value),
        ...binding.writes.flatMap((write) => write.value ?? []),
      ];
      const leads = values.some((value) => {
        const range =
          value.kind === 'param' ? this.#callbackRange(module, value.fn) : rangeOf(module.summary, value);
        return range !== null && has(offsets, range.start, range.end);
      });
      if (leads) {
        leading[index] = true;
        isNew = true;
      }
    });
    return isNew;
  }

  /** A callback's parameters come from what it is handed to: `import('sdk').then((sdk) => …)`. */
  #callbackRange(module: Module, fn: number): { start: number; end: number } | null {
    const summary = module.summary.functions[fn];
    if (summary?.use !== 'argument') return null;
    const site = module.summary.sites.find((each) =>
      each.args.some((arg) => arg.value.kind === 'function' && arg.value.fn === fn),
    );
    return site ? { start: site.callee.start, end: site.callee.end } : null;
  }

  #startsLeading(module: Module, index: number): boolean {
    const binding = module.summary.bindings[index];
    if (!binding) return false;
    if (binding.from) return this.#importLeads(module, binding.from.specifier, binding.from.imported);
    if (this.isLeadingType(binding.type) || CLIENT_NAME.test(binding.name)) return true;
    return binding.values.some((each) => {
      if (each.value.kind !== 'param') return false;
      const key = functionKey(module.file, each.value.fn);
      if (this.flows.param(key, each.value.index).length > 0) return true;
      const type = module.summary.functions[each.value.fn]?.params[each.value.index]?.type ?? null;
      return this.isLeadingType(type);
    });
  }

  #importLeads(module: Module, specifier: string, imported: string): boolean {
    const target = this.graph.resolve(module.file, specifier);
    if (target.kind === 'package')
      return this.sdks.ofPackage(target.name) !== null || this.words.has(imported);
    if (target.kind === 'missing') return false;
    if (imported !== 'default' && imported !== '*' && imported !== '=') return this.words.has(imported);
    if (imported === '*') return true;
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

  #nameLeads(module: Module, mention: Mention): boolean {
    if (mention.specifier !== null)
      return this.#importLeads(module, mention.specifier, '=') || this.#isSdk(module, mention.specifier);
    const { name } = mention;
    if (name === null) return false;
    // `ns.track()` where `ns` is imported from a file: a re-exported namespace has a name of its own.
    const from = mention.object === null ? null : module.summary.bindings[mention.object]?.from;
    if (from && this.words.has(name) && this.graph.resolve(module.file, from.specifier).kind === 'file')
      return true;
    return (
      CLIENT_NAME.test(name) ||
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
    const { summary } = module;
    return summary.classes.map((cls, index) => {
      if (has(offsets, cls.start, cls.end)) return true;
      if (this.flows.param(classKey(module.file, index), 0).length > 0) return true;
      const ctor = cls.ctor === null ? null : functionKey(module.file, cls.ctor);
      const params = cls.ctor === null ? [] : (summary.functions[cls.ctor]?.params ?? []);
      return (
        cls.members.some((member) => this.isLeadingType(member.type) || CLIENT_NAME.test(member.name)) ||
        params.some(
          (param, position) =>
            this.isLeadingType(param.type) || (ctor !== null && this.flows.param(ctor, position).length > 0),
        )
      );
    });
  }
}

/** Range that a value's text covers, function bodies included. */
function rangeOf(summary: ModuleSummary, value: Expr): { start: number; end: number } {
  if (value.kind === 'function') return summary.functions[value.fn] ?? value;
  if (value.kind === 'class') return summary.classes[value.cls] ?? value;
  return value;
}

function rootOf(expr: Expr): Expr {
  let root = expr;
  while (root.kind === 'member' || root.kind === 'cast' || root.kind === 'await')
    root = root.kind === 'member' ? root.object : root.value;
  return root;
}

/** True if the sorted offsets have one in the range. */
function has(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = offsets[low];
  return found !== undefined && found < end;
}
