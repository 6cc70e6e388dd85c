import type { Site } from '../summary/summary.js';
import { alternatives } from './build-value.js';
import type { MetadataEffect } from './action-metadata.js';
import { metadataEffects, metadataSink } from './action-metadata.js';
import { bindArguments } from './call-value.js';
import { instanceBindings } from './class-members.js';
import type { InitEffect } from './direct-effects.js';
import { isGuardedSite, requestEffects, sdkEffects } from './direct-effects.js';
import type { Effect } from './effect.js';
import { distinctEffects, mapParts } from './effect.js';
import type { Evaluator } from './evaluator.js';
import { FlowRecorder } from './flow-recorder.js';
import { handsOutTracker, isNamedByMaker, isPurposeNamed } from './function-purpose.js';
import { descendantsOf, enclosingFunctions, isDeferredIn, sitesOf } from './module-functions.js';
import { calleeText, firstPassedOn, mayRequest } from './site-text.js';
import type { Module } from './module-graph.js';
import { placeOf } from './module-graph.js';
import { opennessOf } from './openness.js';
import { lineOf } from './position.js';
import type { Relevance } from './relevance.js';
import { hasDeclaredReceiver, resolveTargets } from './resolve-callee.js';
import type { ClassValue, EntityKey, FunctionValue, Place, Substitution, Value } from './value.js';

export interface SiteEffects {
  readonly effects: readonly Effect[];
  readonly inits: readonly InitEffect[];
  /** Functions of the code that the site calls. */
  readonly functions: readonly FunctionValue[];
}

const NONE: SiteEffects = { effects: [], inits: [], functions: [] };

/** One place with more SDK calls than this is a data problem, not a tracking call. */
const EFFECT_LIMIT = 64;

/** Finds the SDK calls behind every call of the code. Answers are kept for one round of linking. */
export class EffectFinder {
  readonly #sites = new Map<string, SiteEffects>();
  readonly #functions = new Map<EntityKey, readonly Effect[]>();
  readonly #active = new Set<string>();
  readonly #recorder = new FlowRecorder(this);
  readonly #metadata = new Map<Module, readonly MetadataEffect[]>();

  constructor(
    readonly ev: Evaluator,
    readonly relevance: Relevance,
  ) {}

  /** Everything that happens when the site's expression is evaluated and its result is used up. */
  ofSite(module: Module, index: number): SiteEffects {
    const key = `${module.file}#s${index}`;
    const known = this.#sites.get(key);
    if (known) return known;
    if (this.#active.has(key) || !this.#isWorthwhile(module, index)) return NONE;
    this.#active.add(key);
    const result = this.#findSite(module, index);
    this.#active.delete(key);
    this.#sites.set(key, result);
    return result;
  }

  #isWorthwhile(module: Module, index: number): boolean {
    const site = module.summary.sites[index];
    return site !== undefined && (this.relevance.isRelevant(module, index) || mayRequest(site));
  }

  #findSite(module: Module, index: number): SiteEffects {
    const site = module.summary.sites[index];
    if (!site) return NONE;
    if (
      !this.relevance.isCalleeRelevant(module, site) &&
      !mayRequest(site) &&
      !this.#recorder.hasCarrier(module, site, index)
    )
      return NONE;
    const callee = this.ev.expression(module, site.callee);
    const scheduled = this.#scheduled(module, index, callee) ?? this.#overChannel(module, index, callee);
    if (scheduled) return scheduled;
    const targets = resolveTargets(this.ev, callee);
    if (mayRequest(site)) {
      const matched = requestEffects(this.ev, module, site, callee, this.ev.siteArguments(module, index));
      if (matched) return { ...NONE, effects: matched };
    }
    const written = this.ev.siteArguments(module, index);
    this.#recorder.recordState(module, callee, written);
    const isFollowed =
      targets.some((target) => target.kind !== 'external') ||
      callee.kind === 'call' ||
      callee.kind === 'member';
    if (!isFollowed) return NONE;
    const isElement = site.kind === 'element' && site.props !== null;
    const args = isElement ? [this.ev.expression(module, site.props)] : written;
    const direct = new Set(alternatives(callee));
    // A method of a receiver that is declared with a class or interface is called by name, not as a callback.
    const isTyped = callee.kind === 'member' && hasDeclaredReceiver(this.ev, callee.object);
    const effects: Effect[] = [];
    const inits: InitEffect[] = [];
    const functions: FunctionValue[] = [];
    const add = (found: readonly Effect[]): void => {
      for (const effect of found) if (effects.length < EFFECT_LIMIT) effects.push(effect);
    };
    for (const target of targets) {
      switch (target.kind) {
        case 'sdk': {
          const found = sdkEffects(this.ev, module, site, target, args);
          add(found.effects);
          inits.push(...found.inits);
          break;
        }
        case 'function':
          functions.push(target);
          if (site.kind !== 'new') {
            const found = this.#through(module, site, target, args);
            // A function that only flows here (a callback) does its own naming where it is written.
            const isOwn = direct.has(target) || isTyped;
            add(isOwn ? found : found.filter((effect) => !effect.isNamedInside));
          }
          break;
        case 'class':
          add(this.#construct(module, site, target, args));
          break;
        case 'external':
          break;
        default:
      }
    }
    this.#recorder.record(module, site, callee, args, functions);
    return { effects: distinctEffects(effects), inits, functions };
  }

