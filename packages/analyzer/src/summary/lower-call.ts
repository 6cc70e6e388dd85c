import type { TSESTree } from '@typescript-eslint/types';
import { keyName } from './lower-pattern.js';
import type { Lowering, Position, Usage } from './lowering.js';
import { range, VALUE } from './lowering.js';
import type { Argument, Expr } from './summary.js';

const ARGUMENT: Usage = { ...VALUE, use: 'argument', functionUse: 'argument' };

export function lowerArguments(lower: Lowering, nodes: readonly TSESTree.Node[], at: Position): Argument[] {
  return nodes.map((node) =>
    node.type === 'SpreadElement'
      ? { isSpread: true, value: lower.expression(node.argument, at) }
      : { isSpread: false, value: lower.expression(node, at, ARGUMENT) },
  );
}

/** True if the call at `node` is followed by `.catch(f)`, `.then(f, g)` or `.finally` after one of these. */
function rejectionHandler(property: string | null, argumentCount: number): boolean {
  return property === 'catch' || (property === 'then' && argumentCount > 1);
}

function calleeOf(lower: Lowering, node: TSESTree.CallExpression, at: Position, usage: Usage): Expr {
  const callee = node.callee.type === 'ChainExpression' ? node.callee.expression : node.callee;
  if (callee.type !== 'MemberExpression') return lower.expression(callee, at, { ...VALUE, use: 'callee' });
  const name = keyName(callee.property, callee.computed);
  const handled =
    rejectionHandler(name, node.arguments.length) || (name === 'finally' && usage.hasRejectionHandler);
  const isPromiseStep = name === 'then' || name === 'catch' || name === 'finally';
  // What happens to `p.then(…)` happens to `p`: an awaited chain awaits the call it starts with.
  const object = lower.expression(
    callee.object,
    at,
    isPromiseStep
      ? { ...VALUE, use: usage.use, hasRejectionHandler: handled || usage.hasRejectionHandler }
      : { ...VALUE, use: 'callee' },
  );
  const property = name === null ? lower.expression(callee.property, at) : null;
  return { kind: 'member', object, name, property, ...range(callee) };
}

export function lowerCall(
  lower: Lowering,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  at: Position,
  usage: Usage,
): Expr {
  const { callee } = node;
  const first = node.arguments[0];
  if (callee.type === 'Identifier' && callee.name === 'require' && at.scope.lookup('require') === null) {
    if (first?.type === 'Literal' && typeof first.value === 'string')
      return importOf(lower, first.value, node);
  }
  const index = lower.builder.reserveSite();
  const loweredCallee =
    node.type === 'CallExpression'
      ? calleeOf(lower, node, at, usage)
      : lower.expression(callee, at, { ...VALUE, use: 'callee' });
  const args = lowerArguments(lower, node.arguments, at);
  lower.builder.fillSite(index, {
    kind: node.type === 'NewExpression' ? 'new' : 'call',
    callee: loweredCallee,
    args,
    props: null,
    fn: at.fn,
    isOptional: node.type === 'CallExpression' && node.optional,
    use: usage.use,
    inTry: at.inTry,
    inCatch: at.inCatch,
    hasRejectionHandler: usage.hasRejectionHandler,
    isConditional: at.isConditional,
    ...range(node),
  });
  mergeWrite(lower, node, loweredCallee, args, at);
  return { kind: 'site', site: index, ...range(node) };
}

/** `Object.assign(local, a, b)` changes `local`. */
function mergeWrite(
  lower: Lowering,
  node: TSESTree.Node,
  callee: Expr,
  args: readonly Argument[],
  at: Position,
): void {
  if (callee.kind !== 'member' || callee.name !== 'assign' || callee.object.kind !== 'ref') return;
  if (callee.object.name !== 'Object' || callee.object.binding !== null) return;
  const [target, ...sources] = args;
  if (target?.value.kind !== 'ref' || target.value.binding === null) return;
  for (const source of sources) {
    lower.builder.write(target.value.binding, {
      kind: 'merge',
      path: [],
      key: null,
      keyStart: source.value.start,
      keyEnd: source.value.end,
      value: source.value,
      fn: at.fn,
      isConditional: at.isConditional,
      ...range(node),
    });
  }
}

/** `require('x')` and `import('x')` stand for the module. */
export function importOf(lower: Lowering, specifier: string, node: TSESTree.Node): Expr {
  lower.builder.imports.push({ specifier, isTypeOnly: false, ...range(node) });
  return { kind: 'import', specifier, ...range(node) };
}
