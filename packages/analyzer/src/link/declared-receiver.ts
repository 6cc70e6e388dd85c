import type { TypeExpr } from '../summary/summary.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { resolveTypeName, unwrapType } from './type-names.js';
import { parseKey } from './module-graph.js';
import type { EntityKey, MemberValue, ParamValue, Value } from './value.js';

/** A type as written, with the module in which its names mean something. */
export interface DeclaredType {
  readonly module: Module;
  readonly type: TypeExpr;
}

const DEPTH_LIMIT = 8;

/** The declared type of a parameter, a member of one, or the result of a function; null if nothing is declared. */
export function declaredTypeOf(ev: Evaluator, value: Value, depth = 0): DeclaredType | null {
  if (depth > DEPTH_LIMIT) return null;
  const annotated = value.declaredBy === undefined ? null : annotationOf(ev, value.declaredBy);
  if (annotated) return annotated;
  switch (value.kind) {
    case 'param': {
      if (value.index < 0) return null;
      const fn = ev.functionOf(value.fn);
      const type = fn?.summary.params[value.index]?.type;
      return fn && type ? { module: fn.module, type: unwrapType(type) } : null;
    }
    case 'member': {
      if (value.name === null) {
        const owner = declaredTypeOf(ev, value.object, depth + 1);
        if (!owner) return null;
        const { type } = owner;
        if (type.kind === 'array') return { module: owner.module, type: unwrapType(type.items) };
        const item =
          type.kind === 'ref' && (type.name === 'Array' || type.name === 'ReadonlyArray')
            ? type.args[0]
            : undefined;
        return item ? { module: owner.module, type: unwrapType(item) } : null;
      }
      const owner = declaredTypeOf(ev, value.object, depth + 1);
      return owner ? fieldType(ev, owner, value.name, depth + 1) : null;
    }
    case 'call': {
      if (value.callee.kind === 'member') {
        const method = declaredTypeOf(ev, value.callee, depth + 1);
        const returned = method?.type.kind === 'function' ? method.type.returns : null;
        return method && returned ? { module: method.module, type: unwrapType(returned) } : null;
      }
      if (value.callee.kind !== 'function') return null;
      const fn = ev.functionOf(value.callee.key);
      const type = fn?.summary.returnType;
      return fn && type ? { module: fn.module, type: unwrapType(type) } : null;
    }
    default:
      return null;
  }
}

/** The type that a variable is declared with. */
function annotationOf(ev: Evaluator, binding: EntityKey): DeclaredType | null {
  const { file, index } = parseKey(binding);
  const module = ev.graph.load(file);
  const type = module?.summary.bindings[index]?.type;
  return module && type ? { module, type: unwrapType(type) } : null;
}

const FIELDS = new WeakMap<TypeExpr, Map<string, DeclaredType | null>>();

/** The declared type of a field, looked up through aliases, parents, unions and intersections. */
export function fieldType(
  ev: Evaluator,
  owner: DeclaredType,
  name: string,
  depth: number,
): DeclaredType | null {
  const known = FIELDS.get(owner.type) ?? new Map<string, DeclaredType | null>();
  FIELDS.set(owner.type, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const field = findField(ev, owner, name, depth);
  known.set(name, field);
  return field;
}

function findField(ev: Evaluator, owner: DeclaredType, name: string, depth: number): DeclaredType | null {
  if (depth > DEPTH_LIMIT) return null;
  const { module } = owner;
  const type = unwrapType(owner.type);
  switch (type.kind) {
    case 'object': {
      const field = type.fields.find((each) => each.name === name);
      return field ? { module, type: unwrapType(field.type) } : null;
    }
    case 'union':
    case 'intersection':
      for (const part of type.parts) {
        const found = fieldType(ev, { module, type: part }, name, depth + 1);
        if (found) return found;
      }
      return null;
    case 'ref': {
      if (type.name === 'Pick' || type.name === 'Omit') {
        const [base] = type.args;
        return base ? fieldType(ev, { module, type: base }, name, depth + 1) : null;
      }
      const named = resolveTypeName(ev.graph, module, type.name);
      if (named?.kind === 'class') {
        const member = named.module.summary.classes[named.index]?.members.find(
          (each) => each.name === name && each.type,
        );
        return member?.type ? { module: named.module, type: unwrapType(member.type) } : null;
      }
      if (named?.kind !== 'declaration') return null;
      const { declaration } = named;
      const own = fieldType(ev, { module: named.module, type: declaration.body }, name, depth + 1);
      if (own) return own;
      for (const parent of declaration.parents) {
        const inherited = fieldType(ev, { module: named.module, type: parent }, name, depth + 1);
        if (inherited) return inherited;
      }
      return null;
    }
    default:
      return null;
  }
}

/** What a parameter can be by its declared type. */
export function declaredParam(ev: Evaluator, value: ParamValue): Value | null {
  const declared = declaredTypeOf(ev, value);
  return declared ? ev.flows.typedValue(ev, declared.module, declared.type, value.at) : null;
}

/** What a member can be by the declared type of its field. */
export function declaredMember(ev: Evaluator, value: MemberValue): Value | null {
  const declared = declaredTypeOf(ev, value);
  return declared ? ev.flows.typedValue(ev, declared.module, declared.type, value.at) : null;
}
