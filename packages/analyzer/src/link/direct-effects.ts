import type { SdkCallParts } from '../sdks/index.js';
import type { Site } from '../summary/summary.js';
import { isGuardedCallback } from './callback-guard.js';
import { listItems } from './call-value.js';
import { declaredTypeOf } from './declared-receiver.js';
import type { Effect } from './effect.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { placeOf } from './module-graph.js';
import type { SdkValue, Value } from './value.js';

/** What is initialised at a site: `mixpanel.init(token, options)`. */
export interface InitEffect {
  readonly sdk: string;
  readonly token: Value | null;
  readonly options: Value | null;
}

/** Calls that no import gives away, such as requests to the vendor. Null: not one. */
export function requestEffects(
  ev: Evaluator,
  module: Module,
  site: Site,
  callee: Value,
  args: readonly Value[],
): readonly Effect[] | null {
  if (site.kind === 'element') return null;
  for (const adapter of ev.sdks.adapters) {
    const use = adapter.match?.(callee, args, (value) => isDeclaredList(ev, value));
    if (use?.kind === 'calls') {
      return use.calls.map((parts) => directEffect(ev, module, site, adapter.id, parts));
    }
  }
  return null;
}

function isDeclaredList(ev: Evaluator, value: Value): boolean {
  const type = declaredTypeOf(ev, value)?.type;
  return type?.kind === 'array' || (type?.kind === 'ref' && /^(?:Readonly)?Array$/.test(type.name));
}

function directEffect(ev: Evaluator, module: Module, site: Site, sdk: string, parts: SdkCallParts): Effect {
  return {
    sdk,
    parts,
    sdkCall: placeOf(module.file, site),
    isGuarded: isGuardedSite(ev, module, site),
    via: [],
    isNamedInside: false,
    isDeferred: false,
    isPurposeNamed: true,
  };
}

/** True if a failure at the site cannot get out of it. */
export function isGuardedSite(ev: Evaluator, module: Module, site: Site): boolean {
  return site.inTry || site.hasRejectionHandler || isGuardedCallback(ev, module, site.fn);
}

/** What calling a member of an SDK does. */
export function sdkEffects(
  ev: Evaluator,
  module: Module,
  site: Site,
  target: SdkValue,
  args: readonly Value[],
): { effects: Effect[]; inits: InitEffect[] } {
  let { path } = target;
  let given = [...(target.partial ?? []), ...args];
  const last = path.at(-1);
  if (path.length > 1 && (last === 'call' || last === 'apply')) {
    path = path.slice(0, -1);
    given = last === 'call' ? args.slice(1) : [...listItems(ev, args[1])];
  }
  const use = ev.sdks.get(target.sdk)?.use(path, given, target.factoryArgs ?? []);
  switch (use?.kind) {
    case 'calls':
      return {
        effects: use.calls.map((parts) => directEffect(ev, module, site, target.sdk, parts)),
        inits: [],
      };
    case 'init':
      return { effects: [], inits: [{ sdk: target.sdk, token: use.token, options: use.options }] };
    default:
      return { effects: [], inits: [] };
  }
}
