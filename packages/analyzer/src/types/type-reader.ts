/**
 * The part of a compiler that reading a type needs. TypeScript 7's native interface has it as it is; older compilers, as
 * ESLint's parser brings them, are adapted to it.
 */
export interface TypeReader {
  getBaseConstraintOfType(type: ReadableType): ReadableType | undefined;
  isArrayType(type: ReadableType): boolean;
  isTupleType(type: ReadableType): boolean;
  getTypeArguments(type: ReadableType): readonly ReadableType[];
  getSignaturesOfType(type: ReadableType, kind: number): readonly unknown[];
  getPropertiesOfType(type: ReadableType): readonly ReadableSymbol[];
  /** One type for each symbol. */
  getTypeOfSymbol(symbols: readonly ReadableSymbol[]): readonly (ReadableType | undefined)[];
  getIndexInfosOfType(type: ReadableType): readonly unknown[];
}

export interface ReadableSymbol {
  readonly name: string;
  readonly flags: number;
}

export interface ReadableType {
  /** Tells types of one program apart. */
  readonly id: number;
  readonly flags: number;
  /** Of literal types. */
  readonly value?: unknown;
  isUnionType(): boolean;
  isIntersectionType(): boolean;
  isBooleanLiteralType(): boolean;
  isStringLiteralType(): boolean;
  isNumberLiteralType(): boolean;
  isTypeReference(): boolean;
  /** Parts of a union or intersection. */
  getTypes?(): readonly ReadableType[] | undefined;
  getSymbol(): ReadableSymbol | undefined;
  getAliasSymbol(): ReadableSymbol | undefined;
  getAliasTypeArguments(): readonly ReadableType[];
}

/** Numbers that a compiler gives to kinds of types and symbols. */
export interface TypeConstants {
  readonly TypeFlags: Readonly<
    Record<
      | 'Any'
      | 'Unknown'
      | 'Never'
      | 'ESSymbolLike'
      | 'Boolean'
      | 'Instantiable'
      | 'StringLike'
      | 'NumberLike'
      | 'BigIntLike'
      | 'Null'
      | 'VoidLike'
      | 'Primitive'
      | 'Object',
      number
    >
  >;
  readonly SymbolFlags: Readonly<Record<'Optional', number>>;
  readonly SignatureKind: Readonly<Record<'Call' | 'Construct', number>>;
}
