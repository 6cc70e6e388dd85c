import { literal } from './build-value.js';
import type { EntityKey, FunctionValue, ObjectEntry, Place, Substitution, Value } from './value.js';

/** Operations that substitution needs to bring the result back into normal form. */
export interface Algebra {
  member(object: Value, name: string | null, at: Place): Value;
  lookup(object: Value, key: Value, at: Place): Value;
  call(callee: Value, args: readonly Value[], at: Place, isNew: boolean): Value;
  operation(operator: string, operands: readonly Value[], at: Place): Value;
  template(parts: readonly (string | Value)[], at: Place): Value;
  object(entries: readonly ObjectEntry[], at: Place, open: boolean): Value;
  union(options: readonly Value[], at: Place): Value;
  /** Keys of the functions and classes whose parameters a function can see, its own excluded. */
  ancestors(key: EntityKey): ReadonlySet<EntityKey>;
}

const NOTHING: ReadonlySet<EntityKey> = new Set();

/** Which functions' parameters a value depends on. Values are immutable, so the answer is kept. */
export class Dependencies {
  readonly #known = new WeakMap<Value, ReadonlySet<EntityKey>>();

  constructor(private readonly ancestors: Algebra['ancestors']) {}

  of(value: Value): ReadonlySet<EntityKey> {
    const known = this.#known.get(value);
    if (known) return known;
    const found = new Set<EntityKey>();
    const add = (each: Value): void => this.of(each).forEach((key) => found.add(key));
    const addBound = (key: EntityKey, bound: Substitution | undefined): void => {
      for (const ancestor of this.ancestors(key)) if (!bound?.has(ancestor)) found.add(ancestor);
      bound?.forEach((params) => params.forEach(add));
    };
    switch (value.kind) {
      case 'param':
        found.add(value.fn);
        break;
      case 'template':
        value.parts.forEach((part) => typeof part !== 'string' && add(part));
        break;
      case 'object':
        for (const entry of value.entries) {
          add(entry.value);
          if (entry.kind === 'computed') add(entry.key);
        }
        break;
      case 'array':
        value.items.forEach(add);
        break;
      case 'union':
        value.options.forEach(add);
        if (value.lookup) add(value.lookup.key);
        break;
      case 'member':
        add(value.object);
        break;
      case 'call':
        add(value.callee);
        value.args.forEach(add);
        break;
      case 'operation':
        value.operands.forEach(add);
        break;
      case 'function':
      case 'class':
        addBound(value.key, value.bound);
        break;
      case 'instance':
        value.args?.forEach(add);
        break;
      case 'element':
        add(value.type);
        add(value.props);
        break;
      case 'sdk':
        value.factoryArgs?.forEach((args) => args.forEach(add));
        value.partial?.forEach(add);
        break;
      default:
    }
    const result = found.size === 0 ? NOTHING : found;
    this.#known.set(value, result);
    return result;
  }
}

/** Larger results say nothing that a rule could use; they stay as they are. */
const SIZE_LIMIT = 20_000;

/** Replaces parameters by what they stand for, and simplifies what that makes known. */
export function substitute(
  value: Value,
  bindings: Substitution,
  algebra: Algebra,
  dependencies: Dependencies,
): Value {
  const done = new Map<Value, Value>();
  let budget = SIZE_LIMIT;

  const concerns = (each: Value): boolean => {
    for (const key of dependencies.of(each)) if (bindings.has(key)) return true;
    return false;
  };

  const visit = (each: Value): Value => {
    if (budget <= 0 || !concerns(each)) return each;
    const known = done.get(each);
    if (known) return known;
    budget -= 1;
    const result = rebuild(each);
    const kept =
      each.alias !== undefined && result.alias === undefined ? { ...result, alias: each.alias } : result;
    done.set(each, kept);
    return kept;
  };

  const extend = (bound: Substitution | undefined, key: EntityKey): Substitution => {
    const next = new Map<EntityKey, ReadonlyMap<number, Value>>();
    bound?.forEach((params, owner) =>
      next.set(owner, new Map([...params].map(([index, param]) => [index, visit(param)]))),
    );
    for (const ancestor of algebra.ancestors(key)) {
      const params = bindings.get(ancestor);
      if (params && !next.has(ancestor)) next.set(ancestor, params);
    }
    return next;
  };

  const rebuild = (each: Value): Value => {
    switch (each.kind) {
      case 'param': {
        const params = bindings.get(each.fn);
        if (!params) return each;
        return params.get(each.index) ?? literal(undefined, each.at);
      }
      case 'template':
        return algebra.template(
          each.parts.map((part) => (typeof part === 'string' ? part : visit(part))),
          each.at,
        );
      case 'object':
        return algebra.object(
          each.entries.map((entry) =>
            entry.kind === 'computed'
              ? { ...entry, key: visit(entry.key), value: visit(entry.value) }
              : { ...entry, value: visit(entry.value) },
          ),
          each.at,
          each.open === true,
        );
      case 'array':
        return { ...each, items: each.items.map(visit) };
      case 'union':
        return each.lookup
          ? algebra.lookup(visit(each.lookup.object), visit(each.lookup.key), each.at)
          : algebra.union(each.options.map(visit), each.at);
      case 'member':
        return algebra.member(visit(each.object), each.name, each.at);
      case 'call':
        return algebra.call(visit(each.callee), each.args.map(visit), each.at, each.isNew);
      case 'operation':
        return algebra.operation(each.operator, each.operands.map(visit), each.at);
      case 'function':
      case 'class':
        return { ...each, bound: extend(each.bound, each.key) } as FunctionValue;
      case 'instance':
        return { ...each, args: each.args?.map(visit) ?? null };
      case 'element': {
        const props = visit(each.props);
        return { ...each, type: visit(each.type), props: props.kind === 'object' ? props : each.props };
      }
      case 'sdk':
        return {
          ...each,
          ...(each.factoryArgs ? { factoryArgs: each.factoryArgs.map((args) => args.map(visit)) } : {}),
          ...(each.partial ? { partial: each.partial.map(visit) } : {}),
        };
      default:
        return each;
    }
  };

  return visit(value);
}
