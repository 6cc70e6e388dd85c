import type { FilePath } from '../source/source.js';
import type { Site } from '../summary/summary.js';
import { contextOf } from './call-context.js';
import type { CallRole, Runtime, SdkInit, TrackingCall } from './call.js';
import type { Effect } from './effect.js';
import { namingValue } from './effect.js';
import type { EffectFinder } from './effects.js';
import { readEventName } from './event-name.js';
import { namedByType } from './literal-types.js';
import { isPurposeNamed } from './function-purpose.js';
import { enclosingFunctions } from './module-functions.js';
import type { Module } from './module-graph.js';
import { parseKey, placeOf } from './module-graph.js';
import { isPassThrough, opennessOf } from './openness.js';
import { positionOf } from './position.js';
import { readProperties } from './properties.js';
import type { EntityKey, Place, Value } from './value.js';

/** A call that callers may complete: it is reported where it stands only if no caller was found. */
export interface WaitingCall {
  readonly call: TrackingCall;
  /** Functions whose callers would complete it. */
  readonly open: readonly EntityKey[];
  /** The decision what is sent is made here, whoever calls. */
  readonly isOwn: boolean;
}

/** What one module contributes to the tracking calls of a project; plain data. */
export interface ModuleCalls {
  readonly calls: readonly TrackingCall[];
  readonly inits: readonly SdkInit[];
  readonly waiting: readonly WaitingCall[];
  /** Functions whose open calls this module completes. */
  readonly called: readonly EntityKey[];
}

interface Candidate {
  readonly site: Site;
  readonly effect: Effect;
  readonly open: ReadonlySet<EntityKey>;
}

/** Which files count: calls in reviewed files are described, and tests are no callers of what they test. */
export interface FileKinds {
  readonly isReviewed: (file: FilePath) => boolean;
  readonly isTest: (file: FilePath) => boolean;
}

/** Decides for every effect at every site of a module whether it is a tracking call there, and describes it. */
export function collectCalls(finder: EffectFinder, module: Module, kinds: FileKinds): ModuleCalls {
  if (kinds.isTest(module.file)) return { calls: [], inits: [], waiting: [], called: [] };
  return new CallCollector(finder, module, kinds.isReviewed(module.file)).collect();
}

class CallCollector {
  readonly #calls: TrackingCall[] = [];
  readonly #inits: SdkInit[] = [];
  readonly #candidates: Candidate[] = [];
  readonly #called = new Set<EntityKey>();

  constructor(
    private readonly finder: EffectFinder,
    private readonly module: Module,
    private readonly isReviewed: boolean,
  ) {}

  collect(): ModuleCalls {
    const { module } = this;
    module.summary.sites.forEach((site, index) => this.#addSite(site, index));
    for (const { effect, at, fn, sink } of this.finder.metadataOf(module)) {
      this.#called.add(sink);
      this.#addMetadata(effect, at, fn);
    }
    const waiting = this.#candidates.flatMap((candidate) => this.#waiting(candidate) ?? []);
    return { calls: this.#calls, inits: this.#inits, waiting, called: [...this.#called] };
  }

  #addSite(site: Site, index: number): void {
    const found = this.finder.ofSite(this.module, index);
    if (found.effects.length === 0 && found.inits.length === 0) return;
    const fns = enclosingFunctions(this.module, site.fn);
    for (const fn of found.functions) {
      if (!found.effects.some((effect) => !effect.isNamedInside && effect.via.length > 0)) continue;
      this.#called.add(fn.key);
      // Whoever made the function or the object completes what their parameters decide.
      fn.bound?.forEach((_params, key) => this.#called.add(key));
    }
    if (!this.isReviewed) return;
    for (const init of found.inits) this.#addInit(site, init);
    for (const effect of found.effects) this.#consider(site, effect, fns);
  }

  /** Data that a middleware tracks is a declaration, unless a function's callers decide what it says. */
  #addMetadata(effect: Effect, at: Place, fn: number): void {
    const openness = opennessOf(this.finder.ev, effect.parts, enclosingFunctions(this.module, fn));
    if (openness.kind === 'foreign' || !this.isReviewed) return;
    const isBare = openness.kind === 'open' && isPassThrough(effect.parts, openness.on);
    if (!isBare) this.#calls.push(this.#describe(pseudoSite(at, fn), effect, 'declaration'));
  }

  #consider(site: Site, effect: Effect, fns: ReadonlySet<EntityKey>): void {
    if (effect.isNamedInside) {
      if (this.#isTrigger(site, effect)) this.#calls.push(this.#describe(site, effect, 'trigger'));
      return;
    }
    const openness = opennessOf(this.finder.ev, effect.parts, fns);
    if (openness.kind === 'named')
      this.#calls.push(this.#describe(site, effect, site.kind === 'element' ? 'declaration' : 'call'));
    else if (openness.kind === 'open') this.#candidates.push({ site, effect, open: openness.on });
  }

  #isTrigger(site: Site, effect: Effect): boolean {
    if (site.kind !== 'call' || !effect.isPurposeNamed) return false;
    return !effect.isDeferred || site.use === 'argument';
  }

