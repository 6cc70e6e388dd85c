import type { MetadataSink } from './action-metadata.js';
import type { FilePath } from '../source/source.js';
import type { TypeExpr } from '../summary/summary.js';
import { alternatives, isNullish, union } from './build-value.js';
import { PROCESSES } from './channels.js';
import { isClientName } from './client-name.js';
import { declaredValue } from './declared-value.js';
import { FlowTable, INJECTION, ONLY_CALLEES, PROCESS_CHANNELS, listeningOn } from './flow-table.js';
import type { FlowKind, FlowRecord } from './flow-table.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import type { EntityKey, InstanceValue, Place, Value } from './value.js';

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
    const isClient = kind === 'member' && isClientName(key);
    this.#record(this.#tables[kind].add(key, value, by), isClient || !ONLY_CALLEES.has(kind));
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

  /** A method that every component has, because `Vue.mixin` gives it to all of them. */
  addMixedIn(name: string, value: Value, by: FilePath): void {
    this.#exposed.add(name);
    this.addMember(name, value, by);
  }

  /** Words that stand in the files which use what was exposed, mixed in or provided, or listens. */
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
