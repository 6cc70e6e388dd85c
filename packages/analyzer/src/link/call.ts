import type { FilePath } from '../source/source.js';
import type { Place, Value } from './value.js';

export type CallRole = 'call' | 'trigger' | 'declaration';

export type CallKind =
  | 'track'
  | 'track_pageview'
  | 'identify'
  | 'alias'
  | 'people'
  | 'register'
  | 'group'
  | 'import'
  | 'time_event'
  | 'reset'
  | 'opt_in'
  | 'opt_out'
  | 'track_links';

/** Where the code that contains the call runs. */
export type Runtime = 'browser' | 'server' | 'mobile' | 'http';

/** How far an event name is known. */
export type EventForm = 'literal' | 'constant' | 'set' | 'pattern' | 'unresolved';

export interface EventName {
  readonly form: EventForm;
  /** As Mixpanel receives it, wrapper prefixes applied; null if not exactly one known name. */
  readonly name: string | null;
  /** All candidates, in source order; empty if unknown. */
  readonly names: readonly string[];
  /** For `pattern`: the name with `*` for each unknown part. */
  readonly pattern: string | null;
  readonly value: Value;
  /** Where the name is written: the argument at the call, or the constant it refers to when in another place. */
  readonly at: Place;
}

export interface PropertyFlow {
  /** The key as Mixpanel receives it. */
  readonly name: string;
  readonly value: Value;
  /** The whole `key: value` as written (or the assignment `props.key = value`). */
  readonly at: Place;
  readonly keyAt: Place;
  /**
   * `call`: written at the tracking call or in code of its caller; `wrapper`: added by a wrapper on the way, so it is
   * the same for every caller and is judged once, at the wrapper.
   */
  readonly origin: 'call' | 'wrapper';
  readonly optional: boolean;
}

/** Something whose keys are not known and that is sent whole: a spread, or the properties argument itself. */
export interface OpenFlow {
  readonly value: Value;
  readonly at: Place;
  readonly origin: 'call' | 'wrapper';
  /** Names that a rest pattern or `omit` took out. */
  readonly without: readonly string[];
}

export interface ViaStep {
  /** Name of the wrapper as called: `trackEvent`, `analytics.track`. */
  readonly name: string;
  readonly place: Place;
  /** 1-based. */
  readonly line: number;
}

/** What surrounds a call expression, read from its own function. */
export interface CallContext {
  /** Entity key of the innermost function; null at module level. */
  readonly fn: string | null;
  /** Name of the innermost named function or method around the call. */
  readonly fnName: string | null;
  readonly isAwaited: boolean;
  readonly isReturned: boolean;
  /** The call is a statement of its own: its result is thrown away. */
  readonly isStatement: boolean;
  readonly isVoided: boolean;
  /** In the block of a `try` that has a `catch`. */
  readonly inTry: boolean;
  readonly inCatch: boolean;
  /** A `.catch(…)` or a second argument of `.then` is chained to the call. */
  readonly hasRejectionHandler: boolean;
  /** The call is made in an async function. */
  readonly inAsync: boolean;
}

export interface TrackingCall {
  readonly file: FilePath;
  /** The call expression (or JSX element, or the declaring property). */
  readonly at: Place;
  /** All 1-based. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly role: CallRole;
  readonly kind: CallKind;
  /** The SDK method that is reached: `track`, `people.set`. */
  readonly method: string;
  /** Id of the SDK adapter: `mixpanel-browser`. */
  readonly sdk: string;
  readonly runtime: Runtime;
  /** Null for kinds that carry no event. */
  readonly event: EventName | null;
  /** Null if nothing is known about the properties. */
  readonly properties: readonly PropertyFlow[] | null;
  readonly open: readonly OpenFlow[];
  /** True if more properties may be sent than are listed. */
  readonly propertiesOpen: boolean;
  /** The value that identifies the user in this call, with its source text. */
  readonly distinctId: {
    readonly value: Value;
    readonly text: string;
    readonly at: Place;
    readonly origin: 'call' | 'wrapper';
  } | null;
  /** Group key and id of group calls. */
  readonly group: { readonly key: Value; readonly id: Value } | null;
  /** True if an SDK failure cannot reach the caller (a guard anywhere on the way to the SDK). */
  readonly guarded: boolean;
  readonly via: readonly ViaStep[];
  /** Arguments as written at this place, resolved. */
  readonly args: readonly Value[];
  readonly context: CallContext;
  /** True if the call only builds a thunk (a function that still has to be called or dispatched for anything to happen). */
  readonly isDeferred: boolean;
  /** The SDK call at the end of the chain. */
  readonly sdkCall: Place;
}

/** `mixpanel.init(token, options)` and its like. */
export interface SdkInit {
  readonly file: FilePath;
  readonly at: Place;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly sdk: string;
  readonly runtime: Runtime;
  readonly token: Value | null;
  readonly options: Value | null;
  readonly context: CallContext;
}
