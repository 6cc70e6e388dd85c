import type { Site } from '../summary/summary.js';
import { alternatives } from './build-value.js';
import { channelUse, exposedGlobal, listenersIn, sentArguments } from './channels.js';
import { classOf, instanceBindings } from './class-members.js';
import type { EffectFinder } from './effects.js';
import type { Module } from './module-graph.js';
import { mixedInMethods } from './mixed-in-methods.js';
import { isProvide, keyIdentity } from './provided-keys.js';
import { resolveTargets } from './resolve-callee.js';
import { statesSetBy } from './state-setter.js';
import type { FunctionValue, Value } from './value.js';

/** Notes where trackers go when a site is evaluated: into parameters, components and contexts. */
export class FlowRecorder {
  constructor(private readonly finder: EffectFinder) {}

  record(
    module: Module,
    site: Site,
    callee: Value,
    args: readonly Value[],
    functions: readonly FunctionValue[],
  ): void {
    const { flows } = this.finder.ev;
    // Callbacks of a function that hands a tracker out are given it: `withClient((client) => client.track(…))`.
    const handsOut = functions.some((fn) => this.finder.handsOutTracker(fn.key));
    const carried = args.map((arg) => (this.#isCarrier(arg, 3, handsOut) ? arg : null));
    if (site.kind === 'element') {
      const [props] = carried;
      if (!props) return;
      const provided = this.#providedContext(callee);
      if (provided) {
        const value = this.finder.ev.member(props, 'value', props.at);
        for (const option of alternatives(value))
          if (option.kind !== 'literal') flows.addContext(provided, option, module.file);
      }
      for (const target of resolveTargets(this.finder.ev, callee)) {
        if (target.kind === 'function' || target.kind === 'class')
          flows.addParam(target.key, 0, props, module.file);
      }
      return;
    }
    for (const fn of functions)
      carried.forEach((arg, index) => arg && flows.addParam(fn.key, index, arg, module.file));
    if (site.kind === 'new') {
      for (const target of alternatives(callee)) {
        if (target.kind !== 'class') continue;
        for (const key of instanceBindings(this.finder.ev, {
          ...target,
          kind: 'instance',
          args: carried.map((arg, index) => arg ?? args[index] ?? target),
        }).entries()) {
          const [owner, params] = key;
          if (this.finder.ev.functionOf(owner)?.summary.kind === 'constructor') {
            params.forEach(
              (value, index) => this.#isCarrier(value, 3) && flows.addParam(owner, index, value, module.file),
            );
          }
        }
      }
    }
    this.#recordEnhancer(module, callee, args);
  }

  /** `setClient(mixpanel)` makes the tracker a component's state; a function that is given makes it. */
  recordState(module: Module, callee: Value, args: readonly Value[]): void {
    const [given] = args;
    if (!given) return;
    const { ev } = this.finder;
    for (const state of statesSetBy(callee)) {
      const made = alternatives(given).map((option) =>
        option.kind === 'function' ? ev.call(option, [], option.at, false) : option,
      );
      for (const value of made) if (this.#isCarrier(value, 3)) ev.flows.addState(state, value, module.file);
    }
  }

  /**
   * Notes what a call shares with code elsewhere: listeners on a channel, exposed, mixed in and provided trackers. Gives the
   * functions that it sends its arguments to.
   */
  recordShared(
    module: Module,
    callee: Value,
    args: readonly Value[],
  ): { readonly functions: readonly FunctionValue[]; readonly args: readonly Value[] } {
    this.#recordExposed(module, callee, args);
    const use = channelUse(callee, args);
    if (!use) return { functions: [], args };
    const { flows } = this.finder.ev;
    if (use.kind === 'listening') {
      for (const listener of listenersIn(args))
        if (this.#isCarrier(listener, 3)) flows.addListener(use.bus, use.channel, listener, module.file);
      return { functions: [], args };
    }
    const functions = flows.listeners(use.bus, use.channel).filter((each) => each.kind === 'function');
    return { functions, args: sentArguments(use, args) };
  }

  /** Trackers that a preload script hands to its page, or an application to its components. */
  #recordExposed(module: Module, callee: Value, args: readonly Value[]): void {
    const exposed = exposedGlobal(callee, args);
    if (exposed && this.#isCarrier(exposed.value, 3))
      this.finder.ev.flows.addExposed(exposed.name, exposed.value, module.file);
    for (const { name, value } of mixedInMethods(callee, args))
      if (this.#isCarrier(value, 3)) this.finder.ev.flows.addMixedIn(name, value, module.file);
    const key = isProvide(callee) ? keyIdentity(args[0]) : null;
    const [, provided] = args;
    if (key !== null && provided && this.#isCarrier(provided, 3))
      this.finder.ev.flows.addProvided(key, provided, module.file);
  }

  /** True if an argument is a tracker or a function that its callers complete, so that it matters where it goes. */
  hasCarrier(module: Module, site: Site, index: number): boolean {
    const args =
      site.kind === 'element' && site.props
        ? [this.finder.ev.expression(module, site.props)]
        : this.finder.ev.siteArguments(module, index);
    return args.some((arg) => this.#isCarrier(arg, 3));
  }

  /** True if a value is a tracker or leads to one, so that it matters where it is kept. */
  isCarrier(value: Value): boolean {
    return this.#isCarrier(value, 3);
  }

  /** `connect(mapState, mapDispatch)(Component)`: what the mapping functions return become properties of the component. */
  #recordEnhancer(module: Module, callee: Value, args: readonly Value[]): void {
    if (callee.kind !== 'call' || callee.callee.kind !== 'external') return;
    const [component] = args;
    if (component?.kind !== 'function' && component?.kind !== 'class') return;
    for (const mapping of callee.args) {
      const options =
        mapping.kind === 'function'
          ? alternatives(this.finder.ev.returns(mapping.key))
          : alternatives(mapping);
      for (const option of options)
        if (this.#isCarrier(option, 3)) this.finder.ev.flows.addParam(component.key, 0, option, module.file);
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
    if (this.finder.ev.flows.param(root.fn, root.index < 0 ? 0 : root.index).length > 0) return true;
    const type = this.finder.ev.functionOf(root.fn)?.summary.params[root.index]?.type ?? null;
    return root.index >= 0 && this.finder.relevance.isLeadingType(type);
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
            this.finder.ofFunction(option.key).length > 0 ||
            this.finder.handsOutTracker(option.key) ||
            [...(option.bound?.values() ?? [])].some((params) => [...params.values()].some(inner))
          );
        case 'class':
        case 'instance': {
          const cls = classOf(this.finder.ev, option.key);
          if (cls && this.finder.relevance.mentionsTracker(cls.module, cls.summary.start, cls.summary.end))
            return true;
          return option.kind === 'instance' && (option.args?.some(inner) ?? false);
        }
        case 'object':
          return option.entries.some((entry) => inner(entry.value));
        case 'array':
          return option.items.some(inner);
        case 'param':
        case 'member':
          return this.#mayHoldTracker(option) && resolveTargets(this.finder.ev, option).some(inner);
        default:
          return false;
      }
    });
  }
}
