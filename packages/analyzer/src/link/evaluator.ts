import type { Expr, FunctionSummary } from '../summary/summary.js';
import type { SdkRegistry } from '../sdks/index.js';
import type { FilePath } from '../source/source.js';
import { union, unknown } from './build-value.js';
import { findAncestors } from './ancestors.js';
import { evaluateBinding } from './binding-value.js';
import { callValue } from './call-value.js';
import { declaredTracker, evaluateExport } from './module-values.js';
import { classMember, instanceBindings } from './class-members.js';
import { makeObject, makeOperation, makeTemplate } from './normal-form.js';
import { evaluateExpression } from './expression-value.js';
import type { Flows } from './flows.js';
import { memberValue } from './member-value.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { parseKey, placeOf } from './module-graph.js';
import type { Algebra } from './substitution.js';
import { Dependencies, substitute } from './substitution.js';
import { isInMarkup, markupName } from './template-scope.js';
import type { EntityKey, InstanceValue, ObjectEntry, Place, Substitution, Value } from './value.js';
import { lighten } from './weight.js';

/** Nesting of evaluations; real code stays under a few dozen. */
const DEPTH_LIMIT = 150;

/** Nodes of one value; what is larger is data, not the arguments of a tracking call. */
const WEIGHT_LIMIT = 5_000;

/** No SDK method takes more arguments. */
const SPREAD_LENGTH = 5;

/** Functions inlined into one another; wrappers of wrappers end long before. */
const INLINE_DEPTH = 12;

/**
 * Turns expressions of summaries into values. Evaluation is lazy and symbolic: parameters stay parameters until a call
 * substitutes them, so every function is evaluated once. Cycles and excessive depth give unknown values.
 */
export class Evaluator implements Algebra {
  readonly dependencies: Dependencies;
  readonly #expressions = new WeakMap<Expr, Value>();
  readonly #bindings = new Map<string, Value>();
  readonly #returns = new Map<EntityKey, Value>();
  readonly #exports = new Map<string, Value | null>();
  readonly #ancestors = new Map<EntityKey, ReadonlySet<EntityKey>>();
  readonly #instances = new WeakMap<InstanceValue, Map<string, Value | null>>();
  readonly #active = new Set<unknown>();
  readonly #inlining = new Set<EntityKey>();
  #depth = 0;

  constructor(
    readonly graph: ModuleGraph,
    readonly sdks: SdkRegistry,
    readonly flows: Flows,
  ) {
    this.dependencies = new Dependencies((key) => this.ancestors(key));
  }

