import type {
  Assignment,
  Binding,
  Expr,
  FunctionSummary,
  MemberWrite,
  ObjectMember,
  PathStep,
} from '../summary/summary.js';
import type { SdkRegistry } from '../sdks/index.js';
import type { FilePath } from '../source/source.js';
import { isNullish, literal, union, unknown, withAlias } from './build-value.js';
import { callbackArgument } from './callback-arguments.js';
import { callValue } from './call-value.js';
import { classMember } from './class-members.js';
import { makeObject, makeOperation, makeTemplate } from './normal-form.js';
import type { Flows } from './flows.js';
import { memberValue } from './member-value.js';
import type { Module, ModuleGraph } from './module-graph.js';
import { classKey, functionKey, parseKey, placeOf } from './module-graph.js';
import { objectOfFunction } from './object-methods.js';
import { prototypeInstance } from './prototype-members.js';
import type { Algebra } from './substitution.js';
import { Dependencies, substitute } from './substitution.js';
import type { EntityKey, ObjectEntry, Place, Substitution, Value } from './value.js';
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
    const full = this.guard(expr, at, () => this.#evaluate(module, expr, at));
    const value = lighten(full, WEIGHT_LIMIT);
    this.#expressions.set(expr, value);
    return value;
  }

  #evaluate(module: Module, expr: Expr, at: Place): Value {
    const { file } = module;
    const visit = (each: Expr): Value => this.expression(module, each);
    switch (expr.kind) {
      case 'literal':
        return literal(expr.value, at);
      case 'undefined':
        return literal(undefined, at);
      case 'template':
        return makeTemplate(
          expr.parts.map((part) => (typeof part === 'string' ? part : visit(part))),
          at,
        );
      case 'object':
        return makeObject(
          expr.members.map((member) => this.#entry(module, member)),
          at,
          false,
        );
      case 'array':
        return {
          kind: 'array',
          items: expr.items.flatMap((item) => {
            const value = visit(item.value);
            return item.isSpread && value.kind === 'array' ? value.items : [value];
          }),
          open: expr.items.some((item) => item.isSpread && visit(item.value).kind !== 'array'),
          at,
        };
      case 'ref':
        return { ...this.#reference(module, expr, at), at };
      case 'this':
        return this.#thisValue(module, expr.cls, expr.fn, at);
      case 'super':
        return expr.cls === null ? unknown('super', at) : this.#superValue(module, expr.cls, at);
      case 'param':
        return this.#param(module, expr.fn, expr.index, at);
      case 'arguments':
        return {
          kind: 'param',
          fn: functionKey(file, expr.fn),
          index: -2,
          name: 'arguments',
          rest: false,
          at,
        };
      case 'member':
        return this.#memberExpression(module, expr, at);
      case 'site':
        return this.siteValue(module, expr.site);
      case 'conditional':
        return union([visit(expr.then), visit(expr.else)], at);
      case 'logical':
        return this.operation(expr.operator, [visit(expr.left), visit(expr.right)], at);
      case 'operation':
        return this.operation(expr.operator, expr.operands.map(visit), at);
      case 'await':
        return { ...visit(expr.value), at };
      case 'function':
        return {
          kind: 'function',
          key: functionKey(file, expr.fn),
          name: module.summary.functions[expr.fn]?.name ?? null,
          at,
        };
      case 'class':
        return {
          kind: 'class',
          key: classKey(file, expr.cls),
          name: module.summary.classes[expr.cls]?.name ?? null,
          at,
        };
      case 'cast':
        return this.#cast(module, expr, at);
      case 'import':
        return this.importValue(module.file, expr.specifier, '=', at);
      case 'unknown':
        return unknown(expr.reason, at);
    }
  }

  #cast(module: Module, expr: Extract<Expr, { kind: 'cast' }>, at: Place): Value {
    const value = this.expression(module, expr.value);
    if (
      value.kind !== 'unknown' &&
      value.kind !== 'member' &&
      value.kind !== 'call' &&
      value.kind !== 'param'
    )
      return value;
    return this.flows.typedValue(this, module, expr.type, at) ?? value;
  }

  #entry(module: Module, member: ObjectMember): ObjectEntry {
    const at = placeOf(module.file, member);
    const value = this.expression(module, member.value);
    if (member.kind === 'spread') return { kind: 'spread', value, at, optional: false };
    const keyAt: Place = { file: module.file, start: member.keyStart, end: member.keyEnd };
    const seen = member.isGetter && value.kind === 'function' ? this.returns(value.key) : value;
    if (member.key !== null) {
      return {
        kind: 'property',
        key: member.key,
        value: seen,
        at,
        keyAt,
        optional: false,
        shorthand: member.isShorthand,
      };
    }
    const key: Value = member.computed
      ? this.expression(module, member.computed)
      : unknown('computed key', keyAt);
    if (key.kind === 'literal' && key.value !== null && key.value !== undefined) {
      return { kind: 'property', key: String(key.value), value: seen, at, keyAt, optional: false };
    }
    return { kind: 'computed', key, value: seen, at };
  }

  #memberExpression(module: Module, expr: Extract<Expr, { kind: 'member' }>, at: Place): Value {
    const attached = this.#attached(module, expr);
    if (attached) return { ...attached, at };
    const object = this.expression(module, expr.object);
    if (expr.name !== null) return this.member(object, expr.name, at);
    const key = expr.property ? this.expression(module, expr.property) : unknown('item', at);
    return this.lookup(object, key, at);
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
      object.entries.every((entry) => entry.kind === 'property')
    ) {
      return union(
        object.entries.map((entry) => entry.value),
        at,
      );
    }
    if (object.kind === 'array' && !object.open && object.items.length > 0) return union(object.items, at);
    return this.member(object, null, at);
  }

  /** `track.page` where `track.page = …` was assigned to a function or class of this module. */
  #attached(module: Module, expr: Extract<Expr, { kind: 'member' }>): Value | null {
    if (expr.object.kind !== 'ref' || expr.object.binding === null || expr.name === null) return null;
    const binding = module.summary.bindings[expr.object.binding];
    if (!binding || (binding.kind !== 'function' && binding.kind !== 'class' && binding.kind !== 'const'))
      return null;
    const base = binding.values[0]?.value;
    if (base?.kind !== 'function' && base?.kind !== 'class') return null;
    const write = binding.writes.find(
      (each) => each.kind === 'set' && each.path.length === 1 && each.path[0] === expr.name,
    );
    return write?.value ? this.expression(module, write.value) : null;
  }

  #reference(module: Module, expr: Extract<Expr, { kind: 'ref' }>, at: Place): Value {
    if (expr.binding === null) return this.globalValue(expr.name, at);
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
    const value = this.guard(key, at, () => this.#evaluateBinding(module, binding, offset, at));
    this.#bindings.set(key, value);
    return value;
  }

  #evaluateBinding(module: Module, binding: Binding, offset: number, at: Place): Value {
    if (binding.from)
      return withAlias(
        this.importValue(module.file, binding.from.specifier, binding.from.imported, at),
        binding.name,
      );
    const reader = this.functionAt(module, offset);
    const isVisible = (fn: number, position: number): boolean => fn !== reader || position < offset;
    const seen = binding.values.filter((each) => isVisible(each.fn, each.at));
    const assigned = seen.length > 0 ? seen : binding.values;
    const options = assigned.map((each) => this.#assigned(module, each));
    let value = options.length > 0 ? union(options, at) : this.#undeclared(module, binding, at);
    const writes = binding.writes.filter((write) => isVisible(write.fn, write.start));
    if (writes.length > 0) value = this.#applyWrites(module, value, writes, at);
    const typed =
      isOpaque(value) && binding.type ? this.flows.typedValue(this, module, binding.type, at) : null;
    return withAlias(typed ?? value, binding.name);
  }

  /** A variable without a value: `declare const`, a caught error, a variable that is only given members. */
  #undeclared(module: Module, binding: Binding, at: Place): Value {
    const typed = binding.type ? this.flows.typedValue(this, module, binding.type, at) : null;
    return typed ?? unknown(binding.kind === 'catch' ? 'caught error' : 'never assigned', at, binding.name);
  }

  #assigned(module: Module, assignment: Assignment): Value {
    return this.#follow(
      module,
      this.expression(module, assignment.value),
      assignment.path,
      placeOf(module.file, assignment.value),
    );
  }

  #follow(module: Module, start: Value, path: readonly PathStep[], at: Place): Value {
    let value = start;
    for (const step of path) {
      switch (step.kind) {
        case 'key':
          value =
            step.name === null
              ? { kind: 'member', object: value, name: null, at }
              : this.member(value, step.name, at);
          break;
        case 'index':
          if (step.index >= 0) value = this.member(value, String(step.index), at);
          break;
        case 'rest':
          value = makeObject(
            [{ kind: 'spread', value, at, optional: false, without: step.without }],
            at,
            false,
          );
          break;
        case 'rest-items':
          value = value.kind === 'array' ? { ...value, items: value.items.slice(step.from) } : value;
          break;
      }
      if ((step.kind === 'key' || step.kind === 'index') && step.fallback) {
        value = this.operation('default', [value, this.expression(module, step.fallback)], at);
      }
    }
    return value;
  }

  #applyWrites(module: Module, base: Value, writes: readonly MemberWrite[], at: Place): Value {
    const start: readonly ObjectEntry[] =
      base.kind === 'object'
        ? base.entries
        : base.kind === 'function' ||
            base.kind === 'class' ||
            base.kind === 'sdk' ||
            base.kind === 'instance' ||
            base.kind === 'array'
          ? []
          : [{ kind: 'spread', value: base, at, optional: false }];
    if (base.kind !== 'object' && start.length === 0) return base;
    let entries = [...start];
    for (const write of writes) {
      const place = placeOf(module.file, write);
      const value = write.value ? this.expression(module, write.value) : literal(undefined, place);
      const keyAt = { file: module.file, start: write.keyStart, end: write.keyEnd };
      const [first, ...rest] = write.path;
      if (write.kind === 'merge')
        entries.push({ kind: 'spread', value, at: place, optional: write.isConditional });
      else if (write.kind === 'delete') entries = withoutKey(entries, first ?? '');
      else if (first === null || first === undefined) {
        const key = write.key ? this.expression(module, write.key) : unknown('computed key', keyAt);
        if (key.kind === 'literal') {
          entries.push({
            kind: 'property',
            key: String(key.value),
            value,
            at: place,
            keyAt,
            optional: write.isConditional,
          });
        } else entries.push({ kind: 'computed', key, value, at: place });
      } else if (rest.length === 0) {
        entries.push({
          kind: 'property',
          key: first,
          value,
          at: place,
          keyAt,
          optional: write.isConditional,
        });
      }
    }
    return makeObject(entries, base.at, base.kind === 'object' && base.open === true);
  }

  #param(module: Module, fn: number, index: number, at: Place): Value {
    const summary = module.summary.functions[fn];
    const param = summary?.params[index];
    const key = functionKey(module.file, fn);
    const item = callbackArgument(this, module, fn, index, at);
    if (item) return item;
    const value: Value = {
      kind: 'param',
      fn: key,
      index,
      name: param?.name ?? null,
      rest: param?.isRest ?? false,
      at,
    };
    return param?.fallback
      ? this.operation('default', [value, this.expression(module, param.fallback)], at)
      : value;
  }

  #thisValue(module: Module, cls: number | null, fn: number, at: Place): Value {
    if (cls !== null)
      return { kind: 'param', fn: classKey(module.file, cls), index: -1, name: 'this', rest: false, at };
    const made = prototypeInstance(module, fn, at);
    if (made) return made;
    const owner = objectOfFunction(module, fn);
    const object = owner ? this.expression(module, owner) : null;
    // Frameworks add members to objects of options, so what is not there may still be.
    return object?.kind === 'object' ? { ...object, open: true } : unknown('this', at, 'this');
  }

  #superValue(module: Module, cls: number, at: Place): Value {
    const parent = module.summary.classes[cls]?.parent;
    const value = parent ? this.expression(module, parent) : null;
    if (value?.kind === 'class')
      return { kind: 'instance', key: value.key, name: value.name, args: null, at };
    return value?.kind === 'sdk' ? value : unknown('super', at);
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

  importValue(from: FilePath, specifier: string, imported: string, at: Place): Value {
    const target = this.graph.resolve(from, specifier);
    if (target.kind === 'file') {
      if (imported === '*') return { kind: 'namespace', file: target.path, at };
      if (imported === '=')
        return this.exported(target.path, '=') ?? { kind: 'namespace', file: target.path, at };
      return this.exported(target.path, imported) ?? unknown('not exported', at, imported);
    }
    if (target.kind === 'missing')
      return {
        kind: 'external',
        package: specifier,
        path: imported === '*' || imported === '=' ? [] : [imported],
        at,
      };
    const path = imported === '*' || imported === '=' ? [] : [imported];
    const last = target.subpath.split('/').at(-1) ?? '';
    const isSdk = this.sdks.ofPackage(target.name) !== null;
    // `lodash/debounce` exports one function by default, under the name of the file.
    return this.externalValue(
      target.name,
      imported === 'default' && last !== '' && !isSdk ? [last] : path,
      at,
    );
  }

  externalValue(name: string, path: readonly string[], at: Place): Value {
    const declared = this.#declared(name, path[0] ?? 'default', at);
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
      (): Value => this.#evaluateExport(file, name, at) ?? unknown('no export', at, '\0'),
    );
    const result = value.kind === 'unknown' && value.name === '\0' ? null : value;
    if (value.kind !== 'unknown' || value.reason !== 'refers to itself') this.#exports.set(key, result);
    return result;
  }

  /** What the configuration says about an export of a file or package. */
  #declared(module: string, name: string, at: Place): Value | null {
    const path = this.sdks.declared(module, name);
    const [adapter] = this.sdks.adapters;
    return path && adapter ? { kind: 'sdk', sdk: adapter.id, path, at } : null;
  }

  #evaluateExport(file: FilePath, name: string, at: Place): Value | null {
    const declared = this.#declared(file, name, at);
    if (declared) return declared;
    const module = this.graph.load(file);
    if (!module) return null;
    const { exports } = module.summary;
    const whole = exports.find((entry) => entry.kind === 'assignment');
    if (name === '=') return whole?.kind === 'assignment' ? this.expression(module, whole.value) : null;
    for (const entry of exports) {
      if (entry.kind === 'all' || entry.kind === 'assignment' || entry.name !== name) continue;
      if (entry.kind === 'local') return this.bindingValue(module, entry.binding, module.text.length + 1);
      if (entry.kind === 'expression') return this.expression(module, entry.value);
      return this.importValue(file, entry.specifier, entry.imported, at);
    }
    if (whole?.kind === 'assignment') {
      const value = this.expression(module, whole.value);
      return name === 'default' ? value : this.member(value, name, at);
    }
    for (const entry of exports) {
      if (entry.kind !== 'all' || name === 'default') continue;
      const target = this.graph.resolve(file, entry.specifier);
      if (target.kind === 'file') {
        const found = this.exported(target.path, name);
        if (found) return found;
      } else if (target.kind === 'package') return this.externalValue(target.name, [name], at);
    }
    return null;
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
    const known = this.#ancestors.get(key);
    if (known) return known;
    const result = new Set<EntityKey>();
    const { file, index } = parseKey(key);
    const summary = this.graph.load(file)?.summary;
    const isClass = key[key.lastIndexOf('#') + 1] === 'c';
    const addClass = (cls: number | null | undefined): void => {
      if (cls === null || cls === undefined) return;
      result.add(classKey(file, cls));
      const ctor = summary?.classes[cls]?.ctor;
      if (ctor !== null && ctor !== undefined) result.add(functionKey(file, ctor));
    };
    if (!isClass) addClass(summary?.functions[index]?.cls);
    let parent = isClass
      ? (summary?.classes[index]?.fn ?? null)
      : (summary?.functions[index]?.parent ?? null);
    while (parent !== null && parent > 0) {
      result.add(functionKey(file, parent));
      addClass(summary?.functions[parent]?.cls);
      parent = summary?.functions[parent]?.parent ?? null;
    }
    result.delete(key);
    this.#ancestors.set(key, result);
    return result;
  }

  member(object: Value, name: string | null, at: Place): Value {
    return memberValue(this, object, name, at);
  }

  classMember(key: EntityKey, name: string, isStatic: boolean): Value | null {
    return classMember(this, key, name, isStatic);
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

/** True if nothing but a type could say more. */
const isOpaque = (value: Value): boolean =>
  value.kind === 'unknown' || isNullish(value) || value.kind === 'call' || value.kind === 'member';

function withoutKey(entries: readonly ObjectEntry[], key: string): ObjectEntry[] {
  return entries.flatMap((entry): ObjectEntry[] => {
    if (entry.kind === 'property') return entry.key === key ? [] : [entry];
    return entry.kind === 'spread' ? [{ ...entry, without: [...(entry.without ?? []), key] }] : [entry];
  });
}
