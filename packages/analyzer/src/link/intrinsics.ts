import { literal, union } from './build-value.js';
import { callArray, callText } from './collection-methods.js';
import type { Evaluator } from './evaluator.js';
import { laterValue } from './later-value.js';
import { keyIdentity } from './provided-keys.js';
import { stateKey, stateSetter } from './state-setter.js';
import type { ObjectEntry, Place, Value } from './value.js';

/**
 * What well-known functions of the language and of common libraries do with values. They are told by their last name;
 * a function of the same name in the reviewed code is evaluated instead and never gets here.
 */

type Intrinsic = (ev: Evaluator, args: readonly Value[], at: Place) => Value | null;

const first: Intrinsic = (_ev, args) => args[0] ?? null;

/** Calls a function argument and gives its result. */
const run: Intrinsic = (ev, args, at) => (args[0] ? ev.call(args[0], [], at, false) : null);

const merge: Intrinsic = (_ev, args, at) =>
  _ev.object(
    args.map((value) => ({ kind: 'spread' as const, value, at: value.at, optional: false })),
    at,
    false,
  );

const stringsOf = (value: Value | undefined): readonly string[] | null => {
  if (value?.kind === 'literal' && typeof value.value === 'string') return [value.value];
  if (value?.kind !== 'array') return null;
  const names = value.items.map((item) => (item.kind === 'literal' ? item.value : null));
  return names.every((name) => typeof name === 'string') ? names : null;
};

/** Data-last libraries (lodash/fp, Ramda) take the names first. */
function nameAndObject(args: readonly Value[]): { names: readonly string[]; object: Value } | null {
  for (const [a, b] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const names = stringsOf(args[a]);
    const object = args[b];
    if (names && object) return { names, object };
  }
  return null;
}

const get: Intrinsic = (ev, args, at) => {
  const found = nameAndObject(args);
  if (!found) return null;
  return found.names
    .join('.')
    .split('.')
    .reduce<Value>((object, name) => ev.member(object, name, at), found.object);
};

const pick: Intrinsic = (ev, args, at) => {
  const found = nameAndObject(args);
  if (!found) return null;
  const entries = found.names.map((key): ObjectEntry => ({
    kind: 'property',
    key,
    value: ev.member(found.object, key, at),
    at,
    keyAt: at,
    optional: false,
  }));
  return ev.object(entries, at, false);
};

const omit: Intrinsic = (ev, args, at) => {
  const found = nameAndObject(args);
  if (!found) return null;
  return ev.object(
    [{ kind: 'spread', value: found.object, at, optional: false, without: found.names }],
    at,
    false,
  );
};

const useState: Intrinsic = (ev, args, at) => {
  const [initial] = args;
  const state = initial?.kind === 'function' ? ev.call(initial, [], at, false) : initial;
  return {
    kind: 'array',
    items: [union([laterValue(state, at), ...ev.flows.state(stateKey(at))], at), stateSetter(at)],
    open: true,
    at,
  };
};

const useRef: Intrinsic = (ev, args, at) => {
  const value = laterValue(args[0], at);
  return ev.object([{ kind: 'property', key: 'current', value, at, keyAt: at, optional: false }], at, true);
};

const useContext: Intrinsic = (ev, args, at) => (args[0] ? ev.flows.contextValue(args[0], at) : null);

/** Containers give an instance of the class that is asked for. */
const instance: Intrinsic = (_ev, args, at) => {
  const [cls] = args;
  return cls?.kind === 'class' ? { kind: 'instance', key: cls.key, name: cls.name, args: null, at } : null;
};

/** What Vue's `inject` finds under its key, or an instance of the class that a container is asked for. */
const inject: Intrinsic = (ev, args, at) => {
  const key = keyIdentity(args[0]);
  const provided = key === null ? [] : ev.flows.provided(key);
  return provided.length > 0 ? union(provided, at) : instance(ev, args, at);
};

const lazy: Intrinsic = (ev, args, at) => {
  const loaded = run(ev, args, at);
  return loaded ? ev.member(loaded, 'default', at) : null;
};

/** Functions that hand back the function or component they are given, perhaps later, less often or observed. */
const PASSING = [
  'useCallback',
  'useEvent',
  'useEventCallback',
  'useEffectEvent',
  'useMemoizedFn',
  'useStableCallback',
  'useLatestCallback',
  'useDebouncedCallback',
  'useThrottledCallback',
  'useDebounce',
  'useThrottle',
  'debounce',
  'throttle',
  'once',
  'memoize',
  'memoizeOne',
  'promisify',
  'callbackify',
  'memo',
  'forwardRef',
  'observer',
  'withRouter',
  'cache',
  'action',
  'runOnJS',
  'asyncHandler',
  'catchAsync',
  'markRaw',
  'shallowRef',
  'reactive',
  'readonly',
  'toRaw',
  'structuredClone',
  'cloneDeep',
  'clone',
  'defineComponent',
  'defineStore',
  'defineNuxtPlugin',
  'produce',
] as const;

/** True for functions that hand back the function they are given without calling it. */
export const isPassing = (name: string | null): boolean =>
  name !== null && (PASSING as readonly string[]).includes(name);

