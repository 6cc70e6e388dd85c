import type { TSESTree } from '@typescript-eslint/types';
import type { TrackingCall } from '../../link/call.js';
import type { RuleContext } from '../rule.js';
import { calleeName } from './failure-paths.js';
import { syntaxAround } from './syntax-around.js';
import { isFunctionNode } from './walk-syntax.js';

type Node = TSESTree.Node;

/** Functions that keep a serverless platform alive until a promise or callback is done. */
const KEEPS_ALIVE = /^(?:waitUntil|after|unstable_after|runInBackground|defer)$/;

/** True if a call stands inside `waitUntil(…)` or `after(…)`. */
export function isKeptAlive(path: readonly Node[]): boolean {
  return path.some((node) => node.type === 'CallExpression' && KEEPS_ALIVE.test(calleeName(node) ?? ''));
}

/** True inside `new Promise(…)`: an error thrown there rejects the promise. */
export const isPromiseExecutor = (path: readonly Node[]): boolean =>
  path.some(
    (node) =>
      node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Promise',
  );

/**
 * How the end of an SDK call can be known: the Node SDK reports it to a callback only (`none` if there is none), while
 * requests, promisified methods and async wrappers give a promise.
 */
export type Completion = 'promise' | 'callback' | 'none';

export function completionOf(call: TrackingCall, context: RuleContext): Completion {
  const path = syntaxAround(call.sdkCall, context);
  const node = path.at(-1);
  if (call.sdk !== 'mixpanel' || node?.type !== 'CallExpression') return 'promise';
  // A promisified method goes by another name than the SDK's.
  const isSdkMethod =
    node.callee.type === 'MemberExpression' && calleeName(node) === call.method.split('.').at(-1);
  if (!isSdkMethod) return 'promise';
  const last = node.arguments.at(-1);
  const isCallback =
    node.arguments.length > 1 &&
    last !== undefined &&
    (isFunctionNode(last) ||
      (last.type === 'Identifier' &&
        /^(?:cb|callback|done|resolve|reject|next|on[A-Z]\w*|handle\w*)$/.test(last.name)));
  if (!isCallback) return 'none';
  return isPromiseExecutor(path) ? 'promise' : 'callback';
}
