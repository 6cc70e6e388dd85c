import type { TSESTree } from '@typescript-eslint/types';
import type { TrackingCall } from '../../link/call.js';
import type { Place } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { calleeName, passesFailureOn, triesAround, writesBefore } from './failure-paths.js';
import { localCallers } from './local-callers.js';
import { mayHaveReduxMiddleware, mayHaveRequestEntry, requestEntry } from './request-entry.js';
import { isServerOnly } from './server-code.js';
import { syntaxAround } from './syntax-around.js';
import { isPromiseExecutor } from './waited-for.js';
import { isFunctionNode, nodesRunWith } from './walk-syntax.js';

type Node = TSESTree.Node;

/**
 * How a failure of a tracking call can break the product. `sharedTry`: it undoes or hides a write that was committed;
 * `callback`: the SDK's callback throws, where nobody can catch it; `floating`: a promise that nobody handles;
 * `unguarded`: it reaches the caller.
 */
export type Exposure = 'sharedTry' | 'callback' | 'floating' | 'unguarded';

/** Browser and mobile SDKs do not throw; a failure there matters only where every action of the application passes. */
function canBreak(call: TrackingCall, context: RuleContext): boolean {
  const file = context.code.file(call.file);
  if (file === null) return false;
  switch (call.runtime) {
    case 'server':
      return call.sdk !== 'segment';
    case 'http':
      return (
        isServerOnly(file) ||
        (mayHaveRequestEntry(file) && requestEntry(syntaxAround(call.at, context), file) !== null)
      );
    case 'browser':
    case 'mobile':
      return (
        mayHaveReduxMiddleware(file) && requestEntry(syntaxAround(call.at, context), file)?.kind === 'redux'
      );
  }
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.file === b.file && a.start === b.start && a.end === b.end;

const isSwallowed = (path: readonly Node[]): boolean =>
  triesAround(path).some((statement) => !passesFailureOn(statement));

/** True if `.catch(…)` or a second argument of `.then` follows the call. */
function hasRejectionHandler(path: readonly Node[]): boolean {
  for (let index = path.length - 1; index > 1; index -= 2) {
    const member = path[index - 1];
    const outer = path[index - 2];
    if (member?.type !== 'MemberExpression' || outer?.type !== 'CallExpression' || outer.callee !== member)
      return false;
    const name = calleeName(outer);
    if (name === 'catch' || (name === 'then' && outer.arguments.length > 1)) return true;
  }
  return false;
}

/** A guard on the way, other than a `try` around the call itself, which may only pass the failure on. */
function isGuardedInside(call: TrackingCall, sdkPath: readonly Node[]): boolean {
  if (!isSamePlace(call.sdkCall, call.at) && (isSwallowed(sdkPath) || hasRejectionHandler(sdkPath)))
    return true;
  const isEngineSure = call.guarded && !call.context.inTry && !call.context.hasRejectionHandler;
  // The engine counts every `catch`; one around the SDK call that throws again is none.
  return isEngineSure && triesAround(sdkPath).every((statement) => !passesFailureOn(statement));
}

function throwsInCallback(sdkNode: Node | undefined): boolean {
  if (sdkNode?.type !== 'CallExpression') return false;
  return sdkNode.arguments.some((argument) => {
    if (!isFunctionNode(argument)) return false;
    for (const node of nodesRunWith(argument.body)) if (node.type === 'ThrowStatement') return true;
    return false;
  });
}

/** True if what the code calls gives a promise: a request, a promisified method, an async wrapper. */
function givesPromise(call: TrackingCall, sdkPath: readonly Node[], context: RuleContext): boolean {
  if (call.runtime === 'http' || isPromiseExecutor(sdkPath)) return true;
  const [outer] = call.via;
  if (!outer) return false;
  const fn = syntaxAround(outer.place, context).findLast(isFunctionNode);
  return fn?.async === true;
}

/** True if every caller of the function around the call, all of them in this file, catches what it lets out. */
function isGuardedByLocalCallers(path: readonly Node[]): boolean {
  const callers = localCallers(path);
  return callers.length > 0 && callers.every(isSwallowed);
}

/**
 * How a failure of this call can break the product: not at all, as far as the code shows (null); only if the guard in
 * the code that calls were not there (`callerGuard`); or in one of the ways of `Exposure`.
 */
export function exposureOf(call: TrackingCall, context: RuleContext): Exposure | 'callerGuard' | null {
  // Where a request is made from says nothing about whether its caller has a guard, which others are compared with.
  if (!canBreak(call, context))
    return call.runtime === 'http' && hasCallerGuard(call, syntaxAround(call.at, context))
      ? 'callerGuard'
      : null;
  const path = syntaxAround(call.at, context);
  if (path.length === 0) return null;
  const sdkPath = syntaxAround(call.sdkCall, context);
  if (call.runtime === 'server' && throwsInCallback(sdkPath.at(-1))) return 'callback';
  if (isGuardedInside(call, sdkPath)) return null;
  const { isStatement, isVoided, hasRejectionHandler: isHandled } = call.context;
  if (!isHandled && (isStatement || isVoided) && givesPromise(call, sdkPath, context)) return 'floating';
  if (hasCallerGuard(call, path)) return 'callerGuard';
  return triesAround(path).some((statement) => writesBefore(statement, call.at.start))
    ? 'sharedTry'
    : 'unguarded';
}

/** True if the code that calls catches a failure: here, or in every caller of the function around the call. */
const hasCallerGuard = (call: TrackingCall, path: readonly Node[]): boolean =>
  call.context.hasRejectionHandler || isSwallowed(path) || isGuardedByLocalCallers(path);
