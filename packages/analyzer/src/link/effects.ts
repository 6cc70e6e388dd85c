import type { Expr, FunctionSummary, Site } from '../summary/summary.js';
import type { SdkCallParts } from '../sdks/index.js';
import { alternatives } from './build-value.js';
import type { MetadataEffect } from './action-metadata.js';
import { metadataEffects, metadataSink } from './action-metadata.js';
import { argumentSite } from './callback-arguments.js';
import { isGuardedCallback } from './callback-guard.js';
import { bindArguments, listItems } from './call-value.js';
import { classOf, instanceBindings } from './class-members.js';
import type { Effect } from './effect.js';
import { mapParts, namingValue } from './effect.js';
import type { Evaluator } from './evaluator.js';
import { isPassing } from './intrinsics.js';
import type { Module } from './module-graph.js';
import { classKey, functionKey, placeOf } from './module-graph.js';
import { opennessOf } from './openness.js';
import { lineOf } from './position.js';
import type { Relevance } from './relevance.js';
import { hasDeclaredReceiver, resolveTargets } from './resolve-callee.js';
import type { ClassValue, EntityKey, FunctionValue, Place, SdkValue, Substitution, Value } from './value.js';

/** What is initialised at a site: `mixpanel.init(token, options)`. */
export interface InitEffect {
  readonly sdk: string;
  readonly token: Value | null;
  readonly options: Value | null;
}

export interface SiteEffects {
  readonly effects: readonly Effect[];
  readonly inits: readonly InitEffect[];
  /** Functions of the code that the site calls. */
  readonly functions: readonly FunctionValue[];
}

const NONE: SiteEffects = { effects: [], inits: [], functions: [] };

/** One place with more SDK calls than this is a data problem, not a tracking call. */
const EFFECT_LIMIT = 64;

const LOGGER = /^(?:console|log|logger|_log|debug|sentry|captureException|captureMessage|warn|error|info)\b/i;

