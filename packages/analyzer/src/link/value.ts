import type { FilePath } from '../source/source.js';

/** A stretch of source text. Offsets are UTF-16 code units into the file's text, end exclusive. */
export interface Place {
  readonly file: FilePath;
  readonly start: number;
  readonly end: number;
}

/** `file#index` of a function, class or binding in its module's summary. Stable within one run. */
export type EntityKey = string;

/**
 * What an expression evaluates to, as far as it can be known without running anything. Variables are replaced by what
 * was assigned to them, imports by what is exported, known functions by what they return; what stays unknown stays
 * visible as structure (`user.email.trim()` is a call of a member of a member of a parameter), because the rules judge
 * exactly that structure.
 *
 * `at` is the place of the expression as written where the value is *used* last. `alias` is the name of the variable,
 * constant or destructured binding that it flowed through last (`const { email: contact } = user` gives the value
 * `user.email` the alias `contact`).
 */
export type Value =
  | LiteralValue
  | TemplateValue
  | ObjectValue
  | ArrayValue
  | UnionValue
  | MemberValue
  | CallValue
  | OperationValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ParamValue
  | ExternalValue
  | NamespaceValue
  | SdkValue
  | ElementValue
  | UnknownValue;

interface Located {
  readonly at: Place;
  readonly alias?: string;
  /** `file#b<index>` of the variable whose declared type the value has, where the value itself tells nothing. */
  readonly declaredBy?: EntityKey;
}

/** A known primitive. `undefined` is written as the literal value undefined; regular expressions are unknown. */
export interface LiteralValue extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | bigint | null | undefined;
}

/** A string made of known and unknown parts: template literals and `+` with at least one string. */
export interface TemplateValue extends Located {
  readonly kind: 'template';
  readonly parts: readonly (string | Value)[];
}

/** An object with its entries in the order they take effect; later ones override earlier ones. */
export interface ObjectValue extends Located {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
  /** True if code that was not understood may add entries. */
  readonly open?: boolean;
}

export type ObjectEntry =
  | {
      readonly kind: 'property';
      readonly key: string;
      readonly value: Value;
      /** The whole `key: value`, as written. */
      readonly at: Place;
      /** The place of the key alone. */
      readonly keyAt: Place;
      /** True if a condition decides whether the entry exists (`...(x && { a: 1 })`, `if (x) props.a = 1`). */
      readonly optional: boolean;
      readonly shorthand?: boolean;
    }
  | { readonly kind: 'computed'; readonly key: Value; readonly value: Value; readonly at: Place }
  | {
      /** A spread of something whose entries are not known; known ones are flattened into properties. */
      readonly kind: 'spread';
      readonly value: Value;
      readonly at: Place;
      readonly optional: boolean;
      /** Names that a rest pattern or `omit` took out (`const { email, ...safe } = user`). */
      readonly without?: readonly string[];
    };

export interface ArrayValue extends Located {
  readonly kind: 'array';
  readonly items: readonly Value[];
  /** True if a spread of something unknown is inside. */
  readonly open?: boolean;
}

/** One of several, for example from a conditional, a lookup in a known object or several assignments. */
export interface UnionValue extends Located {
  readonly kind: 'union';
  readonly options: readonly Value[];
  /** The options are the entries of a known object; a parameter in the key decides which, once it is known. */
  readonly lookup?: { readonly object: Value; readonly key: Value };
}

/** `object.name` of an object that is not known further. `name` is null for an unknown computed key. */
export interface MemberValue extends Located {
  readonly kind: 'member';
  readonly object: Value;
  readonly name: string | null;
}

/** A call of something that could not be replaced by its result. `this` of a method call is `callee.object`. */
export interface CallValue extends Located {
  readonly kind: 'call';
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly isNew: boolean;
}

/** An operator on values, with the test left in: `!x`, `x != null`, `a ?? b` (when not decidable), `typeof x`. */
export interface OperationValue extends Located {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Value[];
}

/** A function of the reviewed code. `bound` holds what its free variables were bound to where it was created. */
export interface FunctionValue extends Located {
  readonly kind: 'function';
  readonly key: EntityKey;
  readonly name: string | null;
  readonly bound?: Substitution;
}

export interface ClassValue extends Located {
  readonly kind: 'class';
  readonly key: EntityKey;
  readonly name: string | null;
  readonly bound?: Substitution;
}

/** `new C(...args)` of a class of the reviewed code, or a value typed as that class. */
export interface InstanceValue extends Located {
  readonly kind: 'instance';
  readonly key: EntityKey;
  readonly name: string | null;
  /** Null if the instance came from a type, so that the arguments are unknown. */
  readonly args: readonly Value[] | null;
}

/** A parameter of a function that is not being called here: `index` counts from 0; -1 is `this`, -2 `arguments`. */
export interface ParamValue extends Located {
  readonly kind: 'param';
  readonly fn: EntityKey;
  readonly index: number;
  readonly name: string | null;
  readonly rest: boolean;
}

/** Something a package outside the repository exports: `import { X } from 'pkg'` is path `['X']`. */
export interface ExternalValue extends Located {
  readonly kind: 'external';
  readonly package: string;
  readonly path: readonly string[];
}

/** All exports of a module of the repository. */
export interface NamespaceValue extends Located {
  readonly kind: 'namespace';
  readonly file: FilePath;
}

/** An SDK's object or method: `path` is the member chain from the SDK's own root, `['people', 'set']`. */
export interface SdkValue extends Located {
  readonly kind: 'sdk';
  /** Id of the adapter in `sdks/`. */
  readonly sdk: string;
  readonly path: readonly string[];
  /** Arguments of factory calls on the way, outermost last: `mixpanel.get_group('company', id)` gives one list. */
  readonly factoryArgs?: readonly (readonly Value[])[];
  /** Arguments that `bind` has fixed already. */
  readonly partial?: readonly Value[];
}

/** A JSX element: `type` is the component or the tag name as a literal. */
export interface ElementValue extends Located {
  readonly kind: 'element';
  readonly type: Value;
  readonly props: ObjectValue;
}

/** Not understood, or a free global such as `window` (then `name` has it). */
export interface UnknownValue extends Located {
  readonly kind: 'unknown';
  readonly name: string | null;
  /** Why nothing more is known; for `explain`. */
  readonly reason: string;
}

/** What the parameters of functions stand for: entity key of the function → one value per parameter index. */
export type Substitution = ReadonlyMap<EntityKey, ReadonlyMap<number, Value>>;
