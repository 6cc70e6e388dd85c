import type { FilePath } from '../source/source.js';
import type { SdkInit, TrackingCall } from './call.js';
import type { ModuleCalls } from './collect-calls.js';

export interface CompletedCalls {
  readonly calls: readonly TrackingCall[];
  readonly inits: readonly SdkInit[];
}

/** The tracking calls of all modules together: calls that wait for callers are reported if there are none. */
export function completeCalls(modules: ReadonlyMap<FilePath, ModuleCalls>): CompletedCalls {
  const called = new Set([...modules.values()].flatMap((module) => module.called));
  const files = [...modules].sort(([a], [b]) => compare(a, b));
  const calls = files.flatMap(([, module]) => callsOf(module, called));
  return { calls, inits: files.flatMap(([, { inits }]) => [...inits].sort(byPlace)) };
}

/** In a process that lives on, most modules are those of the state before. */
const settled = new WeakMap<ModuleCalls, readonly TrackingCall[]>();

function callsOf(module: ModuleCalls, called: ReadonlySet<string>): readonly TrackingCall[] {
  const known = settled.get(module);
  if (known) return known;
  const uncalled = module.waiting.filter(({ open, isOwn }) => isOwn || !open.some((key) => called.has(key)));
  const calls = mergeEqual([...module.calls, ...uncalled.map(({ call }) => call)].sort(byMethod));
  // What waits depends on the other modules.
  if (module.waiting.length === 0) settled.set(module, calls);
  return calls;
}

/** Within one file. */
const byPlace = (a: TrackingCall | SdkInit, b: TrackingCall | SdkInit): number =>
  a.at.start - b.at.start || a.at.end - b.at.end;

const byMethod = (a: TrackingCall, b: TrackingCall): number =>
  byPlace(a, b) || compare(a.method, b.method) || compare(a.event?.name ?? '', b.event?.name ?? '');

/**
 * One place that reaches several clients (a web and a mobile provider of one context) with the same call is one call.
 * It is guarded only if it is on every way.
 */
function mergeEqual(calls: readonly TrackingCall[]): readonly TrackingCall[] {
  const merged = new Map<string, TrackingCall>();
  const placeOfCall = (call: TrackingCall): string =>
    [call.file, call.at.start, call.at.end, call.kind, call.role].join('\0');
  const isNamed = (call: TrackingCall): boolean => call.event === null || call.event.form !== 'unresolved';
  const named = new Set(calls.filter(isNamed).map(placeOfCall));
  for (const call of calls) {
    // The other branch of an overload knows nothing of these arguments.
    if (!isNamed(call) && named.has(placeOfCall(call))) continue;
    const key = [
      call.file,
      call.at.start,
      call.at.end,
      call.kind,
      call.role,
      call.event?.names.join('\0') ?? call.method,
    ].join('\0');
    const known = merged.get(key);
    merged.set(key, known ? { ...known, guarded: known.guarded && call.guarded } : call);
  }
  return [...merged.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