  /** `yield call(track, 'Signed Up')`, `setTimeout(track, 0, 'Idle')`: the function is handed over with its arguments. */
  #scheduled(module: Module, index: number, callee: Value): SiteEffects | null {
    const site = module.summary.sites[index];
    const first = firstPassedOn(callee);
    if (!site || first === null) return null;
    const [handed, ...rest] = this.ev.siteArguments(module, index);
    const fn = handed?.kind === 'array' ? handed.items.at(-1) : handed;
    const isWritten = site.args[0]?.value.kind === 'function';
    if (!fn || isWritten) return null;
    const args = rest.slice(first - 1);
    const effects: Effect[] = [];
    for (const target of resolveTargets(this.ev, fn)) {
      if (target.kind === 'sdk') effects.push(...sdkEffects(this.ev, module, site, target, args).effects);
      else if (target.kind === 'function') effects.push(...this.#through(module, site, target, args));
    }
    return effects.length > 0
      ? {
          ...NONE,
          effects: distinctEffects(effects),
          functions: resolveTargets(this.ev, fn).filter((each) => each.kind === 'function'),
        }
      : null;
  }

  /** `ipcRenderer.send('track', 'Signed Up')`: the functions that listen on the channel are called with the rest. */
  #overChannel(module: Module, index: number, callee: Value): SiteEffects | null {
    const site = module.summary.sites[index];
    if (site?.kind !== 'call') return null;
    const { functions, args } = this.#recorder.recordShared(
      module,
      callee,
      this.ev.siteArguments(module, index),
    );
    const effects = functions.flatMap((fn) => this.#through(module, site, fn, args));
    return effects.length > 0 ? { ...NONE, effects: distinctEffects(effects), functions } : null;
  }

  /** What calling a function of the code does, in terms of the caller's values. */
  #through(module: Module, site: Site, fn: FunctionValue, args: readonly Value[]): readonly Effect[] {
    const inner = this.ofFunction(fn.key);
    if (inner.length === 0) return [];
    return this.#instantiate(
      module,
      site,
      fn,
      inner,
      bindArguments(this.ev, fn, args, placeOf(module.file, site)),
    );
  }

  #instantiate(
    module: Module,
    site: Site,
    fn: FunctionValue,
    inner: readonly Effect[],
    bindings: Substitution,
  ): readonly Effect[] {
    const body = this.ev.functionOf(fn.key);
    if (!body) return [];
    const place: Place = { file: body.module.file, start: body.summary.start, end: body.summary.end };
    const name = calleeText(module, site);
    const step = { name, place, line: lineOf(body.module.text, body.summary.start) };
    const isPurposeful = isPurposeNamed(this, body.module, body.index);
    const isGuarded = isGuardedSite(this.ev, module, site);
    return inner.map((effect) => ({
      ...effect,
      parts: mapParts(effect.parts, (value) => this.ev.substitute(value, bindings)),
      isGuarded: effect.isGuarded || isGuarded,
      via: [step, ...effect.via],
      isNamedInside: effect.isNamedInside || isNamedByMaker(this.ev, fn, effect),
      isPurposeNamed: effect.isPurposeNamed && isPurposeful,
    }));
  }

  #construct(module: Module, site: Site, cls: ClassValue, args: readonly Value[]): readonly Effect[] {
    if (site.kind !== 'new' && site.callee.kind !== 'super') return [];
    const instance = this.ev.call(cls, args, placeOf(module.file, site), true);
    if (instance.kind !== 'instance') return [];
    const bindings = instanceBindings(this.ev, instance);
    const effects: Effect[] = [];
    for (const key of bindings.keys()) {
      const body = this.ev.functionOf(key);
      if (body?.summary.kind !== 'constructor') continue;
      const fn: FunctionValue = { kind: 'function', key, name: 'constructor', at: cls.at };
      const inner = this.ofFunction(key);
      effects.push(
        ...this.#instantiate(module, site, fn, inner, bindings).filter((effect) => !effect.isNamedInside),
      );
    }
    return effects;
  }

  /**
   * What a function does for its callers: calls that their arguments complete, and calls that are complete already, if
   * the function exists to make them.
   */
  ofFunction(key: EntityKey): readonly Effect[] {
    const known = this.#functions.get(key);
    if (known) return known;
    if (this.#active.has(key)) return [];
    const body = this.ev.functionOf(key);
    if (!body) return [];
    this.#active.add(key);
    const effects = this.#findFunction(body.module, body.index);
    this.#active.delete(key);
    this.#functions.set(key, effects);
    return effects;
  }

  /** Objects of a module that a middleware will track. */
  metadataOf(module: Module): readonly MetadataEffect[] {
    let known = this.#metadata.get(module);
    if (!known) {
      known = metadataEffects(this.ev, module, this.ev.flows.sinks());
      this.#metadata.set(module, known);
    }
    return known;
  }

  #findFunction(module: Module, fn: number): readonly Effect[] {
    const effects: Effect[] = [];
    for (const { effect, fn: inside } of this.metadataOf(module)) {
      const isInside = inside === fn || (descendantsOf(module)[fn]?.includes(inside) ?? false);
      const openness = isInside
        ? opennessOf(this.ev, effect.parts, enclosingFunctions(module, inside))
        : null;
      if (openness?.kind === 'open' && this.#isOpenOnlyOutside(module, openness.on, fn)) effects.push(effect);
    }
    for (const inside of [fn, ...(descendantsOf(module)[fn] ?? [])]) {
      const isDeferred = inside !== fn && isDeferredIn(module, inside, fn);
      const fns = enclosingFunctions(module, inside);
      for (const index of sitesOf(module, inside)) {
        const site = module.summary.sites[index];
        for (const effect of this.ofSite(module, index).effects) {
          const openness = opennessOf(this.ev, effect.parts, fns);
          if (openness.kind === 'named') {
            const isElement = site?.kind === 'element';
            if (!isElement)
              effects.push({ ...effect, isNamedInside: true, isDeferred: effect.isDeferred || isDeferred });
          } else if (openness.kind === 'open') {
            const sink = metadataSink(module, inside, effect);
            if (sink) this.ev.flows.addSink(sink);
          }
          if (openness.kind === 'open' && this.#isOpenOnlyOutside(module, openness.on, fn)) {
            effects.push({ ...effect, isNamedInside: false, isDeferred: effect.isDeferred || isDeferred });
          }
        }
      }
    }
    // What a function does among other things is no business of its callers.
    const isPurposeful = effects.some((effect) => effect.isNamedInside) && isPurposeNamed(this, module, fn);
    return effects.filter((effect) => isPurposeful || !effect.isNamedInside).slice(0, EFFECT_LIMIT);
  }

  /** Every function the call is open on is `fn` or around it, so that calling `fn` (or its makers) completes it. */
  #isOpenOnlyOutside(module: Module, open: ReadonlySet<EntityKey>, fn: number): boolean {
    const outside = enclosingFunctions(module, fn);
    return [...open].every((key) => outside.has(key));
  }

  /** True if a value is a tracker or leads to one. */
  isCarrier(value: Value): boolean {
    return this.#recorder.isCarrier(value);
  }

  /** True if a function gives a tracker to one of its parameters; see `handsOutTracker`. */
  handsOutTracker(key: EntityKey): boolean {
    return handsOutTracker(this, key);
  }
}
