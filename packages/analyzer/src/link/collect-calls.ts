import type { Site } from '../summary/summary.js';
import { contextOf } from './call-context.js';
import type { CallRole, Runtime, SdkInit, TrackingCall } from './call.js';
import type { Effect } from './effect.js';
import { namingValue } from './effect.js';
import type { EffectFinder } from './effects.js';
import { readEventName } from './event-name.js';
import { namedByType } from './literal-types.js';
import { enclosingFunctions } from './module-functions.js';
import type { Module } from './module-graph.js';
import { parseKey, placeOf } from './module-graph.js';
import { isPassThrough, opennessOf } from './openness.js';
import { positionOf } from './position.js';
import { readProperties } from './properties.js';
import type { EntityKey, Place, Value } from './value.js';

interface Candidate {
  readonly module: Module;
  readonly site: Site;
  readonly index: number;
  readonly effect: Effect;
  /** Functions whose callers would complete the call. */
  readonly open: ReadonlySet<EntityKey>;
}

export interface CollectedCalls {
  readonly calls: readonly TrackingCall[];
  readonly inits: readonly SdkInit[];
}

/** Decides for every effect at every site whether it is a tracking call there, and describes it. */
export class CallCollector {
  readonly #calls: TrackingCall[] = [];
  readonly #inits: SdkInit[] = [];
  readonly #open: Candidate[] = [];
  /** Functions whose open calls some caller completes. */
  readonly #called = new Set<EntityKey>();

  constructor(
    private readonly finder: EffectFinder,
    private readonly isReviewed: (file: string) => boolean,
  ) {}

  add(module: Module): void {
    module.summary.sites.forEach((site, index) => {
      const found = this.finder.ofSite(module, index);
      if (found.effects.length === 0 && found.inits.length === 0) return;
      const fns = enclosingFunctions(module, site.fn);
      for (const fn of found.functions) {
        if (!found.effects.some((effect) => !effect.isNamedInside && effect.via.length > 0)) continue;
        this.#called.add(fn.key);
        // Whoever made the function or the object completes what their parameters decide.
        fn.bound?.forEach((_params, key) => this.#called.add(key));
      }
      if (!this.isReviewed(module.file)) return;
      for (const init of found.inits) this.#addInit(module, site, init);
      for (const effect of found.effects) this.#consider(module, site, index, effect, fns);
    });
    for (const { effect, at, fn, sink } of this.finder.metadataOf(module)) {
      this.#called.add(sink);
      this.#addMetadata(module, effect, at, fn);
    }
  }

  /** Data that a middleware tracks is a declaration, unless a function's callers decide what it says. */
  #addMetadata(module: Module, effect: Effect, at: Place, fn: number): void {
    const openness = opennessOf(this.finder.ev, effect.parts, enclosingFunctions(module, fn));
    if (openness.kind === 'foreign' || !this.isReviewed(module.file)) return;
    const isBare = openness.kind === 'open' && isPassThrough(effect.parts, openness.on);
    if (!isBare) this.#record(module, pseudoSite(at, fn), effect, 'declaration');
  }

  #consider(module: Module, site: Site, index: number, effect: Effect, fns: ReadonlySet<EntityKey>): void {
    if (effect.isNamedInside) {
      if (this.#isTrigger(site, effect)) this.#record(module, site, effect, 'trigger');
      return;
    }
    const openness = opennessOf(this.finder.ev, effect.parts, fns);
    if (openness.kind === 'named')
      this.#record(module, site, effect, site.kind === 'element' ? 'declaration' : 'call');
    else if (openness.kind === 'open') this.#open.push({ module, site, index, effect, open: openness.on });
  }