const NAMED: Readonly<Record<string, Intrinsic>> = {
  ...Object.fromEntries(PASSING.map((name) => [name, first])),
  useMemo: run,
  computed: run,
  inject,
  useInject: instance,
  useService: instance,
  getService: instance,
  resolve: instance,
  useContext,
  use: useContext,
  useState,
  useRef,
  lazy,
  get,
  pick,
  omit,
  merge,
  assign: merge,
  defaults: merge,
};

const OBJECT: Readonly<Record<string, Intrinsic>> = {
  freeze: first,
  seal: first,
  assign: merge,
  create: first,
  values: (_ev, args, at) => {
    const [object] = args;
    if (object?.kind !== 'object' || object.open) return null;
    return { kind: 'array', items: object.entries.map((entry) => entry.value), at };
  },
  keys: (_ev, args, at) => {
    const [object] = args;
    if (object?.kind !== 'object' || object.open) return null;
    return {
      kind: 'array',
      items: object.entries.flatMap((entry) =>
        entry.kind === 'property' ? [literal(entry.key, entry.keyAt)] : [],
      ),
      at,
    };
  },
};

/** `JSON.parse(JSON.stringify(x))` is x. */
const parseJson: Intrinsic = (_ev, args) => {
  const [text] = args;
  const isText = text?.kind === 'call' && text.callee.kind === 'member' && text.callee.name === 'stringify';
  return isText ? (text.args[0] ?? null) : null;
};

const GLOBALS: Readonly<Record<string, Readonly<Record<string, Intrinsic>>>> = {
  Object: OBJECT,
  Promise: {
    resolve: first,
    all: first,
  },
  JSON: { parse: parseJson },
  Reflect: {},
};

function callMethod(
  ev: Evaluator,
  object: Value,
  name: string,
  args: readonly Value[],
  at: Place,
): Value | null {
  if (object.kind === 'unknown' && object.name !== null) {
    const table = GLOBALS[object.name];
    const intrinsic = table && Object.hasOwn(table, name) ? table[name] : undefined;
    if (intrinsic) return intrinsic(ev, args, at);
  }
  const text = args.length === 0 ? callText(ev, object, name, at) : null;
  if (text) return text;
  if (object.kind === 'array') return callArray(ev, object.items, object.open === true, name, args, at);
  // A promise stands for what it resolves to.
  if (name === 'then' && args[0]) return ev.call(args[0], [object], at, false);
  if (name === 'catch' || name === 'finally') return object;
  if ((name === 'get' || name === 'resolve' || name === 'getService') && args[0]?.kind === 'class')
    return instance(ev, args, at);
  // What is done to each item of a list that is not known is known all the same.
  if ((name === 'map' || name === 'flatMap') && args[0]?.kind === 'function') {
    const item: Value = { kind: 'member', object, name: null, at };
    return { kind: 'array', items: [ev.call(args[0], [item], at, false)], open: true, at };
  }
  if (name === 'getState' && object.kind === 'call') return storeState(ev, object, at);
  if (name === 'concat' && object.kind === 'literal') return ev.template([object, ...args], at);
  return null;
}

/** State of a Zustand store: `create(() => state)`, `create<State>()(() => state)`, with middleware around the creator. */
function storeState(ev: Evaluator, store: Extract<Value, { kind: 'call' }>, at: Place): Value | null {
  let maker: Value = store.callee;
  while (maker.kind === 'call') maker = maker.callee;
  if (maker.kind !== 'external' || !maker.package.startsWith('zustand')) return null;
  let creator: Value | undefined = store.args[0];
  while (creator?.kind === 'call') creator = creator.args[0];
  return creator?.kind === 'function' ? ev.call(creator, [], at, false) : null;
}

const lastName = (callee: Value): string | null => {
  if (callee.kind === 'external') {
    const last = callee.path.at(-1);
    // The default export of `lodash.debounce` or `debounce` is called like its package.
    return last === undefined || last === 'default' ? (callee.package.split(/[./]/).at(-1) ?? null) : last;
  }
  return callee.kind === 'unknown' ? callee.name : null;
};

/** The result of a call of a well-known function, or null if it is not one or nothing can be said. */
export function callIntrinsic(ev: Evaluator, callee: Value, args: readonly Value[], at: Place): Value | null {
  if (callee.kind === 'member') {
    return callee.name === null ? null : callMethod(ev, callee.object, callee.name, args, at);
  }
  if (callee.kind === 'call') return callResult(ev, callee, args, at);
  const name = lastName(callee);
  if (callee.kind === 'unknown' && name === 'String' && args[0]?.kind === 'literal')
    return literal(String(args[0].value), at);
  const intrinsic = name !== null && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return intrinsic?.(ev, args, at) ?? null;
}

/** `connect(mapState, mapDispatch)(Component)` and other enhancers of packages give the component back. */
function callResult(
  ev: Evaluator,
  callee: Extract<Value, { kind: 'call' }>,
  args: readonly Value[],
  at: Place,
): Value | null {
  const state = storeState(ev, callee, at);
  if (state) return args[0] ? ev.call(args[0], [state], at, false) : state;
  const isEnhancer = callee.callee.kind === 'external' && args.length === 1;
  const [subject] = args;
  return isEnhancer && (subject?.kind === 'function' || subject?.kind === 'class') ? subject : null;
}
