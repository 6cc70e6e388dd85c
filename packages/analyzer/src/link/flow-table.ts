import type { FilePath } from '../source/source.js';
import { PROCESSES } from './channels.js';
import type { Value } from './value.js';

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

export class FlowTable {
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
export const ONLY_CALLEES: ReadonlySet<FlowKind> = new Set(['param', 'member', 'listener']);

/** The call that gives what was provided, and the object with the channels of Electron's processes. */
export const INJECTION = 'inject';
export const PROCESS_CHANNELS = 'ipcRenderer';

export function listeningOn(key: string): { readonly bus: string; readonly channel: string } {
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
