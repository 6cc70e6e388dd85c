import type { TSESTree } from '@typescript-eslint/types';
import { childrenOf, isFunctionNode, nodesRunWith } from './walk-syntax.js';

type Node = TSESTree.Node;

/** The `try` statements with a `catch` whose block holds the innermost node, innermost first; not past its function. */
export function triesAround(path: readonly Node[]): readonly TSESTree.TryStatement[] {
  const tries: TSESTree.TryStatement[] = [];
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const node = path[index];
    if (!node || isFunctionNode(node)) break;
    if (node.type === 'TryStatement' && node.handler && path[index + 1] === node.block) tries.push(node);
  }
  return tries;
}

/** The last name of a callee: `save` of `this.repo.save(…)`. */
export function calleeName(node: TSESTree.CallExpression): string | null {
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : null;
}

const ERROR_ANSWER =
  /^(?:reject|rollback|abort|abortTransaction|fail|failWith|boomify|badImplementation|internal|internalServerError)$/;
const STATUS_SETTER = /^(?:status|sendStatus|code|writeHead|statusCode|setStatus)$/;
const STATUS_KEY = /^(?:status|statusCode|code)$/;

const isErrorStatus = (node: Node | undefined): boolean =>
  node?.type === 'Literal' && typeof node.value === 'number'
    ? node.value >= 400 && node.value < 600
    : node?.type === 'MemberExpression';

function isErrorAnswer(node: Node): boolean {
  if (node.type === 'ThrowStatement') return true;
  if (node.type === 'CallExpression') {
    const name = calleeName(node);
    if (name === null) return false;
    if (name === 'next' && node.arguments.length > 0) return true;
    if (STATUS_SETTER.test(name)) return isErrorStatus(node.arguments[0]);
    return ERROR_ANSWER.test(name);
  }
  if (node.type === 'Property' && !node.computed) {
    const key =
      node.key.type === 'Identifier'
        ? node.key.name
        : node.key.type === 'Literal'
          ? String(node.key.value)
          : '';
    return STATUS_KEY.test(key) && node.value.type === 'Literal' && isErrorStatus(node.value);
  }
  if (
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    node.left.property.type === 'Identifier'
  ) {
    return (
      STATUS_KEY.test(node.left.property.name) && node.right.type === 'Literal' && isErrorStatus(node.right)
    );
  }
  return false;
}

/** True if a `catch` passes the failure on: throws, answers with an error status, calls `next(error)`, rolls back. */
export function passesFailureOn(statement: TSESTree.TryStatement): boolean {
  const body = statement.handler?.body;
  if (!body) return true;
  for (const node of nodesRunWith(body)) if (isErrorAnswer(node)) return true;
  return false;
}

const WRITES =
  /^(?:insert|create|save|update|delete|remove|destroy|upsert|commit|put|persist|write|publish|enqueue|dispatchEvent|charge|capture|refund|transfer|transaction|register|signUp|book|confirm|bulkCreate|findOneAndUpdate|findByIdAndUpdate|post|patch)(?:[A-Z_]\w*)?$|^\$?(?:executeRaw|transaction)$/;
const WRITING_SQL = /^\s*(?:insert|update|delete|merge|upsert|replace|commit)\b/i;

function isWrite(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const name = calleeName(node);
  if (name !== null && WRITES.test(name)) return true;
  const [first] = node.arguments;
  if (name === null || !/^(?:query|execute|exec|run|raw)$/.test(name) || !first) return false;
  const sql =
    first.type === 'Literal'
      ? first.value
      : first.type === 'TemplateLiteral'
        ? first.quasis[0]?.value.raw
        : null;
  return typeof sql === 'string' && WRITING_SQL.test(sql);
}

const IN_MEMORY =
  /^(?:Map|Set|URLSearchParams|FormData|Headers|console|logger|log|document|window|Object|localStorage|sessionStorage)$/;

function isAwaitedWrite(node: Node): boolean {
  if (node.type !== 'AwaitExpression') return false;
  for (const inner of nodesRunWith(node.argument)) {
    if (!isWrite(inner)) continue;
    const isInMemory = childrenOf(inner).some(
      (callee) =>
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        IN_MEMORY.test(callee.object.name),
    );
    if (!isInMemory) return true;
  }
  return false;
}

/** True if the block of a `try` has committed something before the given offset. */
export function writesBefore(statement: TSESTree.TryStatement, offset: number): boolean {
  for (const node of nodesRunWith(statement.block)) {
    if (node.range[1] <= offset && isAwaitedWrite(node)) return true;
  }
  return false;
}
