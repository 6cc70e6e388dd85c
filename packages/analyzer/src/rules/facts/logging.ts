import type { TrackingCall } from '../../link/call.js';
import { functionKey } from '../../link/module-graph.js';
import type { Value } from '../../link/value.js';
import type { CodeCall, RuleContext } from '../rule.js';

const CONSOLE =
  /^(?:(?:window|globalThis|global|self)\.)?console\.(?:log|info|warn|error|debug|trace|dir|table|group|groupCollapsed)$/;
const LOGGER =
  /(?:^|[.?!])_?#?(?:\w*[lL]ogger|log|logging|winston|pino|bunyan|loglevel)(?:\(\))?[?!]?\.(?:log|info|warn|warning|error|debug|trace|verbose|fatal|notice|http|silly|critical|child)$/;

/** True for `console.log`, `logger.info`, `this.logger.warn`, `req.log.error`. */
export function isLogging({ calleeText }: CodeCall): boolean {
  return CONSOLE.test(calleeText) || LOGGER.test(calleeText);
}

/**
 * The logging calls around a tracking call: in the functions that contain it, the handler and the `catch` included, and
 * in the function of the wrapper that calls the SDK.
 */
export function logsAround(call: TrackingCall, context: RuleContext): readonly CodeCall[] {
  const around =
    call.context.fn === null ? moduleLogs(call.file, context) : outermostCalls(call.context.fn, context);
  const wrapper = context.code
    .callsIn(functionKey(call.sdkCall.file, 0))
    .find((each) => isAt(each, call.sdkCall));
  const inWrapper =
    wrapper?.context.fn === undefined || wrapper.context.fn === null
      ? []
      : outermostCalls(wrapper.context.fn, context);
  return [...around, ...inWrapper, ...handlersOf(call, context)].filter(isLogging);
}

/** Calls in the `catch` of functions of the same file that guard the function that tracks. */
function handlersOf(call: TrackingCall, context: RuleContext): readonly CodeCall[] {
  const { fn } = call.context;
  // Describing every call of a file is dear; most files that track hold no handler that logs.
  const mayLog = /\bcatch\b/.test(context.code.file(call.file)?.text ?? '');
  if (fn === null || !mayLog) return [];
  const guarding = context.code
    .callsIn(functionKey(call.file, 0))
    .filter(({ callee, context: around }) => callee.kind === 'function' && callee.key === fn && around.inTry);
  return guarding.flatMap((each) =>
    each.context.fn === null
      ? []
      : context.code.callsIn(each.context.fn).filter((log) => log.context.inCatch),
  );
}

/** The call of the SDK itself, with arguments in the words of the function that makes it. */
function sdkCallOf(call: TrackingCall, context: RuleContext): CodeCall | undefined {
  return context.code.callsIn(functionKey(call.sdkCall.file, 0)).find((each) => isAt(each, call.sdkCall));
}

const NAMED_FIRST: ReadonlySet<string> = new Set(['track', 'import', 'track_links', 'time_event']);

/** What the SDK is given besides the name of the event: the values, and what is spread into them. */
export function payloadsOf(call: TrackingCall, context: RuleContext): readonly Value[] {
  const args = sdkCallOf(call, context)?.args ?? [];
  const payloads = NAMED_FIRST.has(call.kind) ? args.slice(1) : args;
  return payloads.flatMap((arg): readonly Value[] =>
    arg.kind === 'object'
      ? arg.entries
          .flatMap((entry) => (entry.kind === 'spread' ? [entry.value] : []))
          .concat(arg.open ? [arg] : [])
      : [arg],
  );
}

/**
 * Calls of the outermost function that is still a handler. A component or hook around it holds other handlers, so only
 * what is written directly in it counts.
 */
function outermostCalls(fn: string, context: RuleContext): readonly CodeCall[] {
  let calls: readonly CodeCall[] = [];
  for (const key of context.code.enclosing(fn)) {
    const inside = context.code.callsIn(key);
    const own = inside.find((each) => each.context.fn === key);
    // Without a call of its own it only holds other functions.
    if (own && !COMPONENT_OR_HOOK.test(own.context.fnName ?? '')) calls = inside;
    else return key === fn ? inside.filter((each) => each.context.fn === key) : calls;
  }
  return calls;
}

const COMPONENT_OR_HOOK = /^(?:[A-Z]|use[A-Z])/;

function moduleLogs(file: string, context: RuleContext): readonly CodeCall[] {
  return context.code.file(file)?.moduleCalls ?? [];
}

function isAt({ at }: CodeCall, place: TrackingCall['sdkCall']): boolean {
  return at.file === place.file && at.start === place.start && at.end === place.end;
}

/** True if both come from the same place: the same parameter, the same member of it, the same object. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a.kind === 'param' && b.kind === 'param') return a.fn === b.fn && a.index === b.index;
  if (a.kind === 'member' && b.kind === 'member') return a.name === b.name && isSameValue(a.object, b.object);
  if (a.kind === 'unknown' && b.kind === 'unknown') return a.name !== null && a.name === b.name;
  if (a.kind === 'object' && b.kind === 'object') {
    const [x] = a.entries;
    const [y] = b.entries;
    return x !== undefined && y !== undefined && x.at.file === y.at.file && x.at.start === y.at.start;
  }
  return false;
}
