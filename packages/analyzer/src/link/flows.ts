import type { MetadataSink } from './action-metadata.js';
import type { FilePath } from '../source/source.js';
import type { TypeExpr } from '../summary/summary.js';
import { alternatives, isNullish, union } from './build-value.js';
import { declaredValue } from './declared-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import type { EntityKey, InstanceValue, Place, Value } from './value.js';

/** Arguments seen per parameter; more add nothing, since only the ways to a tracker matter. */
const FLOW_LIMIT = 256;

/** Identity of what a value leads to, so that the same flow is recorded once. */
function identity(value: Value): string {
  const at = `${value.at.file}:${value.at.start}`;
  switch (value.kind) {
    case 'function':
    case 'class':
    case 'instance':
      return `${value.kind} ${value.key} ${at}`;
    case 'sdk':
      return `sdk ${value.sdk} ${value.path.join('.')}`;
    default:
      return `${value.kind} ${at}`;
  }
}

/** A value that flows somewhere, and the modules whose code says so. */
interface Flow {
  readonly value: Value;
  readonly by: Set<FilePath>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

class FlowTable {
  readonly #flows = new Map<string, Map<string, Flow>>();
  readonly #sorted = new Map<string, readonly Value[]>();
  /** True if a key got more values than are kept, so that the order of adding decided which. */
  hasOverflowed = false;

  /** True if the value was not known before. */
  add(key: string, value: Value, by: FilePath): boolean {
    const known = this.#flows.get(key) ?? new Map<string, Flow>();
    this.#flows.set(key, known);
    const id = identity(value);
    const flow = known.get(id);
    if (flow) {
      flow.by.add(by);
      return false;
    }
    if (known.size >= FLOW_LIMIT) {
      this.hasOverflowed = true;
      return false;
    }
    known.set(id, { value, by: new Set([by]) });
    this.#sorted.delete(key);
    return true;
  }

  /** By place, whatever the order in which the flows were found. */
  get(key: string): readonly Value[] {
    const known = this.#sorted.get(key);
    if (known) return known;
    const flows = [...(this.#flows.get(key) ?? [])];
    const sorted = flows
      .sort(
        ([idA, { value: a }], [idB, { value: b }]) =>
          compare(a.at.file, b.at.file) || a.at.start - b.at.start || compare(idA, idB),
      )
      .map(([, { value }]) => value);
    this.#sorted.set(key, sorted);
    return sorted;
  }

  *entries(): Iterable<readonly [key: string, value: Value, by: ReadonlySet<FilePath>]> {
    for (const [key, flows] of this.#flows)
      for (const { value, by } of flows.values()) yield [key, value, by];
  }
}

/** What flows are told apart by: the kind of the place that they lead to. */
export type FlowKind = 'param' | 'context' | 'global' | 'member' | 'implementer' | 'subclass';

/** One flow as plain data. */
export interface FlowRecord {
  readonly kind: FlowKind;
  /** Where it leads to: a parameter, a context, a name, a type. */
  readonly key: string;
  readonly value: Value;
  /** Modules whose code says so. */
  readonly by: readonly FilePath[];
}

/** The file whose code reads a flow; null if every file that mentions the name can. */
export function readerOf({ kind, key }: Pick<FlowRecord, 'kind' | 'key'>): FilePath | null {
  switch (kind) {
    case 'param':
    case 'implementer':
    case 'subclass':
      return key.slice(0, key.lastIndexOf('#'));
    case 'context':
      return key.slice(0, key.lastIndexOf(':'));
    case 'global':
    case 'member':
      return null;
  }
}

/**
 * Ways that values take at run time and that no single expression shows: arguments into parameters, provided values
 * into contexts, assignments to globals and to members of objects that cannot be followed. Found while linking, used
 * by the next round; it only grows, so linking ends.
 */
export class Flows {
  readonly #tables: Readonly<Record<FlowKind, FlowTable>> = {
    param: new FlowTable(),
    context: new FlowTable(),
    global: new FlowTable(),
    member: new FlowTable(),
    implementer: new FlowTable(),
    subclass: new FlowTable(),
  };
  readonly #sinks = new Map<string, MetadataSink>();
  /** Grows with every new flow. */
  version = 0;
  /** Number of the round of linking; what is found in one round is used from the next on. */
  round = 0;
  /** Grows with flows that change what expressions evaluate to, not only what callees can be. */
  valueVersion = 0;

  #record(isNew: boolean, changesValues: boolean): void {
    if (!isNew) return;
    this.version += 1;
    if (changesValues) this.valueVersion += 1;
  }

  #add(kind: FlowKind, key: string, value: Value, by: FilePath): void {
    this.#record(this.#tables[kind].add(key, value, by), kind !== 'param' && kind !== 'member');
  }

