import type { FilePath, Source } from '../source/source.js';
import type { Place } from '../link/value.js';
import { shapeOfType } from './shape-of-type.js';
import type { TypeShape } from './shape.js';
import type { ReadableSymbol, ReadableType, TypeConstants, TypeReader } from './type-reader.js';
import type { TypeOracle } from './type-oracle.js';

/**
 * The part that is needed of a program of TypeScript 4.8 to 6, as ESLint's TypeScript parser has one. Written down here,
 * because the analyzer itself is built against the native compiler.
 */
export interface Program {
  getTypeChecker(): ProgramChecker;
  getSourceFile(fileName: string): ProgramFile | undefined;
}

interface ProgramNode {
  readonly pos: number;
  readonly end: number;
  getStart(file?: ProgramFile): number;
}

interface ProgramFile extends ProgramNode {
  readonly text: string;
  readonly fileName: string;
}

interface ProgramDeclaration extends ProgramNode {
  getSourceFile(): ProgramFile;
}

interface ProgramSymbol {
  readonly name: string;
  readonly flags: number;
  readonly valueDeclaration?: ProgramDeclaration;
  readonly declarations?: readonly ProgramDeclaration[];
}

interface ProgramType {
  readonly id?: number;
  readonly flags: number;
  readonly value?: unknown;
  readonly intrinsicName?: string;
  readonly types?: readonly ProgramType[];
  readonly symbol?: ProgramSymbol;
  readonly aliasSymbol?: ProgramSymbol;
  readonly aliasTypeArguments?: readonly ProgramType[];
  readonly objectFlags?: number;
}

interface ProgramChecker {
  getTypeAtLocation(node: ProgramNode): ProgramType;
  getBaseConstraintOfType(type: ProgramType): ProgramType | undefined;
  isArrayType(type: ProgramType): boolean;
  isTupleType(type: ProgramType): boolean;
  getTypeArguments(type: ProgramType): readonly ProgramType[];
  getSignaturesOfType(type: ProgramType, kind: number): readonly unknown[];
  getPropertiesOfType(type: ProgramType): readonly ProgramSymbol[];
  getTypeOfSymbol(symbol: ProgramSymbol): ProgramType;
  getIndexInfosOfType(type: ProgramType): readonly unknown[];
}

/** The part of the `typescript` module that goes with a program. */
export interface ProgramCompiler {
  readonly TypeFlags: TypeConstants['TypeFlags'] &
    Readonly<Record<'BooleanLiteral' | 'StringLiteral' | 'NumberLiteral' | 'Union' | 'Intersection', number>>;
  readonly SymbolFlags: TypeConstants['SymbolFlags'];
  readonly SignatureKind: TypeConstants['SignatureKind'];
  readonly ObjectFlags: Readonly<Record<'Reference', number>>;
  forEachChild<T>(node: ProgramNode, visit: (child: ProgramNode) => T | undefined): T | undefined;
}

export interface ProgramOracleOptions {
  readonly compiler: ProgramCompiler;
  readonly program: Program;
  /** Absolute path of a file of the source, as the program names it. */
  readonly toAbsolute: (path: FilePath) => string;
  /** The file of the source behind such a path, or null. */
  readonly toFile: (absolute: string) => FilePath | null;
}

/** Types from a program that somebody else keeps. It answers where its text of a file is that of the source. */
export function createProgramOracle(source: Source, options: ProgramOracleOptions): TypeOracle {
  const { compiler, program, toAbsolute, toFile } = options;
  const reader = createReader(compiler, program.getTypeChecker());
  const declarations = {
    isForeign: (symbol: ReadableSymbol): boolean => {
      const file = (symbol as AdaptedSymbol).of.declarations?.[0]?.getSourceFile().fileName;
      return file !== undefined && FOREIGN.test(file);
    },
    placeOf: (symbol: ReadableSymbol): Place | null => {
      const { of } = symbol as AdaptedSymbol;
      const node = of.valueDeclaration ?? of.declarations?.[0];
      const tree = node?.getSourceFile();
      const file = tree && toFile(tree.fileName);
      return node && file ? { file, start: node.getStart(tree), end: node.end } : null;
    },
  };
  return {
    available: { ok: true, reason: null },
    typeAt(place): TypeShape | null {
      const tree = program.getSourceFile(toAbsolute(place.file));
      if (!tree || tree.text !== source.read(place.file)) return null;
      const node = findNode(compiler, tree, place.start, place.end);
      if (!node) return null;
      const shape = shapeOfType(compiler, reader.reader, declarations, reader.typeAt(node));
      return shape.kind === 'unknown' ? null : shape;
    },
    expect: () => undefined,
    close: () => undefined,
  };
}