/** Finds the SDK calls behind every call of the code. Answers are kept for one round of linking. */
export class EffectFinder {
  readonly #sites = new Map<string, SiteEffects>();
  readonly #functions = new Map<EntityKey, readonly Effect[]>();
  readonly #active = new Set<string>();
  readonly #descendants = new Map<Module, readonly (readonly number[])[]>();
  readonly #sitesByFunction = new Map<Module, readonly (readonly number[])[]>();
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
      !this.#hasCarrier(module, site, index)
    )
      return NONE;
    const callee = this.ev.expression(module, site.callee);
    const scheduled = this.#scheduled(module, index, callee);
    if (scheduled) return scheduled;
    const targets = resolveTargets(this.ev, callee);
    if (mayRequest(site)) {
      const matched = this.#matched(module, site, callee, this.ev.siteArguments(module, index));
      if (matched) return matched;
    }
    const isFollowed =
      targets.some((target) => target.kind !== 'external') ||
      callee.kind === 'call' ||
      callee.kind === 'member';
    if (!isFollowed) return NONE;
    const args =
      site.kind === 'element' && site.props
        ? [this.ev.expression(module, site.props)]
        : this.ev.siteArguments(module, index);
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
          const found = this.#sdkUse(module, site, target, args);
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
    this.#recordFlows(module, site, callee, args, functions);
    return { effects: distinct(effects), inits, functions };
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
      if (target.kind === 'sdk') effects.push(...this.#sdkUse(module, site, target, args).effects);
      else if (target.kind === 'function') effects.push(...this.#through(module, site, target, args));
    }
    return effects.length > 0
      ? {
          ...NONE,
          effects: distinct(effects),
          functions: resolveTargets(this.ev, fn).filter((each) => each.kind === 'function'),
        }
      : null;
  }

  #matched(module: Module, site: Site, callee: Value, args: readonly Value[]): SiteEffects | null {
    if (site.kind === 'element') return null;
    for (const adapter of this.ev.sdks.adapters) {
      const use = adapter.match?.(callee, args);
      if (use?.kind === 'calls') {
        return { ...NONE, effects: use.calls.map((parts) => this.#direct(module, site, adapter.id, parts)) };
      }
    }
    return null;
  }

  #direct(module: Module, site: Site, sdk: string, parts: SdkCallParts): Effect {
    return {
      sdk,
      parts,
      sdkCall: placeOf(module.file, site),
      isGuarded: this.#isGuarded(module, site),
      via: [],
      isNamedInside: false,
      isDeferred: false,
      isPurposeNamed: true,
      isComposite: false,
    };
  }

  #isGuarded(module: Module, site: Site): boolean {
    return site.inTry || site.hasRejectionHandler || isGuardedCallback(this.ev, module, site.fn);
  }

  #sdkUse(
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
      given = last === 'call' ? args.slice(1) : [...listItems(this.ev, args[1])];
    }
    const use = this.ev.sdks.get(target.sdk)?.use(path, given, target.factoryArgs ?? []);
    switch (use?.kind) {
      case 'calls':
        return {
          effects: use.calls.map((parts) => this.#direct(module, site, target.sdk, parts)),
          inits: [],
        };
      case 'init':
        return { effects: [], inits: [{ sdk: target.sdk, token: use.token, options: use.options }] };
      default:
        return { effects: [], inits: [] };
    }
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
    const isPurposeful = this.isPurposeNamed(body.module, body.index);
    const isGuarded = this.#isGuarded(module, site);
    return inner.map((effect) => ({
      ...effect,
      parts: mapParts(effect.parts, (value) => this.ev.substitute(value, bindings)),
      isGuarded: effect.isGuarded || isGuarded,
      via: [step, ...effect.via],
      isNamedInside: effect.isNamedInside || this.#isNamedByMaker(fn, effect),
      isPurposeNamed: effect.isPurposeNamed && isPurposeful,
    }));
  }

  /** The call that made the function (`withTracking('Archived', fn)`) named the event; calling it only triggers that. */
  #isNamedByMaker(fn: FunctionValue, effect: Effect): boolean {
    const value = namingValue(effect.parts);
    if (!value || !fn.bound) return false;
    const keys = [...this.ev.dependencies.of(value)].filter(
      (key) => this.ev.functionOf(key)?.summary.kind !== 'constructor',
    );
    const makers = keys.filter((key) => key[key.lastIndexOf('#') + 1] === 'f');
    return makers.length > 0 && makers.every((key) => key !== fn.key && fn.bound?.has(key) === true);
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
      const isInside = inside === fn || (this.#descendantsOf(module)[fn]?.includes(inside) ?? false);
      const openness = isInside
        ? opennessOf(this.ev, effect.parts, this.enclosingFunctions(module, inside))
        : null;
      if (openness?.kind === 'open' && this.#isOpenOnlyOutside(module, openness.on, fn)) effects.push(effect);
    }
    for (const inside of [fn, ...(this.#descendantsOf(module)[fn] ?? [])]) {
      const isDeferred = inside !== fn && this.isDeferredIn(module, inside, fn);
      const fns = this.enclosingFunctions(module, inside);
      for (const index of this.sitesOf(module, inside)) {
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
    const kinds = new Set(
      effects.filter((effect) => !effect.isNamedInside).map((effect) => effect.parts.kind),
    );
    // What a function does among other things is no business of its callers.
    const isPurposeful = effects.some((effect) => effect.isNamedInside) && this.isPurposeNamed(module, fn);
    return effects
      .filter((effect) => isPurposeful || !effect.isNamedInside)
      .slice(0, EFFECT_LIMIT)
      .map((effect) => ({ ...effect, isComposite: kinds.size > 1 }));
  }

  /** Every function the call is open on is `fn` or around it, so that calling `fn` (or its makers) completes it. */
  #isOpenOnlyOutside(module: Module, open: ReadonlySet<EntityKey>, fn: number): boolean {
    const outside = this.enclosingFunctions(module, fn);
    return [...open].every((key) => outside.has(key));
  }

  /**
   * Keys of a function and the functions around it. A method sees its constructor's parameters, which whoever makes
   * the object decides.
   */
  enclosingFunctions(module: Module, fn: number): ReadonlySet<EntityKey> {
    const keys = new Set<EntityKey>();
    for (let index: number | null = fn; index !== null && index > 0;) {
      const summary: FunctionSummary | undefined = module.summary.functions[index];
      keys.add(functionKey(module.file, index));
      const cls = summary?.cls;
      const ctor = cls === null || cls === undefined ? null : module.summary.classes[cls]?.ctor;
      if (ctor !== null && ctor !== undefined) keys.add(functionKey(module.file, ctor));
      index = summary?.parent ?? null;
    }
    return keys;
  }

  /** True if code in `inside` does not run when `fn` is called, but when something that it hands out is called. */
  isDeferredIn(module: Module, inside: number, fn: number): boolean {
    for (let index: number | null = inside; index !== null && index !== fn;) {
      const summary: FunctionSummary | undefined = module.summary.functions[index];
      if (!summary) return false;
      if (summary.use !== 'argument') return true;
      const site = argumentSite(module.summary, index)?.site;
      if (site && isPassing(calleeName(site))) return true;
      index = summary.parent;
    }
    return false;
  }

  /** True if a function's own work is tracking: nothing else in it is called for its effect. */
  isPurposeNamed(module: Module, fn: number): boolean {
    for (const inside of [fn, ...(this.#descendantsOf(module)[fn] ?? [])]) {
      for (const index of this.sitesOf(module, inside)) {
        const site = module.summary.sites[index];
        if (!site || site.inCatch || site.kind !== 'call') {
          if (site?.kind === 'element') return false;
          continue;
        }
        if (site.use !== 'statement' && site.use !== 'awaited' && site.use !== 'voided') continue;
        if (LOGGER.test(calleeText(module, site)) || this.#isOwnCallback(module, site)) continue;
        const found = this.ofSite(module, index);
        if (found.effects.length > 0 || found.inits.length > 0) continue;
        const holdsTracking = site.args.some(
          (arg) =>
            arg.value.kind === 'function' &&
            this.ofFunction(functionKey(module.file, arg.value.fn)).length > 0,
        );
        if (!holdsTracking) return false;
      }
    }
    return true;
  }

  /** True if a function gives a tracker to one of its parameters: an enhancer of components, `withClient(callback)`. */
  handsOutTracker(key: EntityKey): boolean {
    const body = this.ev.functionOf(key);
    if (!body) return false;
    const { start, end } = body.summary;
    return body.module.summary.sites.some((site) => {
      if (site.start < start || site.end > end || !this.#isOwnCallback(body.module, site)) return false;
      return site.args.some((arg) => this.#isHandedOver(body.module, arg.value));
    });
  }

  /** A tracker itself, not the result of a call of one. */
  #isHandedOver(module: Module, expr: Expr): boolean {
    switch (expr.kind) {
      case 'ref':
      case 'member':
        return this.relevance.mentionsTracker(module, expr.start, expr.end);
      case 'function': {
        const fn = module.summary.functions[expr.fn];
        return fn !== undefined && this.relevance.mentionsTracker(module, fn.start, fn.end);
      }
      case 'object':
        return expr.members.some((member) => this.#isHandedOver(module, member.value));
      default:
        return false;
    }
  }

  /** `resolve()`, `callback?.()`: a parameter of the function or of one around it. */
  #isOwnCallback(module: Module, site: Site): boolean {
    return (
      site.callee.kind === 'ref' &&
      site.callee.binding !== null &&
      module.summary.bindings[site.callee.binding]?.kind === 'param'
    );
  }

  #descendantsOf(module: Module): readonly (readonly number[])[] {
    let known = this.#descendants.get(module);
    if (!known) {
      const lists: number[][] = module.summary.functions.map(() => []);
      module.summary.functions.forEach((fn, index) => {
        for (
          let parent = fn.parent;
          parent !== null;
          parent = module.summary.functions[parent]?.parent ?? null
        )
          lists[parent]?.push(index);
      });
      known = lists;
      this.#descendants.set(module, known);
    }
    return known;
  }

  sitesOf(module: Module, fn: number): readonly number[] {
    let known = this.#sitesByFunction.get(module);
    if (!known) {
      const lists: number[][] = module.summary.functions.map(() => []);
      module.summary.sites.forEach((site, index) => lists[site.fn]?.push(index));
      known = lists;
      this.#sitesByFunction.set(module, known);
    }
    return known[fn] ?? [];
  }

  #recordFlows(
    module: Module,
    site: Site,
    callee: Value,
    args: readonly Value[],
    functions: readonly FunctionValue[],
  ): void {
    const { flows } = this.ev;
    // Callbacks of a function that hands a tracker out are given it: `withClient((client) => client.track(…))`.
    const handsOut = functions.some((fn) => this.handsOutTracker(fn.key));
    const carried = args.map((arg) => (this.#isCarrier(arg, 3, handsOut) ? arg : null));
    if (site.kind === 'element') {
      const [props] = carried;
      if (!props) return;
      const provided = this.#providedContext(callee);
      if (provided) {
        const value = this.ev.member(props, 'value', props.at);
        for (const option of alternatives(value))
          if (option.kind !== 'literal') flows.addContext(provided, option);
      }
      for (const target of resolveTargets(this.ev, callee)) {
        if (target.kind === 'function' || target.kind === 'class') flows.addParam(target.key, 0, props);
      }
      return;
    }
    for (const fn of functions) carried.forEach((arg, index) => arg && flows.addParam(fn.key, index, arg));
    if (site.kind === 'new') {
      for (const target of alternatives(callee)) {
        if (target.kind !== 'class') continue;
        for (const key of instanceBindings(this.ev, {
          ...target,
          kind: 'instance',
          args: carried.map((arg, index) => arg ?? args[index] ?? target),
        }).entries()) {
          const [owner, params] = key;
          if (this.ev.functionOf(owner)?.summary.kind === 'constructor') {
            params.forEach(
              (value, index) => this.#isCarrier(value, 3) && flows.addParam(owner, index, value),
            );
          }
        }
      }
    }
    this.#recordEnhancer(callee, args);
  }

  /** True if an argument is a tracker or a function that its callers complete, so that it matters where it goes. */
  #hasCarrier(module: Module, site: Site, index: number): boolean {
    const args =
      site.kind === 'element' && site.props
        ? [this.ev.expression(module, site.props)]
        : this.ev.siteArguments(module, index);
    return args.some((arg) => this.#isCarrier(arg, 3));
  }

  /** `connect(mapState, mapDispatch)(Component)`: what the mapping functions return become properties of the component. */
  #recordEnhancer(callee: Value, args: readonly Value[]): void {
    if (callee.kind !== 'call' || callee.callee.kind !== 'external') return;
    const [component] = args;
    if (component?.kind !== 'function' && component?.kind !== 'class') return;
    for (const mapping of callee.args) {
      const options =
        mapping.kind === 'function' ? alternatives(this.ev.returns(mapping.key)) : alternatives(mapping);
      for (const option of options)
        if (this.#isCarrier(option, 3)) this.ev.flows.addParam(component.key, 0, option);
    }
  }

  /** The context of `<Context.Provider>` or `<Context>`. */
  #providedContext(callee: Value): Value | null {
    if (callee.kind === 'member' && callee.name === 'Provider') return callee.object;
    return callee.kind === 'call' ? callee : null;
  }

  /** A parameter matters only if something flows into it or its type leads to a tracker; most of them hold data. */
  #mayHoldTracker(value: Value): boolean {
    let root = value;
    while (root.kind === 'member') root = root.object;
    if (root.kind !== 'param') return false;
    if (this.ev.flows.param(root.fn, root.index < 0 ? 0 : root.index).length > 0) return true;
    const type = this.ev.functionOf(root.fn)?.summary.params[root.index]?.type ?? null;
    return root.index >= 0 && this.relevance.isLeadingType(type);
  }

  /** True if a tracker, or a function that uses one, is inside. `isCallback`: any function counts. */
  #isCarrier(value: Value, depth: number, isCallback = false): boolean {
    if (depth === 0) return false;
    const inner = (each: Value): boolean => this.#isCarrier(each, depth - 1, isCallback);
    return alternatives(value).some((option) => {
      switch (option.kind) {
        case 'sdk':
        case 'namespace':
          return true;
        case 'function':
          return (
            isCallback ||
            this.ofFunction(option.key).length > 0 ||
            this.handsOutTracker(option.key) ||
            [...(option.bound?.values() ?? [])].some((params) => [...params.values()].some(inner))
          );
        case 'class':
        case 'instance': {
          const cls = classOf(this.ev, option.key);
          if (cls && this.relevance.mentionsTracker(cls.module, cls.summary.start, cls.summary.end))
            return true;
          return option.kind === 'instance' && (option.args?.some(inner) ?? false);
        }
        case 'object':
          return option.entries.some((entry) => inner(entry.value));
        case 'array':
          return option.items.some(inner);
        case 'param':
        case 'member':
          return this.#mayHoldTracker(option) && resolveTargets(this.ev, option).some(inner);
        default:
          return false;
      }
    });
  }

  /** Keys of classes whose methods the module defines; used to tell which exports lead to a tracker. */
  methodsOf(module: Module, cls: number): readonly FunctionValue[] {
    const key = classKey(module.file, cls);
    return (module.summary.classes[cls]?.members ?? []).flatMap((member) => {
      const value = this.ev.classMember(key, member.name, member.isStatic);
      return value ? alternatives(value).filter((option) => option.kind === 'function') : [];
    });
  }
}

/** For functions that call their first argument with later ones: the position of the first argument that is passed on. */
function firstPassedOn(callee: Value): number | null {
  if (callee.kind === 'external' && /^(?:redux-saga|typed-redux-saga)/.test(callee.package)) {
    return ['call', 'fork', 'spawn', 'cps'].includes(callee.path.at(-1) ?? '') ? 1 : null;
  }
  if (callee.kind === 'unknown' && (callee.name === 'setTimeout' || callee.name === 'setImmediate'))
    return callee.name === 'setTimeout' ? 2 : 1;
  return null;
}

/** Functions that send requests, by their usual names; only their arguments are looked at for the vendor's host. */
const REQUEST =
  /^(?:fetch|axios|got|ky|needle|request|superagent|post|put|send|ofetch|\$fetch|urlfetch|http|sendBeacon)$/i;

const mayRequest = (site: Site): boolean => site.kind === 'call' && REQUEST.test(calleeName(site) ?? '');

/** Text of a callee, shortened to one line. */
export function calleeText(module: Module, site: Site): string {
  const text = module.text.slice(site.callee.start, site.callee.end).replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function calleeName(site: Site): string | null {
  if (site.callee.kind === 'member') return site.callee.name;
  return site.callee.kind === 'ref' ? site.callee.name : null;
}

/** The same SDK call reached over two ways with the same values is one effect. */
function distinct(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>();
  return effects.filter((effect) => {
    const event = effect.parts.event?.kind === 'literal' ? String(effect.parts.event.value) : '';
    const key = `${effect.sdkCall.file}:${effect.sdkCall.start}:${effect.parts.method}:${event}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
