import type { MetadataSink } from './action-metadata.js';
import type { TypeExpr } from '../summary/summary.js';
import { alternatives, isNullish, union } from './build-value.js';
import { declaredValue } from './declared-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import type { EntityKey, Place, Value } from './value.js';

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

class FlowTable {
  readonly #values = new Map<string, Map<string, Value>>();

  /** True if the value was not known before. */
  add(key: string, value: Value): boolean {
    const known = this.#values.get(key) ?? new Map<string, Value>();
    this.#values.set(key, known);
    const id = identity(value);
    if (known.has(id) || known.size >= FLOW_LIMIT) return false;
    known.set(id, value);
    return true;
  }

  get(key: string): readonly Value[] {
    return [...(this.#values.get(key)?.values() ?? [])];
  }
}

/**
 * Ways that values take at run time and that no single expression shows: arguments into parameters, provided values
 * into contexts, assignments to globals and to members of objects that cannot be followed. Found while linking, used
 * by the next round; it only grows, so linking ends.
 */
export class Flows {
  readonly #params = new FlowTable();
  readonly #contexts = new FlowTable();
  readonly #states = new FlowTable();
  readonly #provided = new FlowTable();
  readonly #listeners = new FlowTable();
  readonly #buses = new Set<string>();
  readonly #exposed = new Set<string>();
  readonly #globals = new FlowTable();
  readonly #members = new FlowTable();
  readonly implementers = new FlowTable();
  readonly #sinks = new Map<string, MetadataSink>();
  readonly #subclasses = new Map<EntityKey, Set<EntityKey>>();
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

  addParam(fn: EntityKey, index: number, value: Value): void {
    this.#record(this.#params.add(`${fn} ${index}`, value), false);
  }

  param(fn: EntityKey, index: number): readonly Value[] {
    return this.#params.get(`${fn} ${index}`);
  }

  addContext(context: Value, value: Value): void {
    const id = contextIdentity(context);
    if (id !== null) this.#record(this.#contexts.add(id, value), true);
  }

  /** What `useContext` gives: every provided value and the default. Null if the context is not known. */
  contextValue(context: Value, at: Place): Value | null {
    const id = contextIdentity(context);
    if (id === null || context.kind !== 'call') return null;
    const fallback = context.args[0];
    const options = [...this.#contexts.get(id), ...(fallback && !isNullish(fallback) ? [fallback] : [])];
    return options.length > 0 ? union(options, at) : null;
  }

  /** A tracker that the setter of a component's state is called with; see `state-setter.ts` for the key. */
  addState(key: string, value: Value): void {
    this.#record(this.#states.add(key, value), true);
  }

  state(key: string): readonly Value[] {
    return this.#states.get(key);
  }

  /** A function that listens on a named channel; see `channels.ts` for the bus. */
  addListener(bus: string, channel: string, listener: Value): void {
    this.#buses.add(bus);
    this.#record(this.#listeners.add(`${bus} ${channel}`, listener), false);
  }

  listeners(bus: string, channel: string): readonly Value[] {
    return this.#listeners.get(`${bus} ${channel}`);
  }

  /** True if a tracker listens on some channel of the bus. */
  isListenedTo(bus: string): boolean {
    return this.#buses.has(bus);
  }

  /** True if something is provided to the context, or listens on the emitter, that is made at an offset of a file. */
  isProvided(file: string, createdAt: number): boolean {
    const place = `${file}:${createdAt}`;
    return this.#contexts.get(place).length > 0 || this.#buses.has(place);
  }

  addGlobal(name: string, value: Value): void {
    this.#record(this.#globals.add(name, value), true);
  }

  /** A tracker that is provided under a key; see `provided-keys.ts`. */
  addProvided(key: string, value: Value): void {
    this.#exposed.add('inject');
    this.#record(this.#provided.add(key, value), true);
  }

  provided(key: string): readonly Value[] {
    return this.#provided.get(key);
  }

  /** A tracker that a preload script makes a global of its page. */
  addExposed(name: string, value: Value): void {
    this.#exposed.add(name);
    this.addGlobal(name, value);
  }

  /** Words that stand in the files which use what was exposed or provided. */
  exposedNames(): readonly string[] {
    return [...this.#exposed];
  }

  globalValue(name: string): Value | null {
    const values = this.#globals.get(name);
    const [first] = values;
    return first ? union(values, first.at) : null;
  }

  addMember(name: string, value: Value): void {
    this.#record(this.#members.add(name, value), false);
  }

  /** Values that were assigned to a member of that name on some object that cannot be followed. */
  memberNamed(name: string): readonly Value[] {
    return this.#members.get(name);
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

  addSubclass(parent: EntityKey, child: EntityKey): void {
    const children = this.#subclasses.get(parent) ?? new Set<EntityKey>();
    this.#subclasses.set(parent, children);
    if (!children.has(child)) {
      children.add(child);
      this.#record(true, true);
    }
  }

  /** A member that only subclasses define, as abstract members do. */
  subclassMember(ev: Evaluator, key: EntityKey, name: string, at: Place): Value | null {
    const found = [...(this.#subclasses.get(key) ?? [])].flatMap((child) => {
      const member = ev.classMember(child, name, false);
      return member ? [member] : [];
    });
    return found.length > 0 ? union(found, at) : null;
  }

  addImplementer(type: string, value: Value): void {
    this.#record(this.implementers.add(type, value), true);
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
