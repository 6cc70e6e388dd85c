import type { MetadataSink } from './action-metadata.js';
import type { FilePath } from '../source/source.js';
import type { TypeExpr } from '../summary/summary.js';
import { alternatives, isNullish, union } from './build-value.js';
import { PROCESSES } from './channels.js';
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

  get size(): number {
    return this.#flows.size;
  }

  *entries(): Iterable<readonly [key: string, value: Value, by: ReadonlySet<FilePath>]> {
    for (const [key, flows] of this.#flows)
      for (const { value, by } of flows.values()) yield [key, value, by];
  }
}

/** What flows are told apart by: the kind of the place that they lead to. */
export type FlowKind =
  'param' | 'context' | 'global' | 'member' | 'implementer' | 'subclass' | 'state' | 'provided' | 'listener';

/** These say what a callee can be, not what an expression evaluates to. */
const ONLY_CALLEES: ReadonlySet<FlowKind> = new Set(['param', 'member', 'listener']);

/** The call that gives what was provided, and the object with the channels of Electron's processes. */
const INJECTION = 'inject';
const PROCESS_CHANNELS = 'ipcRenderer';

function listeningOn(key: string): { readonly bus: string; readonly channel: string } {
  const [bus = '', channel = ''] = JSON.parse(key) as readonly string[];
  return { bus, channel };
}

/** One flow as plain data. */
export interface FlowRecord {
  readonly kind: FlowKind;
  /** Where it leads to: a parameter, a context, a name, a type. */
  readonly key: string;
  readonly value: Value;
  /** Modules whose code says so. */
  readonly by: readonly FilePath[];
}

/** Who can read a flow: the code of a file, every file that mentions a name, or both. */
export interface FlowReaders {
  readonly file: FilePath | null;
  readonly word: string | null;
}

export function readersOf({ kind, key }: Pick<FlowRecord, 'kind' | 'key'>): FlowReaders {
  switch (kind) {
    case 'param':
    case 'implementer':
    case 'subclass':
      return { file: key.slice(0, key.lastIndexOf('#')), word: null };
    case 'context':
    case 'state':
      return { file: key.slice(0, key.lastIndexOf(':')), word: null };
    case 'global':
    case 'member':
      return { file: null, word: key };
    case 'provided':
      return { file: null, word: INJECTION };
    case 'listener': {
      const { bus, channel } = listeningOn(key);
      return { file: bus === PROCESSES ? null : bus.slice(0, bus.lastIndexOf(':')), word: channel };
    }
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
    state: new FlowTable(),
    provided: new FlowTable(),
    listener: new FlowTable(),
  };
  readonly #buses = new Set<string>();
  readonly #exposed = new Set<string>();
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
    if (kind === 'listener') this.#buses.add(listeningOn(key).bus);
    this.#record(this.#tables[kind].add(key, value, by), !ONLY_CALLEES.has(kind));
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

  /** A tracker that the setter of a component's state is called with; see `state-setter.ts` for the key. */
  addState(key: string, value: Value, by: FilePath): void {
    this.#add('state', key, value, by);
  }

  state(key: string): readonly Value[] {
    return this.#tables.state.get(key);
  }

  /** A function that listens on a named channel; see `channels.ts` for the bus. */
  addListener(bus: string, channel: string, listener: Value, by: FilePath): void {
    this.#add('listener', JSON.stringify([bus, channel]), listener, by);
  }

  listeners(bus: string, channel: string): readonly Value[] {
    return this.#tables.listener.get(JSON.stringify([bus, channel]));
  }

  /** True if a tracker listens on some channel of the bus. */
  isListenedTo(bus: string): boolean {
    return this.#buses.has(bus);
  }

  /** True if something is provided to the context, or listens on the emitter, that is made at an offset of a file. */
  isProvided(file: string, createdAt: number): boolean {
    const place = `${file}:${createdAt}`;
    return this.#tables.context.get(place).length > 0 || this.isListenedTo(place);
  }

  addGlobal(name: string, value: Value, by: FilePath): void {
    this.#add('global', name, value, by);
  }

  /** A tracker that is provided under a key; see `provided-keys.ts`. */
  addProvided(key: string, value: Value, by: FilePath): void {
    this.#add('provided', key, value, by);
  }

  provided(key: string): readonly Value[] {
    return this.#tables.provided.get(key);
  }

  /** True if some tracker is provided, so that what is injected can be one. */
  get hasProvided(): boolean {
    return this.#tables.provided.size > 0;
  }

  /** A tracker that other files use by its name alone, as preload scripts and classic scripts make one. */
  addExposed(name: string, value: Value, by: FilePath): void {
    this.#exposed.add(name);
    this.addGlobal(name, value, by);
  }

  /** Words that stand in the files which use what was exposed or provided, or listens. */
  sharedWords(): readonly string[] {
    return [
      ...this.#exposed,
      ...(this.hasProvided ? [INJECTION] : []),
      ...(this.isListenedTo(PROCESSES) ? [PROCESS_CHANNELS] : []),
    ];
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