/** Where the language and its frameworks are declared. */
const FOREIGN =
  /[\\/]typescript[\\/]lib[\\/]lib\.|[\\/]node_modules[\\/](?:@types[\\/])?(?:react|react-dom|react-native|preact|vue|@vue[\\/][^\\/]+|svelte|solid-js|csstype|node)[\\/]/;

/** The innermost node that covers exactly a stretch of text; else the innermost that contains it. */
function findNode(
  compiler: ProgramCompiler,
  file: ProgramFile,
  start: number,
  end: number,
): ProgramNode | null {
  let found: ProgramNode | null = null;
  for (let around: ProgramNode | undefined = file; around;) {
    const next: ProgramNode | undefined = compiler.forEachChild(around, (child) =>
      child.pos <= start && child.end >= end && child.getStart(file) <= start ? child : undefined,
    );
    if (next) found = next;
    around = next;
  }
  return found;
}

interface AdaptedSymbol extends ReadableSymbol {
  readonly of: ProgramSymbol;
}

interface AdaptedType extends ReadableType {
  readonly of: ProgramType;
}

interface Reader {
  readonly reader: TypeReader;
  typeAt(node: ProgramNode): ReadableType;
}

/** Adapts the checker of a program. One type of the program is one adapted type. */
function createReader({ TypeFlags, ObjectFlags }: ProgramCompiler, checker: ProgramChecker): Reader {
  const types = new Map<ProgramType, AdaptedType>();
  const symbolOf = (of: ProgramSymbol | undefined): AdaptedSymbol | undefined =>
    of && { of, name: of.name, flags: of.flags };
  const adapt = (of: ProgramType): AdaptedType => {
    const known = types.get(of);
    if (known) return known;
    const has = (flag: number): boolean => (of.flags & flag) !== 0;
    const type: AdaptedType = {
      of,
      id: types.size,
      flags: of.flags,
      value: has(TypeFlags.BooleanLiteral) ? of.intrinsicName === 'true' : of.value,
      isUnionType: () => has(TypeFlags.Union),
      isIntersectionType: () => has(TypeFlags.Intersection),
      isBooleanLiteralType: () => has(TypeFlags.BooleanLiteral),
      isStringLiteralType: () => has(TypeFlags.StringLiteral),
      isNumberLiteralType: () => has(TypeFlags.NumberLiteral),
      isTypeReference: () => ((of.objectFlags ?? 0) & ObjectFlags.Reference) !== 0,
      getTypes: () => of.types?.map(adapt),
      getSymbol: () => symbolOf(of.symbol),
      getAliasSymbol: () => symbolOf(of.aliasSymbol),
      getAliasTypeArguments: () => (of.aliasTypeArguments ?? []).map(adapt),
    };
    types.set(of, type);
    return type;
  };
  const typeOf = (type: ReadableType): ProgramType => (type as AdaptedType).of;
  return {
    typeAt: (node) => adapt(checker.getTypeAtLocation(node)),
    reader: {
      getBaseConstraintOfType: (type) => {
        const base = checker.getBaseConstraintOfType(typeOf(type));
        return base && adapt(base);
      },
      isArrayType: (type) => checker.isArrayType(typeOf(type)),
      isTupleType: (type) => checker.isTupleType(typeOf(type)),
      getTypeArguments: (type) => checker.getTypeArguments(typeOf(type)).map(adapt),
      getSignaturesOfType: (type, kind) => checker.getSignaturesOfType(typeOf(type), kind),
      getPropertiesOfType: (type) =>
        checker.getPropertiesOfType(typeOf(type)).flatMap((symbol) => symbolOf(symbol) ?? []),
      getTypeOfSymbol: (symbols) =>
        symbols.map((symbol) => adapt(checker.getTypeOfSymbol((symbol as AdaptedSymbol).of))),
      getIndexInfosOfType: (type) => checker.getIndexInfosOfType(typeOf(type)),
    },
  };
}