  #isTrigger(site: Site, effect: Effect): boolean {
    if (site.kind !== 'call' || !effect.isPurposeNamed) return false;
    return !effect.isDeferred || site.use === 'argument';
  }

  /** Calls that wait for callers: reported where they stand if no caller was found that completes them. */
  #addUncalled(): void {
    for (const { module, site, effect, open } of this.#open) {
      if (site.kind === 'element') continue;
      const isCalled = [...open].some((key) => this.#called.has(key));
      const isFanOut = effect.via.length === 0 && this.#fansOut(module, site, open);
      if (isCalled && !isFanOut) continue;
      const isCallback = [...open].every((key) => {
        const { index } = parseKey(key);
        const use = module.summary.functions[index]?.use;
        return use === 'argument' || use === 'attribute';
      });
      const fns = enclosingFunctions(module, site.fn);
      // Without an event there is nothing to wait for: what a profile call is given can be judged where it stands.
      const value = namingValue(effect.parts);
      const isProfile = value !== null && value === effect.parts.properties;
      if (isFanOut || isCallback || isProfile || !isPassThrough(effect.parts, fns))
        this.#record(module, site, effect, 'call');
    }
  }

  /** One function makes several kinds of SDK calls of its arguments: the decision what is sent is made there. */
  #fansOut(module: Module, site: Site, open: ReadonlySet<EntityKey>): boolean {
    const kinds = new Set<string>();
    for (const candidate of this.#open) {
      const isSame =
        candidate.module === module && candidate.site.fn === site.fn && candidate.effect.via.length === 0;
      if (isSame && [...candidate.open].some((key) => open.has(key))) kinds.add(candidate.effect.parts.kind);
    }
    for (const call of this.#calls) {
      const isSame = call.file === module.file && call.via.length === 0 && call.role === 'call';
      const inside = module.summary.functions[site.fn];
      if (
        isSame &&
        inside &&
        call.at.start >= inside.start &&
        call.at.end <= inside.end &&
        this.#sharesFunction(module, call, site)
      )
        kinds.add(call.kind);
    }
    return kinds.size > 1;
  }

  #sharesFunction(module: Module, call: TrackingCall, site: Site): boolean {
    return call.context.fn !== null && call.context.fn === contextOf(module, site).fn;
  }

  #addInit(
    module: Module,
    site: Site,
    init: { sdk: string; token: SdkInit['token']; options: SdkInit['options'] },
  ): void {
    this.#inits.push({
      ...this.#place(module, site),
      sdk: init.sdk,
      runtime: this.#runtime(init.sdk),
      token: init.token,
      options: init.options,
      context: contextOf(module, site),
    });
  }

  #runtime(sdk: string): Runtime {
    return this.finder.ev.sdks.get(sdk)?.runtime ?? 'browser';
  }

  #place(
    module: Module,
    site: Site,
  ): Pick<TrackingCall, 'file' | 'at' | 'line' | 'column' | 'endLine' | 'endColumn'> {
    const start = positionOf(module.text, site.start);
    const end = positionOf(module.text, site.end);
    return {
      file: module.file,
      at: placeOf(module.file, site),
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }

  #record(module: Module, site: Site, effect: Effect, role: CallRole): void {
    const at = placeOf(module.file, site);
    const { parts } = effect;
    const origin = (place: Place): 'call' | 'wrapper' => this.#origin(module, site, effect, place);
    const read = readProperties(parts.properties, origin);
    const event = parts.event && this.#eventName(parts.event, at);
    this.#calls.push({
      ...this.#place(module, site),
      role,
      kind: parts.kind,
      method: parts.method,
      sdk: effect.sdk,
      runtime: this.#runtime(effect.sdk),
      event,
      properties: read.properties,
      open: read.open,
      propertiesOpen: read.open.length > 0,
      distinctId: parts.distinctId
        ? {
            value: parts.distinctId,
            text: this.#text(parts.distinctId.at),
            at: parts.distinctId.at,
            origin: origin(parts.distinctId.at),
          }
        : null,
      group: parts.group,
      guarded: effect.isGuarded,
      via: effect.via,
      args:
        site.kind === 'element'
          ? []
          : this.finder.ev.siteArguments(module, module.summary.sites.indexOf(site)),
      context: contextOf(module, site),
      isDeferred: effect.isDeferred,
      sdkCall: effect.sdkCall,
    });
  }

  /** Something written inside a wrapper on the way is the wrapper's; everything else belongs to this call. */
  #origin(module: Module, site: Site, effect: Effect, place: Place): 'call' | 'wrapper' {
    if (place.file === module.file && place.start >= site.start && place.end <= site.end) return 'call';
    const isInside = effect.via.some(
      (step) =>
        step.place.file === place.file && place.start >= step.place.start && place.end <= step.place.end,
    );
    // Helpers of the wrapper in its own file (`json()` of an event class) are the wrapper's, too.
    const isWrapperFile =
      place.file !== module.file &&
      [...effect.via.map((step) => step.place), effect.sdkCall].some((each) => each.file === place.file);
    return isInside || isWrapperFile ? 'wrapper' : 'call';
  }

  /** What a type allows is listed; the value stays as it is written. */
  #eventName(value: Value, at: Place): TrackingCall['event'] {
    const named = namedByType(this.finder.ev, value);
    return { ...readEventName(named, at, (place) => this.#text(place)), value };
  }

  #text(place: Place): string {
    const text = this.finder.ev.graph.load(place.file)?.text ?? '';
    return text.slice(place.start, place.end);
  }

  finish(): CollectedCalls {
    this.#addUncalled();
    const order = (a: TrackingCall | SdkInit, b: TrackingCall | SdkInit): number =>
      a.file === b.file ? a.at.start - b.at.start || a.at.end - b.at.end : a.file < b.file ? -1 : 1;
    const byMethod = (a: TrackingCall, b: TrackingCall): number =>
      order(a, b) || compare(a.method, b.method) || compare(a.event?.name ?? '', b.event?.name ?? '');
    return { calls: mergeEqual(this.#calls.sort(byMethod)), inits: this.#inits.sort(order) };
  }
}

/** A place that is no call: data that is tracked later. */
const pseudoSite = (at: Place, fn: number): Site => ({
  kind: 'element',
  callee: { kind: 'unknown', reason: 'data', start: at.start, end: at.end },
  args: [],
  props: null,
  fn,
  isOptional: false,
  use: 'value',
  inTry: false,
  inCatch: false,
  hasRejectionHandler: false,
  isConditional: false,
  start: at.start,
  end: at.end,
});

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
