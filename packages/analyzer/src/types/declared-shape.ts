import { fieldType } from '../link/declared-receiver.js';
import type { DeclaredType } from '../link/declared-receiver.js';
import type { Evaluator } from '../link/evaluator.js';
import { resolveTypeName, unwrapType } from '../link/type-names.js';
import type { TypeExpr } from '../summary/summary.js';
import type { TypeField, TypeShape } from './shape.js';

const DEPTH_LIMIT = 4;
const UNKNOWN: TypeShape = { kind: 'unknown' };

type Substitutes = ReadonlyMap<string, DeclaredType>;

interface ObjectParts {
  readonly name: string | null;
  readonly fields: readonly TypeField[];
  readonly open: boolean;
}

/**
 * Reads declared types from summaries alone: no compiler, no `node_modules`. Types of packages, inferred types and
 * type-level programs stay unknown.
 */
export class DeclaredShapes {
  constructor(private readonly ev: Evaluator) {}

  shape(declared: DeclaredType, depth = 0, substitutes: Substitutes = new Map()): TypeShape {
    if (depth > DEPTH_LIMIT) return UNKNOWN;
    const { module } = declared;
    const type = unwrapType(declared.type);
    const at = (inner: TypeExpr): TypeShape => this.shape({ module, type: inner }, depth + 1, substitutes);
    switch (type.kind) {
      case 'keyword':
        return { kind: type.name as 'string' };
      case 'literal':
        return { kind: 'literal', value: type.value };
      case 'array':
        return { kind: 'array', items: at(type.items) };
      case 'union':
        return { kind: 'union', options: type.parts.map(at) };
      case 'function':
        return { kind: 'function' };
      case 'object':
      case 'intersection':
        return this.#object(declared, depth, substitutes);
      case 'indexed': {
        if (type.index.kind !== 'literal') return UNKNOWN;
        const field = fieldType(this.ev, { module, type: type.object }, String(type.index.value), 0);
        return field ? this.shape(field, depth + 1, substitutes) : UNKNOWN;
      }
      case 'ref':
        return this.#reference(declared, type, depth, substitutes);
      default:
        return UNKNOWN;
    }
  }

