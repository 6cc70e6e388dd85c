import { alternatives } from './build-value.js';
import { classOf, lineage } from './class-members.js';
import { emitterIdentity } from './channels.js';
import type { EffectFinder } from './effects.js';
import type { Module } from './module-graph.js';
import { classKey, functionKey } from './module-graph.js';
import { contextIdentity } from './flows.js';
import { prototypeMethods } from './prototype-members.js';
import type { FunctionValue, Value } from './value.js';

const DEPTH_LIMIT = 5;

/**
 * Tells which exported names lead to a tracker, so that files that mention them have to be read. A name may be listed
 * in vain; one that is missing would lose calls.
 */
export class LeadingNames {
  readonly #known = new Map<string, boolean>();

  constructor(private readonly finder: EffectFinder) {}

  /** Words that stand in every file that can use a tracker which this module exports. */
  wordsOf(module: Module): readonly string[] {
    const words = new Set<string>();
    const { ev } = this.finder;
    for (const entry of module.summary.exports) {
      if (entry.kind === 'all' || !this.finder.relevance.isExportRelevant(module, entry)) continue;
      const name = entry.kind === 'assignment' ? '=' : entry.name;
      const value = ev.exported(module.file, name);
      if (!value || !this.leads(value, DEPTH_LIMIT)) continue;
      if (name === 'default' || name === '=') {
        fileWords(module.file).forEach((word) => words.add(word));
        this.#memberWords(value).forEach((word) => words.add(word));
      } else words.add(name);
    }
    this.#typeWords(module, words);
    for (const write of module.summary.outerWrites) {
      if (this.leads(ev.expression(module, write.value), DEPTH_LIMIT)) words.add(write.name);
    }
    return [...words];
  }

  /** `require` of a whole module reaches its members by name; those of a named export are reached over its name. */
  #memberWords(value: Value): readonly string[] {
    if (value.kind !== 'object') return [];
    return value.entries.flatMap((entry) =>
      entry.kind === 'property' && this.leads(entry.value, 2) ? [entry.key] : [],
    );
  }

  /** Receivers are declared with the names of classes and of the interfaces they implement. */
  #typeWords(module: Module, words: Set<string>): void {
    module.summary.classes.forEach((cls, index) => {
      if (!this.#classLeads(module, index)) return;
      if (cls.name) words.add(cls.name);
      for (const type of cls.implements)
        if (type.kind === 'ref') words.add(type.name.split('.').at(-1) ?? type.name);
    });
    const { relevance } = this.finder;
    module.summary.bindings.forEach((binding, index) => {
      if (binding.type?.kind !== 'ref' || binding.fn !== 0 || !relevance.isBindingRelevant(module, index))
        return;
      const value = this.finder.ev.bindingValue(module, index, module.text.length + 1);
      if (value.kind === 'object' && this.leads(value, 3)) words.add(binding.type.name);
    });
    module.summary.functions.forEach((fn, index) => {
      if (fn.returnType?.kind !== 'ref' || !relevance.mentionsTracker(module, fn.start, fn.end)) return;
      const returned = this.finder.ev.returns(functionKey(module.file, index));
      if (returned.kind === 'object' && this.leads(returned, 3)) words.add(fn.returnType.name);
    });
  }

  #classLeads(module: Module, index: number): boolean {
    const cls = module.summary.classes[index];
    const isMentioned = cls !== undefined && this.finder.relevance.isClassRelevant(module, index);
    if (!isMentioned) return false;
    return this.#methodsOf(module, index).some((method) => this.finder.ofFunction(method.key).length > 0);
  }

  #methodsOf(module: Module, cls: number): readonly FunctionValue[] {
    const { ev } = this.finder;
    const key = classKey(module.file, cls);
    const members = lineage(ev, key).flatMap((each) => classOf(ev, each)?.summary.members ?? []);
    return members.flatMap((member) => {
      const value = ev.classMember(key, member.name, member.isStatic);
      return value ? alternatives(value).filter((option) => option.kind === 'function') : [];
    });
  }

  leads(value: Value, depth: number): boolean {
    if (depth === 0) return false;
    return alternatives(value).some((option) => this.#optionLeads(option, depth));
  }

  #optionLeads(value: Value, depth: number): boolean {
    const { ev } = this.finder;
    switch (value.kind) {
      case 'sdk':
        return true;
      case 'function':
        return this.#remember(
          value.key,
          depth,
          () =>
            this.finder.ofFunction(value.key).length > 0 ||
            this.finder.handsOutTracker(value.key) ||
            prototypeMethods(ev, value.key).some((method) => this.finder.ofFunction(method).length > 0) ||
            this.leads(ev.returns(value.key), depth - 1),
        );
      case 'class':
      case 'instance': {
        const { module, index } = this.#classOf(value.key);
        if (!module) return false;
        return this.#remember(value.key, depth, () => {
          if (this.#classLeads(module, index)) return true;
          const members = module.summary.classes[index]?.members ?? [];
          return members.some((member) => {
            const found = ev.classMember(classKey(module.file, index), member.name, member.isStatic);
            return found !== null && found.kind !== 'function' && this.leads(found, depth - 1);
          });
        });
      }
      case 'namespace': {
        const names =
          ev.graph
            .load(value.file)
            ?.summary.exports.flatMap((entry) =>
              entry.kind === 'all' || entry.kind === 'assignment' ? [] : [entry.name],
            ) ?? [];
        return this.#remember(`${value.file}#*`, depth, () =>
          names.some((name) => {
            const member = ev.exported(value.file, name);
            return member !== null && this.leads(member, depth - 1);
          }),
        );
      }
      case 'object':
        return value.entries.some((entry) => this.leads(entry.value, depth - 1));
      case 'array':
        return value.items.some((item) => this.leads(item, depth - 1));
      case 'call':
        if (contextIdentity(value) !== null) {
          const provided = ev.flows.contextValue(value, value.at);
          return provided !== null && this.leads(provided, depth - 1);
        }
        if (ev.flows.isListenedTo(emitterIdentity(value) ?? '')) return true;
        return (
          (value.callee.kind === 'external' && value.args.some((arg) => this.leads(arg, depth - 1))) ||
          (value.callee.kind === 'call' && this.leads(value.callee, depth - 1))
        );
      default:
        return false;
    }
  }

  #remember(key: string, depth: number, compute: () => boolean): boolean {
    const id = `${key} ${depth}`;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    this.#known.set(id, false);
    const result = compute();
    this.#known.set(id, result);
    return result;
  }

  #classOf(key: string): { module: Module | null; index: number } {
    const hash = key.lastIndexOf('#');
    return { module: this.finder.ev.graph.load(key.slice(0, hash)), index: Number(key.slice(hash + 2)) };
  }
}

/** How other files write the path of a file in an import: its stem, or its folder for an index. */
export function fileWords(file: string): readonly string[] {
  const segments = file.split('/');
  const stem = (segments.at(-1) ?? '').replace(/\.[^.]+$/, '');
  if (stem !== 'index' && stem !== 'main' && stem !== 'mod') return [stem];
  // A package's entry is imported by the package's name, which the folders above it usually carry.
  return segments.slice(-4, -1).filter((segment) => segment !== 'src' && segment !== 'lib');
}