  addParam(fn: EntityKey, index: number, value: Value, by: FilePath): void {
    this.#add('param', `${fn} ${index}`, value, by);
  }

  param(fn: EntityKey, index: number): readonly Value[] {
    return this.#tables.param.get(`${fn} ${index}`);
  }

  addContext(context: Value, value: Value, by: FilePath): void {
    const id = contextIdentity(context);
    if (id !== null) this.#add('context', id, value, by);
  }

  /** What `useContext` gives: every provided value and the default. Null if the context is not known. */
  contextValue(context: Value, at: Place): Value | null {
    const id = contextIdentity(context);
    if (id === null || context.kind !== 'call') return null;
    const fallback = context.args[0];
    const options = [
      ...this.#tables.context.get(id),
      ...(fallback && !isNullish(fallback) ? [fallback] : []),
    ];
    return options.length > 0 ? union(options, at) : null;
  }

  /** True if something is provided to the context that is made at an offset of a file. */
  isProvided(file: string, createdAt: number): boolean {
    return this.#tables.context.get(`${file}:${createdAt}`).length > 0;
  }

  addGlobal(name: string, value: Value, by: FilePath): void {
    this.#add('global', name, value, by);
  }

  globalValue(name: string): Value | null {
    const values = this.#tables.global.get(name);
    const [first] = values;
    return first ? union(values, first.at) : null;
  }

  addMember(name: string, value: Value, by: FilePath): void {
    this.#add('member', name, value, by);
  }

  /** Values that were assigned to a member of that name on some object that cannot be followed. */
  memberNamed(name: string): readonly Value[] {
    return this.#tables.member.get(name);
  }

  addSink(sink: MetadataSink): void {
    const key = `${sink.fn} ${sink.effect.sdkCall.start} ${sink.effect.parts.method}`;
    if (this.#sinks.has(key)) return;
    this.#sinks.set(key, sink);
    this.#record(true, false);
  }

  sinks(): readonly MetadataSink[] {
    return [...this.#sinks.values()];
  }

  /** `child` is an instance of the subclass. */
  addSubclass(parent: EntityKey, child: InstanceValue, by: FilePath): void {
    this.#add('subclass', parent, child, by);
  }

  /** A member that only subclasses define, as abstract members do. */
  subclassMember(ev: Evaluator, key: EntityKey, name: string, at: Place): Value | null {
    const found = this.#tables.subclass.get(key).flatMap((child) => {
      const member = child.kind === 'instance' ? ev.classMember(child.key, name, false) : null;
      return member ? [member] : [];
    });
    return found.length > 0 ? union(found, at) : null;
  }

  addImplementer(type: string, value: Value, by: FilePath): void {
    this.#add('implementer', type, value, by);
  }

  /** Instances of what implements an interface or extends a class. */
  implementers(type: string): readonly Value[] {
    return this.#tables.implementer.get(type);
  }

  /** True if some flows were left out, so that the rest depends on the order in which they were found. */
  get hasOverflowed(): boolean {
    return Object.values(this.#tables).some((table) => table.hasOverflowed);
  }

  records(): readonly FlowRecord[] {
    return (Object.keys(this.#tables) as FlowKind[]).flatMap((kind) =>
      [...this.#tables[kind].entries()].map(([key, value, by]) => ({ kind, key, value, by: [...by].sort() })),
    );
  }

  restore(records: readonly FlowRecord[], sinks: readonly MetadataSink[]): void {
    for (const { kind, key, value, by } of records) for (const file of by) this.#add(kind, key, value, file);
    for (const sink of sinks) this.addSink(sink);
  }

  /** What a value declared with a type can be: an instance of the class, or of whatever implements the interface. */
  typedValue(ev: Evaluator, module: Module, type: TypeExpr, at: Place): Value | null {
    return declaredValue(ev, module, type, at);
  }
}

/** Contexts are told apart by the place of their `createContext`. */
export function contextIdentity(value: Value): string | null {
  const [option] = alternatives(value);
  if (option?.kind !== 'call') return null;
  const { callee } = option;
  const name =
    callee.kind === 'external' ? callee.path.at(-1) : callee.kind === 'member' ? callee.name : null;
  return name === 'createContext' ? `${callee.at.file}:${callee.at.start}` : null;
}
