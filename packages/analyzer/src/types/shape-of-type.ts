import type { Place } from '../link/value.js';
import type { TypeField, TypeShape } from './shape.js';
import type { ReadableSymbol, ReadableType, TypeConstants, TypeReader } from './type-reader.js';

/** What the reader has to know about where a type is declared. */
export interface Declarations {
  /** Where a symbol of the reviewed code is declared, or null. */
  placeOf(symbol: ReadableSymbol): Place | null;
  /** True for what the language or a framework declares: its inside says nothing about the product's data. */
  isForeign(symbol: ReadableSymbol): boolean;
}

const MAX_DEPTH = 4;
const MAX_FIELDS = 200;
/** Over all levels of one type, so that a web of types cannot grow without end. */
const MAX_TOTAL_FIELDS = 2_000;
const MAX_OPTIONS = 200;

/** These say which fields of another type are there; the result is no longer that type. */
const SELECTING = new Set(['Pick', 'Omit', 'Extract', 'Exclude', 'Record']);
/** These keep all fields of another type. */
const KEEPING = new Set(['Partial', 'Required', 'Readonly', 'NonNullable', 'Awaited']);

const UNKNOWN: TypeShape = { kind: 'unknown' };

/** Converts a type of a compiler, at most `MAX_DEPTH` objects deep. */
export function shapeOfType(
  constants: TypeConstants,
  reader: TypeReader,
  declarations: Declarations,
  type: ReadableType,
): TypeShape {
  const { TypeFlags, SymbolFlags, SignatureKind } = constants;
  const open = new Set<number>();
  let remaining = MAX_TOTAL_FIELDS;

  const shape = (of: ReadableType | undefined, depth: number): TypeShape => {
    if (!of) return UNKNOWN;
    const { flags } = of;
    if (flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never | TypeFlags.ESSymbolLike))
      return UNKNOWN;
    if (flags & TypeFlags.Boolean) return { kind: 'boolean' };
    if (of.isUnionType()) return union(of.getTypes?.(), depth);
    if (of.isBooleanLiteralType() || of.isStringLiteralType() || of.isNumberLiteralType()) {
      const { value } = of;
      const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return isPlain ? { kind: 'literal', value } : UNKNOWN;
    }
    if (flags & (TypeFlags.Instantiable & ~TypeFlags.StringLike)) return constraint(of, depth);
    if (flags & TypeFlags.StringLike) return { kind: 'string' };
    if (flags & TypeFlags.NumberLike) return { kind: 'number' };
    if (flags & TypeFlags.BigIntLike) return { kind: 'bigint' };
    if (flags & TypeFlags.Null) return { kind: 'null' };
    if (flags & TypeFlags.VoidLike) return { kind: 'undefined' };
    if (of.isIntersectionType()) {
      // A branded primitive: `string & { __brand: 'id' }`.
      const primitive = of.getTypes?.()?.find((part) => part.flags & TypeFlags.Primitive);
      return primitive ? shape(primitive, depth) : object(of, depth);
    }
    return flags & TypeFlags.Object ? objectLike(of, depth) : UNKNOWN;
  };

  const constraint = (of: ReadableType, depth: number): TypeShape => {
    const base = reader.getBaseConstraintOfType(of);
    return base && base.id !== of.id ? shape(base, depth) : UNKNOWN;
  };

  const union = (types: readonly ReadableType[] | undefined, depth: number): TypeShape => {
    const options = new Map<string, TypeShape>();
    for (const option of types ?? []) {
      const found = shape(option, depth);
      const flat = found.kind === 'union' ? found.options : [found];
      for (const each of flat) options.set(JSON.stringify(each), each);
      if (options.size > MAX_OPTIONS) return UNKNOWN;
    }
    const [yes, no] = ['{"kind":"literal","value":true}', '{"kind":"literal","value":false}'];
    if (options.has(yes) && options.has(no)) {
      options.delete(no);
      options.set(yes, { kind: 'boolean' });
    }
    const [only, ...more] = options.values();
    return only && more.length === 0 ? only : { kind: 'union', options: [...options.values()] };
  };

  const objectLike = (of: ReadableType, depth: number): TypeShape => {
    if (reader.isArrayType(of)) return { kind: 'array', items: shape(elements(of)[0], depth) };
    if (reader.isTupleType(of)) return { kind: 'array', items: union(elements(of), depth) };
    const symbol = of.getSymbol();
    // Mapped and anonymous types are declared in libraries too, but their fields are the product's.
    if (symbol && !symbol.name.startsWith('__') && declarations.isForeign(symbol)) {
      if (symbol.name === 'Date') return { kind: 'date' };
      if (symbol.name === 'ReadonlyArray') return { kind: 'array', items: shape(elements(of)[0], depth) };
      const wrapped = PRIMITIVES_AS_OBJECTS[symbol.name];
      return wrapped ?? { kind: 'object', name: symbol.name, fields: [], open: true };
    }
    const isCallable = [SignatureKind.Call, SignatureKind.Construct].some(
      (kind) => reader.getSignaturesOfType(of, kind).length > 0,
    );
    return isCallable ? { kind: 'function' } : object(of, depth);
  };

  const elements = (of: ReadableType): readonly ReadableType[] =>
    of.isTypeReference() ? reader.getTypeArguments(of) : [];

  const object = (of: ReadableType, depth: number): TypeShape => {
    const name = nameOf(of);
    if (depth >= MAX_DEPTH || remaining <= 0 || open.has(of.id))
      return { kind: 'object', name, fields: [], open: true };
    open.add(of.id);
    const all = reader
      .getPropertiesOfType(of)
      .filter((symbol) => !symbol.name.startsWith('__@') && !symbol.name.startsWith('__#'));
    const symbols = all.slice(0, Math.min(MAX_FIELDS, remaining));
    remaining -= symbols.length;
    const types = symbols.length > 0 ? reader.getTypeOfSymbol(symbols) : [];
    const fields = symbols.map((symbol, index) => field(symbol, types[index], depth + 1));
    open.delete(of.id);
    const isOpen = all.length > symbols.length || reader.getIndexInfosOfType(of).length > 0;
    return { kind: 'object', name, fields, open: isOpen };
  };

  const field = (symbol: ReadableSymbol, of: ReadableType | undefined, depth: number): TypeField => {
    const optional = (symbol.flags & SymbolFlags.Optional) !== 0;
    const found = shape(of, depth);
    return {
      name: symbol.name,
      type: optional ? withoutUndefined(found) : found,
      optional,
      at: declarations.placeOf(symbol),
    };
  };

  const nameOf = (of: ReadableType): string | null => {
    const alias = of.getAliasSymbol();
    const name = alias?.name ?? of.getSymbol()?.name;
    if (name === undefined || name.startsWith('__') || SELECTING.has(name)) return null;
    const inner = KEEPING.has(name) ? of.getAliasTypeArguments()[0] : undefined;
    return inner ? nameOf(inner) : name;
  };

  return shape(type, 0);
}

const PRIMITIVES_AS_OBJECTS: Readonly<Record<string, TypeShape>> = {
  String: { kind: 'string' },
  Number: { kind: 'number' },
  Boolean: { kind: 'boolean' },
  BigInt: { kind: 'bigint' },
  Function: { kind: 'function' },
};

function withoutUndefined(shape: TypeShape): TypeShape {
  if (shape.kind !== 'union') return shape;
  const options = shape.options.filter((option) => option.kind !== 'undefined');
  const [only, ...more] = options;
  return only && more.length === 0 ? only : { kind: 'union', options };
}