  #reference(
    declared: DeclaredType,
    type: Extract<TypeExpr, { kind: 'ref' }>,
    depth: number,
    substitutes: Substitutes,
  ): TypeShape {
    const substitute = substitutes.get(type.name);
    if (substitute) return this.shape(substitute, depth + 1);
    if (type.name === 'Date') return { kind: 'date' };
    if (type.name === 'Array' || type.name === 'ReadonlyArray' || type.name === 'Set') {
      const [items] = type.args;
      return {
        kind: 'array',
        items: items ? this.shape({ module: declared.module, type: items }, depth + 1, substitutes) : UNKNOWN,
      };
    }
    if (type.name === 'Record') return { kind: 'object', name: null, fields: [], open: true };
    if (type.name === 'Pick' || type.name === 'Omit') return this.#object(declared, depth, substitutes);
    const named = resolveTypeName(this.ev.graph, declared.module, type.name);
    if (named?.kind === 'enum') {
      const value = this.ev.bindingValue(named.module, named.binding, named.module.text.length + 1);
      const options = value.kind === 'object' ? value.entries : [];
      return {
        kind: 'union',
        options: options.flatMap((entry): TypeShape[] =>
          entry.value.kind === 'literal' &&
          (typeof entry.value.value === 'string' || typeof entry.value.value === 'number')
            ? [{ kind: 'literal', value: entry.value.value }]
            : [],
        ),
      };
    }
    if (named?.kind === 'declaration' && named.declaration.kind === 'alias') {
      const inner = this.#bind(named.declaration.typeParams, type.args, declared);
      const shape = this.shape({ module: named.module, type: named.declaration.body }, depth, inner);
      return shape.kind === 'object' ? { ...shape, name: shape.name ?? type.name } : shape;
    }
    return named ? this.#object(declared, depth, substitutes) : UNKNOWN;
  }

  #bind(params: readonly string[], args: readonly TypeExpr[], declared: DeclaredType): Substitutes {
    return new Map(
      params.flatMap((param, index) => {
        const type = args[index];
        return type ? [[param, { module: declared.module, type }] as const] : [];
      }),
    );
  }

  #object(declared: DeclaredType, depth: number, substitutes: Substitutes): TypeShape {
    const parts = this.#parts(declared, depth, substitutes);
    return parts ? { kind: 'object', ...parts } : UNKNOWN;
  }

  /** Fields of an object type with those of its parents; null if it is not an object type. */
  #parts(declared: DeclaredType, depth: number, substitutes: Substitutes): ObjectParts | null {
    if (depth > DEPTH_LIMIT + 4) return null;
    const { module } = declared;
    const type = unwrapType(declared.type);
    const inside = (inner: TypeExpr): ObjectParts | null =>
      this.#parts({ module, type: inner }, depth + 1, substitutes);
    if (type.kind === 'object') {
      const fields = type.fields.map((field): TypeField => ({
        name: field.name,
        type: this.shape({ module, type: field.type }, depth + 1, substitutes),
        optional: field.isOptional,
        at: { file: module.file, start: field.start, end: field.end },
      }));
      return { name: null, fields, open: type.isOpen };
    }
    if (type.kind === 'intersection') {
      const all = type.parts.map(inside);
      const known = all.filter((each) => each !== null);
      if (known.length === 0) return null;
      return {
        name: null,
        fields: known.flatMap((each) => each.fields),
        open: known.length < all.length || known.some((each) => each.open),
      };
    }
    if (type.kind !== 'ref') return null;
    const substitute = substitutes.get(type.name);
    if (substitute) return this.#parts(substitute, depth + 1, new Map());
    if (type.name === 'Pick' || type.name === 'Omit') {
      const [base, keys] = type.args;
      const parts = base ? inside(base) : null;
      const names = new Set(keys ? literalNames(keys) : []);
      if (!parts) return null;
      return {
        ...parts,
        name: null,
        fields: parts.fields.filter((field) => names.has(field.name) === (type.name === 'Pick')),
      };
    }
    return this.#named(declared, type, depth);
  }

  #named(
    declared: DeclaredType,
    type: Extract<TypeExpr, { kind: 'ref' }>,
    depth: number,
  ): ObjectParts | null {
    const named = resolveTypeName(this.ev.graph, declared.module, type.name);
    if (named?.kind === 'class') {
      const cls = named.module.summary.classes[named.index];
      const fields = (cls?.members ?? []).flatMap((member): TypeField[] =>
        member.kind === 'field' && member.type && !member.isStatic
          ? [
              {
                name: member.name,
                type: this.shape({ module: named.module, type: member.type }, depth + 1),
                optional: false,
                at: null,
              },
            ]
          : [],
      );
      return { name: type.name, fields, open: false };
    }
    if (named?.kind !== 'declaration') return null;
    const { declaration, module } = named;
    const bound = this.#bind(declaration.typeParams, type.args, declared);
    const own = this.#parts({ module, type: declaration.body }, depth + 1, bound);
    const parents = declaration.parents.map((parent) =>
      this.#parts({ module, type: parent }, depth + 1, bound),
    );
    if (!own && parents.length === 0) return null;
    const known = parents.filter((each) => each !== null);
    return {
      name: declaration.name,
      fields: [...known.flatMap((each) => each.fields), ...(own?.fields ?? [])],
      open: own === null || own.open || known.length < parents.length || known.some((each) => each.open),
    };
  }
}

function literalNames(type: TypeExpr): readonly string[] {
  if (type.kind === 'literal') return [String(type.value)];
  return type.kind === 'union' ? type.parts.flatMap(literalNames) : [];
}
