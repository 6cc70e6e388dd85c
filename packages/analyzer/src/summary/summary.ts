/**
 * The serialisable form of one module that the linker works on. A pure function of the text, so it can be cached by
 * content. Expressions keep their ranges as `start`/`end` (UTF-16 offsets); indices point into the module's own tables.
 */

export interface ModuleSummary {
  readonly imports: readonly ImportEdge[];
  readonly exports: readonly ExportEntry[];
  readonly bindings: readonly Binding[];
  /** Index 0 is the module itself. */
  readonly functions: readonly FunctionSummary[];
  readonly classes: readonly ClassSummary[];
  /** Calls, `new` and JSX elements, in source order of their start. */
  readonly sites: readonly Site[];
  /** `x.a.b = v` where `x` is not a local variable: `window.track = …`, `App.prototype.log = …`. */
  readonly outerWrites: readonly OuterWrite[];
  readonly types: readonly TypeDeclaration[];
  readonly hasUseClient: boolean;
}

interface Ranged {
  readonly start: number;
  readonly end: number;
}

/** A module that is read by a static import, a re-export, `require` or `import()`. */
export interface ImportEdge extends Ranged {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

export type ExportEntry =
  | { readonly kind: 'local'; readonly name: string; readonly binding: number }
  | { readonly kind: 'expression'; readonly name: string; readonly value: Expr }
  | { readonly kind: 'from'; readonly name: string; readonly specifier: string; readonly imported: string }
  | { readonly kind: 'all'; readonly specifier: string }
  /** `module.exports = value`. */
  | { readonly kind: 'assignment'; readonly value: Expr };

export interface Binding extends Ranged {
  readonly name: string;
  /** `declared`: `declare const`, a global that other code makes. */
  readonly kind:
    | 'const'
    | 'let'
    | 'var'
    | 'declared'
    | 'param'
    | 'function'
    | 'class'
    | 'import'
    | 'enum'
    | 'catch'
    | 'namespace';
  /** The function that declares it. */
  readonly fn: number;
  readonly values: readonly Assignment[];
  readonly writes: readonly MemberWrite[];
  readonly type: TypeExpr | null;
  /** For imports: `*` is the namespace. */
  readonly from: { readonly specifier: string; readonly imported: string } | null;
}

/** One value that a binding is given. `path` leads from the value to the part that the pattern picks. */
export interface Assignment {
  readonly value: Expr;
  readonly path: readonly PathStep[];
  readonly at: number;
  readonly fn: number;
}

export type PathStep =
  | { readonly kind: 'key'; readonly name: string | null; readonly fallback: Expr | null }
  | { readonly kind: 'index'; readonly index: number; readonly fallback: Expr | null }
  | { readonly kind: 'rest'; readonly without: readonly string[] }
  | { readonly kind: 'rest-items'; readonly from: number };

/** A change of an object after it was made: `x.a = v`, `x[k] = v`, `delete x.a`, `Object.assign(x, v)`. */
export interface MemberWrite extends Ranged {
  readonly kind: 'set' | 'delete' | 'merge';
  readonly path: readonly (string | null)[];
  readonly key: Expr | null;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Expr | null;
  readonly fn: number;
  readonly isConditional: boolean;
}

export interface OuterWrite extends Ranged {
  readonly target: Expr;
  readonly name: string;
  readonly value: Expr;
}

export interface FunctionSummary extends Ranged {
  readonly name: string | null;
  readonly kind: 'module' | 'function' | 'arrow' | 'method' | 'getter' | 'setter' | 'constructor';
  readonly parent: number | null;
  /** The class whose `this` it sees. */
  readonly cls: number | null;
  readonly params: readonly ParamSummary[];
  readonly returns: readonly Expr[];
  readonly returnType: TypeExpr | null;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** How the function expression is used where it is written. */
  readonly use: 'declaration' | 'argument' | 'attribute' | 'returned' | 'value';
  readonly isExported: boolean;
}

export interface ParamSummary {
  readonly name: string | null;
  readonly isRest: boolean;
  readonly type: TypeExpr | null;
  readonly fallback: Expr | null;
}

export interface ClassSummary extends Ranged {
  readonly name: string | null;
  readonly fn: number;
  readonly parent: Expr | null;
  readonly implements: readonly TypeExpr[];
  readonly members: readonly ClassMember[];
  /** Function index of the constructor. */
  readonly ctor: number | null;
  readonly typeParams: readonly string[];
  readonly isAbstract: boolean;
}

export interface ClassMember {
  readonly name: string;
  readonly isStatic: boolean;
  readonly value: Expr | null;
  readonly type: TypeExpr | null;
  readonly kind: 'field' | 'method' | 'getter';
  /** For `this.x = v`: the function that assigns. */
  readonly fn: number;
}

export interface Site extends Ranged {
  readonly kind: 'call' | 'new' | 'element';
  readonly callee: Expr;
  readonly args: readonly Argument[];
  /** Attributes of an element, as an object expression. */
  readonly props: Expr | null;
  readonly fn: number;
  readonly isOptional: boolean;
  readonly use: SiteUse;
  readonly inTry: boolean;
  readonly inCatch: boolean;
  readonly hasRejectionHandler: boolean;
  readonly isConditional: boolean;
}

/** What happens to the result of a call. */
export type SiteUse = 'statement' | 'awaited' | 'returned' | 'voided' | 'argument' | 'callee' | 'value';

export interface Argument {
  readonly isSpread: boolean;
  readonly value: Expr;
}

export type Expr =
  | (Ranged & { readonly kind: 'literal'; readonly value: string | number | boolean | null })
  | (Ranged & { readonly kind: 'undefined' })
  | (Ranged & { readonly kind: 'template'; readonly parts: readonly (string | Expr)[] })
  | (Ranged & { readonly kind: 'object'; readonly members: readonly ObjectMember[] })
  | (Ranged & { readonly kind: 'array'; readonly items: readonly Argument[] })
  | (Ranged & { readonly kind: 'ref'; readonly name: string; readonly binding: number | null })
  | (Ranged & { readonly kind: 'this'; readonly cls: number | null; readonly fn: number })
  | (Ranged & { readonly kind: 'super'; readonly cls: number | null })
  | (Ranged & { readonly kind: 'param'; readonly fn: number; readonly index: number })
  | (Ranged & { readonly kind: 'arguments'; readonly fn: number })
  | (Ranged & {
      readonly kind: 'member';
      readonly object: Expr;
      readonly name: string | null;
      readonly property: Expr | null;
    })
  /** A call, `new` or element: see `sites`. */
  | (Ranged & { readonly kind: 'site'; readonly site: number })
  | (Ranged & { readonly kind: 'conditional'; readonly test: Expr; readonly then: Expr; readonly else: Expr })
  | (Ranged & {
      readonly kind: 'logical';
      readonly operator: '&&' | '||' | '??';
      readonly left: Expr;
      readonly right: Expr;
    })
  | (Ranged & { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly Expr[] })
  | (Ranged & { readonly kind: 'await'; readonly value: Expr })
  | (Ranged & { readonly kind: 'function'; readonly fn: number })
  | (Ranged & { readonly kind: 'class'; readonly cls: number })
  | (Ranged & { readonly kind: 'cast'; readonly value: Expr; readonly type: TypeExpr })
  | (Ranged & { readonly kind: 'import'; readonly specifier: string })
  | (Ranged & { readonly kind: 'unknown'; readonly reason: string });

export type ObjectMember =
  | (Ranged & {
      readonly kind: 'property';
      readonly key: string | null;
      readonly computed: Expr | null;
      readonly keyStart: number;
      readonly keyEnd: number;
      readonly value: Expr;
      readonly isShorthand: boolean;
      readonly isGetter: boolean;
    })
  | (Ranged & { readonly kind: 'spread'; readonly value: Expr });

export type TypeExpr =
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'ref'; readonly name: string; readonly args: readonly TypeExpr[] }
  | { readonly kind: 'object'; readonly fields: readonly TypeMember[]; readonly isOpen: boolean }
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly TypeExpr[] }
  | { readonly kind: 'array'; readonly items: TypeExpr }
  | { readonly kind: 'typeof'; readonly name: string }
  | { readonly kind: 'indexed'; readonly object: TypeExpr; readonly index: TypeExpr }
  | { readonly kind: 'function'; readonly returns: TypeExpr | null }
  | { readonly kind: 'unknown' };

export interface TypeMember extends Ranged {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: TypeExpr;
}

export interface TypeDeclaration extends Ranged {
  readonly name: string;
  readonly kind: 'interface' | 'alias';
  readonly typeParams: readonly string[];
  readonly parents: readonly TypeExpr[];
  readonly body: TypeExpr;
  readonly isExported: boolean;
}
