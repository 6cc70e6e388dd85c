import type { TSESTree } from '@typescript-eslint/types';
import type { Value } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { syntaxAround } from './syntax-around.js';

const ERROR_NAME = /(?:^|[a-z])(?:Error|Exception)$/;

function caughtName(path: readonly TSESTree.Node[]): string | null {
  const clause = path.findLast((node) => node.type === 'CatchClause');
  if (clause?.param?.type === 'Identifier') return clause.param.name;
  return null;
}

/** True if a value is an `Error` object: made by `new …Error()`, typed as one, or what the `catch` around it caught. */
export function isErrorObject(value: Value, context: RuleContext): boolean {
  if (value.kind === 'instance') return ERROR_NAME.test(value.name ?? '');
  if (value.kind === 'call') {
    const { callee } = value;
    return (
      value.isNew &&
      (callee.kind === 'unknown' || callee.kind === 'external') &&
      ERROR_NAME.test(callee.kind === 'unknown' ? (callee.name ?? '') : (callee.path.at(-1) ?? ''))
    );
  }
  const type = context.typeOf(value);
  if (type?.kind === 'object' && type.name !== null) return ERROR_NAME.test(type.name);
  if (type !== null && type.kind !== 'unknown') return false;
  if (value.kind !== 'unknown' && value.kind !== 'param') return false;
  const text = context.textAt(value.at);
  return /^[\w$]+$/.test(text) && caughtName(syntaxAround(value.at, context)) === text;
}