  /** Runs `compute` unless the function is being inlined already (recursion) or too many others are. */
  inline(key: EntityKey, compute: () => Value): Value | null {
    if (this.#inlining.has(key) || this.#inlining.size >= INLINE_DEPTH) return null;
    this.#inlining.add(key);
    try {
      return compute();
    } finally {
      this.#inlining.delete(key);
    }
  }

  /** Runs `compute` unless the same subject is being computed already or the depth is used up. */
  guard(subject: unknown, at: Place, compute: () => Value): Value {
    if (this.#active.has(subject)) return unknown('refers to itself', at);
    if (this.#depth >= DEPTH_LIMIT) return unknown('nested too deeply', at);
    this.#active.add(subject);
    this.#depth += 1;
    try {
      return compute();
    } finally {
      this.#depth -= 1;
      this.#active.delete(subject);
    }
  }

  expression(module: Module, expr: Expr): Value {
    const known = this.#expressions.get(expr);
    if (known) return known;
    const at = placeOf(module.file, expr);
    const full = this.guard(expr, at, () => evaluateExpression(this, module, expr, at));
    const value = lighten(full, WEIGHT_LIMIT);
    this.#expressions.set(expr, value);
    return value;
  }

  /** `object[key]`: with a known key a member, otherwise any entry of a known object. */
  lookup(object: Value, key: Value, at: Place): Value {
    if (key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number')) {
      return this.member(object, String(key.value), at);
    }
    if (key.kind === 'union' && key.options.every((each) => each.kind === 'literal')) {
      return union(
        key.options.map((each) => this.lookup(object, each, at)),
        at,
      );
    }
    if (
      object.kind === 'object' &&
      !object.open &&
      object.entries.every((entry) => entry.kind !== 'spread')
    ) {
      const entries = union(
        object.entries.map((entry) => entry.value),
        at,
      );
      const isDecidedLater = entries.kind === 'union' && this.dependencies.of(key).size > 0;
      return isDecidedLater ? { ...entries, lookup: { object, key } } : entries;
    }
    if (object.kind === 'array' && !object.open && object.items.length > 0) return union(object.items, at);
    return this.member(object, null, at);
  }

  reference(module: Module, expr: Extract<Expr, { kind: 'ref' }>, at: Place): Value {
    if (expr.binding === null) {
      const shared = this.globalValue(expr.name, at);
      if (shared.kind !== 'unknown' || !isInMarkup(module, expr.start)) return shared;
      return markupName(this, module, expr.name, at) ?? shared;
    }
    return this.bindingValue(module, expr.binding, expr.start);
  }

  globalValue(name: string, at: Place): Value {
    const sdk = this.sdks.ofGlobal(name);
    if (sdk) return { kind: 'sdk', sdk: sdk.id, path: [], at };
    return this.flows.globalValue(name) ?? unknown('global', at, name);
  }

  /** The value of a variable as read at an offset; later changes in the same function do not count. */
  bindingValue(module: Module, index: number, offset: number): Value {
    const binding = module.summary.bindings[index];
    const at = { file: module.file, start: offset, end: offset };
    if (!binding) return unknown('no such variable', at);
    const isFixed = binding.values.length <= 1 && binding.writes.length === 0;
    const key = isFixed ? `${module.file}#b${index}` : `${module.file}#b${index}@${offset}`;
    const known = this.#bindings.get(key);
    if (known) return known;
    const value = this.guard(key, at, () => evaluateBinding(this, module, binding, offset, at));
    this.#bindings.set(key, value);
    return value;
  }

  siteValue(module: Module, index: number): Value {
    const site = module.summary.sites[index];
    if (!site) return unknown('call', { file: module.file, start: 0, end: 0 });
    const at = placeOf(module.file, site);
    return this.guard(site, at, (): Value => {
      const callee = this.expression(module, site.callee);
      if (site.kind === 'element') {
        const props = site.props ? this.expression(module, site.props) : makeObject([], at, false);
        const known =
          props.kind === 'object' ? props : ({ kind: 'object', entries: [], at, open: true } as const);
        return { kind: 'element', type: callee, props: known, at };
      }
      return this.call(callee, this.siteArguments(module, index), at, site.kind === 'new');
    });
  }

  /** Arguments of a call with spreads of known lists expanded. */
  siteArguments(module: Module, index: number): readonly Value[] {
    const site = module.summary.sites[index];
    return (site?.args ?? []).flatMap((arg) => {
      const value = this.expression(module, arg.value);
      if (!arg.isSpread) return [value];
      return value.kind === 'array' ? value.items : this.spreadItems(value);
    });
  }

  /** The first items of a list that is not known yet, as arguments. */
  spreadItems(list: Value): readonly Value[] {
    return Array.from({ length: SPREAD_LENGTH }, (_, index) => this.member(list, String(index), list.at));
  }

  externalValue(name: string, path: readonly string[], at: Place): Value {
    const declared = declaredTracker(this, name, path[0] ?? 'default', at);
    if (declared) return declared;
    const sdk = this.sdks.ofPackage(name);
    const reached = sdk?.exported(path);
    if (sdk && reached) return { kind: 'sdk', sdk: sdk.id, path: reached, at };
    return { kind: 'external', package: name, path, at };
  }

  /** An export of a file; `=` is what `require` gives. Null if there is none. */
  exported(file: FilePath, name: string): Value | null {
    const key = `${file}\0${name}`;
    const known = this.#exports.get(key);
    if (known !== undefined) return known;
    const at = { file, start: 0, end: 0 };
    const value = this.guard(
      key,
      at,
      (): Value => evaluateExport(this, file, name, at) ?? unknown('no export', at, '\0'),
    );
    const result = value.kind === 'unknown' && value.name === '\0' ? null : value;
    if (value.kind !== 'unknown' || value.reason !== 'refers to itself') this.#exports.set(key, result);
    return result;
  }

  /** What a function returns, in terms of its own and its enclosing functions' parameters. */
  returns(key: EntityKey): Value {
    const known = this.#returns.get(key);
    if (known) return known;
    const { file, index } = parseKey(key);
    const module = this.graph.load(file);
    const summary = module?.summary.functions[index];
    const at = { file, start: summary?.start ?? 0, end: summary?.end ?? 0 };
    if (!module || !summary) return unknown('no such function', at);
    const value = this.guard(key, at, () =>
      summary.isGenerator
        ? unknown('generator', at)
        : union(
            summary.returns.map((each) => this.expression(module, each)),
            at,
          ),
    );
    this.#returns.set(key, value);
    return value;
  }

  functionOf(
    key: EntityKey,
  ): { readonly module: Module; readonly summary: FunctionSummary; readonly index: number } | null {
    const { file, index } = parseKey(key);
    const module = this.graph.load(file);
    const summary = module?.summary.functions[index];
    return module && summary ? { module, summary, index } : null;
  }

  /** Index of the innermost function around an offset. */
  functionAt(module: Module, offset: number): number {
    let found = 0;
    module.summary.functions.forEach((fn, index) => {
      if (fn.start <= offset && offset < fn.end) found = index;
    });
    return found;
  }

  ancestors(key: EntityKey): ReadonlySet<EntityKey> {
    const known = this.#ancestors.get(key) ?? findAncestors(this.graph, key);
    this.#ancestors.set(key, known);
    return known;
  }

  member(object: Value, name: string | null, at: Place): Value {
    return memberValue(this, object, name, at);
  }

  classMember(key: EntityKey, name: string, isStatic: boolean): Value | null {
    return classMember(this, key, name, isStatic);
  }

  /** A member of an instance, in terms of its constructor's arguments. Null if its class has none of that name. */
  instanceMember(instance: InstanceValue, name: string): Value | null {
    const known = this.#instances.get(instance) ?? new Map<string, Value | null>();
    this.#instances.set(instance, known);
    const found = known.get(name);
    if (found !== undefined) return found;
    const member = this.classMember(instance.key, name, false);
    const value = member && this.substitute(member, instanceBindings(this, instance));
    known.set(name, value);
    return value;
  }

  call(callee: Value, args: readonly Value[], at: Place, isNew: boolean): Value {
    return callValue(this, callee, args, at, isNew);
  }

  operation(operator: string, operands: readonly Value[], at: Place): Value {
    return makeOperation(operator, operands, at);
  }

  template(parts: readonly (string | Value)[], at: Place): Value {
    return makeTemplate(parts, at);
  }

  object(entries: readonly ObjectEntry[], at: Place, open: boolean): Value {
    return makeObject(entries, at, open);
  }

  union(options: readonly Value[], at: Place): Value {
    return union(options, at);
  }

  substitute(value: Value, bindings: Substitution): Value {
    if (bindings.size === 0) return value;
    return this.guard(bindings, value.at, () => substitute(value, bindings, this, this.dependencies));
  }
}