  /** Null if the body only passes on what its callers say. */
  #waiting({ site, effect, open }: Candidate): WaitingCall | null {
    if (site.kind === 'element') return null;
    const isOwn = effect.via.length === 0 && this.#fansOut(site, open);
    const isCallback = [...open].every((key) => {
      const use = this.module.summary.functions[parseKey(key).index]?.use;
      return use === 'argument' || use === 'attribute';
    });
    const fns = enclosingFunctions(this.module, site.fn);
    // Without an event there is nothing to wait for: what a profile call is given can be judged where it stands.
    const value = namingValue(effect.parts);
    const isProfile = value !== null && value === effect.parts.properties;
    const isWaiting = isOwn || isCallback || isProfile || !isPassThrough(effect.parts, fns);
    if (!isWaiting && !this.#isHandler(site, effect)) return null;
    return { call: this.#describe(site, effect, 'call'), open: [...open], isOwn };
  }

  /**
   * True if the function does more than track, so that it is no wrapper: a handler that a framework calls has no callers
   * in the code. Where it is given the whole name of the event, nothing could be said about the call.
   */
  #isHandler(site: Site, { parts }: Effect): boolean {
    return parts.event?.kind !== 'param' && !isPurposeNamed(this.finder, this.module, site.fn);
  }

  /** One function makes several kinds of SDK calls of its arguments: the decision what is sent is made there. */
  #fansOut(site: Site, open: ReadonlySet<EntityKey>): boolean {
    const kinds = new Set<string>();
    for (const candidate of this.#candidates) {
      const isSame = candidate.site.fn === site.fn && candidate.effect.via.length === 0;
      if (isSame && [...candidate.open].some((key) => open.has(key))) kinds.add(candidate.effect.parts.kind);
    }
    const { fn } = contextOf(this.module, site);
    for (const call of this.#calls) {
      if (fn !== null && call.context.fn === fn && call.via.length === 0 && call.role === 'call')
        kinds.add(call.kind);
    }
    return kinds.size > 1;
  }

  #addInit(site: Site, init: { sdk: string; token: SdkInit['token']; options: SdkInit['options'] }): void {
    this.#inits.push({
      ...this.#place(site),
      sdk: init.sdk,
      runtime: this.#runtime(init.sdk),
      token: init.token,
      options: init.options,
      context: contextOf(this.module, site),
    });
  }

  #runtime(sdk: string): Runtime {
    return this.finder.ev.sdks.get(sdk)?.runtime ?? 'browser';
  }

  #place(site: Site): Pick<TrackingCall, 'file' | 'at' | 'line' | 'column' | 'endLine' | 'endColumn'> {
    const { module } = this;
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

  #describe(site: Site, effect: Effect, role: CallRole): TrackingCall {
    const { module } = this;
    const at = placeOf(module.file, site);
    const { parts } = effect;
    const origin = (place: Place): 'call' | 'wrapper' => this.#origin(site, effect, place);
    const read = readProperties(parts.properties, origin);
    const event = parts.event && this.#eventName(parts.event, at);
    return {
      ...this.#place(site),
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
    };
  }

  /** Something written inside a wrapper on the way is the wrapper's; everything else belongs to this call. */
  #origin(site: Site, effect: Effect, place: Place): 'call' | 'wrapper' {
    const { module } = this;
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
