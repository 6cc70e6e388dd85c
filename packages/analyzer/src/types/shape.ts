import type { Place } from '../link/value.js';

/** What a static type says about a value; deliberately smaller than TypeScript's types. */
export type TypeShape =
  | {
      readonly kind:
        'string' | 'number' | 'boolean' | 'bigint' | 'null' | 'undefined' | 'date' | 'function' | 'unknown';
    }
  /** A literal type; a union of these is an enum. */
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array'; readonly items: TypeShape }
  | { readonly kind: 'union'; readonly options: readonly TypeShape[] }
  | {
      readonly kind: 'object';
      /** Name of the interface, class or alias, if it has one: `User`. */
      readonly name: string | null;
      readonly fields: readonly TypeField[];
      /** True for index signatures and types that could not be read completely. */
      readonly open: boolean;
    };

export interface TypeField {
  readonly name: string;
  readonly type: TypeShape;
  readonly optional: boolean;
  readonly at: Place | null;
}
