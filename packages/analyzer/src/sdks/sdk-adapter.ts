import type { CallKind, Runtime } from '../link/call.js';
import type { Value } from '../link/value.js';

/** What one SDK call sends, in terms of its resolved arguments. */
export interface SdkCallParts {
  readonly kind: CallKind;
  /** As the SDK spells it: `people.set`. */
  readonly method: string;
  readonly event: Value | null;
  /** The object whose entries are properties, or null if the method takes none. */
  readonly properties: Value | null;
  readonly distinctId: Value | null;
  readonly group: { readonly key: Value; readonly id: Value } | null;
}

/** What using an SDK's member gives: nothing special, one or more calls, a client again, or initialisation. */
export type SdkUse =
  | { readonly kind: 'calls'; readonly calls: readonly SdkCallParts[] }
  | { readonly kind: 'init'; readonly token: Value | null; readonly options: Value | null }
  | { readonly kind: 'other' };

/** One SDK is one file that exports one of these. */
export interface SdkAdapter {
  readonly id: string;
  readonly vendor: 'mixpanel' | 'segment';
  readonly runtime: Runtime;
  /** Names of packages whose exports are this SDK. A subpath (`mixpanel-browser/src/…`) belongs to its package. */
  readonly packages: readonly string[];
  /** Names of global variables that hold a client. */
  readonly globals: readonly string[];
  /** Words of which at least one stands in every file that uses the SDK directly; matched without case. */
  readonly words: readonly string[];
  /**
   * Where an exported name leads: a member path from the client (`[]` is the client itself), or null if the export has
   * nothing to do with tracking.
   */
  exported(path: readonly string[]): readonly string[] | null;
  /** Where a type of a package leads that is not called like the client: `MixpanelPeople`. Null: nowhere. */
  typed?(name: string): readonly string[] | null;
  /** The path that `call(path)(…args)` gives when the result is again part of the SDK (a client, `people`), else null. */
  result(path: readonly string[]): readonly string[] | null;
  /** What calling the member at `path` does. `factoryArgs`: arguments of calls on the way, as for `get_group(key, id)`. */
  use(path: readonly string[], args: readonly Value[], factoryArgs: readonly (readonly Value[])[]): SdkUse;
  /**
   * Recognises calls that no import gives away, such as a request to the vendor's host. Null: not one. `isList` tells
   * whether a value that is not known yet is declared as a list.
   */
  match?(callee: Value, args: readonly Value[], isList: (value: Value) => boolean): SdkUse | null;
}
