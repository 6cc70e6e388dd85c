import type { TSESTree } from '@typescript-eslint/types';
import { createHoisting } from './hoist.js';
import { lowerEnum, lowerNamespace, lowerTypeDeclaration } from './lower-declaration.js';
import { lowerExport } from './lower-module.js';
import { patternNames } from './lower-pattern.js';
import type { Lowering, Position, Usage } from './lowering.js';
import { range, VALUE } from './lowering.js';
import { Scope } from './scope.js';
import type { Expr } from './summary.js';

const STATEMENT: Usage = { ...VALUE, use: 'statement' };
const RETURNED: Usage = { ...VALUE, use: 'returned', functionUse: 'returned' };

function lowerTry(lower: Lowering, node: TSESTree.TryStatement, at: Position): void {
  const guarded = node.handler !== null;
  lower.statement(node.block, { ...at, inTry: at.inTry || guarded });
  if (node.handler) {
    const scope = new Scope(at.scope, at.fn, false);
    const inner: Position = { ...at, scope, inCatch: true, isConditional: true };
    if (node.handler.param) {
      for (const name of patternNames(node.handler.param)) {
        scope.declare(
          name.name,
          lower.builder.addBinding({ name: name.name, kind: 'catch', fn: at.fn, ...range(name) }),
        );
      }
    }
    lower.statement(node.handler.body, inner);
  }
  if (node.finalizer) lower.statement(node.finalizer, at);
}

function lowerFor(
  lower: Lowering,
  node: TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement,
  at: Position,
): void {
  const inner: Position = { ...at, scope: new Scope(at.scope, at.fn, false), isConditional: true };
  if (node.type === 'ForStatement') {
    if (node.init) {
      lower.hoist([node.init], inner);
      lower.statement(node.init, inner);
    }
    if (node.test) lower.expression(node.test, inner);
    if (node.update) lower.expression(node.update, inner, STATEMENT);
  } else {
    const iterated = lower.expression(node.right, at);
    const item: Expr =
      node.type === 'ForOfStatement'
        ? { kind: 'member', object: iterated, name: null, property: null, ...range(node.right) }
        : { kind: 'unknown', reason: 'key of an object', ...range(node.right) };
    if (node.left.type === 'VariableDeclaration') {
      lower.hoist([node.left], inner);
      node.left.declarations.forEach((each) => lower.bindPattern(each.id, item, inner, []));
    } else lower.assignPattern(node.left, item, inner, []);
  }
  lower.statement(node.body, inner);
}

/** `const [id, setId] = useState<string | null>(null)`: the type of the state is that of its variable. */
function typeOfState(lower: Lowering, { id, init }: TSESTree.VariableDeclarator, at: Position): void {
  const [state] = id.type === 'ArrayPattern' ? id.elements : [];
  if (state?.type !== 'Identifier' || init?.type !== 'CallExpression') return;
  const { callee } = init;
  const maker = callee.type === 'MemberExpression' ? callee.property : callee;
  const [type] = init.typeArguments?.params ?? [];
  if (!type || maker.type !== 'Identifier' || maker.name !== 'useState') return;
  const binding = at.scope.lookup(state.name);
  const draft = binding === null ? undefined : lower.builder.bindings[binding];
  if (draft) draft.type ??= lower.type(type);
}

export function createStatementLowering(
  lower: Lowering,
): Pick<Lowering, 'statement' | 'statements' | 'hoist'> {
  const hoist = createHoisting(lower);

  const statements: Lowering['statements'] = (nodes, at) => {
    hoist(nodes, at);
    for (const node of nodes) lower.statement(node, at);
  };

  const branch = (node: TSESTree.Node | null | undefined, at: Position): void => {
    if (node) lower.statement(node, { ...at, isConditional: true });
  };

  const statement: Lowering['statement'] = (node, at) => {
    switch (node.type) {
      case 'ExpressionStatement':
        lower.expression(node.expression, at, STATEMENT);
        return;
      case 'VariableDeclaration':
        for (const each of node.declarations) {
          if (!each.init) {
            for (const id of patternNames(each.id)) {
              const binding = at.scope.lookup(id.name);
              const draft = binding === null ? undefined : lower.builder.bindings[binding];
              if (draft && id.typeAnnotation) draft.type ??= lower.type(id.typeAnnotation);
            }
            continue;
          }
          const name = each.id.type === 'Identifier' ? each.id.name : null;
          const value = lower.expression(each.init, at);
          nameValue(lower, value, name);
          lower.bindPattern(each.id, value, at, []);
          typeOfState(lower, each, at);
        }
        return;
      case 'FunctionDeclaration': {
        const fn = lower.function(node, at, {
          name: node.id?.name ?? null,
          kind: 'function',
          use: 'declaration',
        });
        const binding = node.id ? at.scope.lookup(node.id.name) : null;
        const value: Expr = { kind: 'function', fn, ...range(node) };
        if (binding !== null)
          lower.builder.assign(binding, { value, path: [], at: node.range[0], fn: at.fn });
        return;
      }
      case 'ClassDeclaration': {
        const cls = lower.class(node, at, node.id?.name ?? null);
        const binding = node.id ? at.scope.lookup(node.id.name) : null;
        const value: Expr = { kind: 'class', cls, ...range(node) };
        if (binding !== null)
          lower.builder.assign(binding, { value, path: [], at: node.range[0], fn: at.fn });
        return;
      }
      case 'ReturnStatement':
        if (node.argument)
          lower.builder.functions[at.fn]?.returns.push(lower.expression(node.argument, at, RETURNED));
        return;
      case 'BlockStatement':
        statements(node.body, { ...at, scope: new Scope(at.scope, at.fn, false) });
        return;
      case 'IfStatement':
        lower.expression(node.test, at);
        branch(node.consequent, at);
        branch(node.alternate, at);
        return;
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        lowerFor(lower, node, at);
        return;
      case 'WhileStatement':
      case 'DoWhileStatement':
        lower.expression(node.test, at);
        branch(node.body, at);
        return;
      case 'SwitchStatement': {
        lower.expression(node.discriminant, at);
        const inner: Position = { ...at, scope: new Scope(at.scope, at.fn, false), isConditional: true };
        lower.hoist(
          node.cases.flatMap((each) => each.consequent),
          inner,
        );
        for (const each of node.cases) {
          if (each.test) lower.expression(each.test, inner);
          for (const consequent of each.consequent) lower.statement(consequent, inner);
        }
        return;
      }
      case 'TryStatement':
        lowerTry(lower, node, at);
        return;
      case 'ThrowStatement':
        lower.expression(node.argument, at);
        return;
      case 'LabeledStatement':
        lower.statement(node.body, at);
        return;
      case 'TSEnumDeclaration':
        lowerEnum(lower, node, at);
        return;
      case 'TSModuleDeclaration':
        lowerNamespace(lower, node, at);
        return;
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        lowerTypeDeclaration(lower, node);
        return;
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
      case 'ExportAllDeclaration':
      case 'TSExportAssignment':
        lowerExport(lower, node, at);
        return;
      default:
    }
  };

  return { hoist, statements, statement };
}

/** `const track = () => …` names the function. */
function nameValue(lower: Lowering, value: Expr, name: string | null): void {
  if (name === null) return;
  if (value.kind === 'function') {
    const draft = lower.builder.functions[value.fn];
    if (draft) draft.name ??= name;
  } else if (value.kind === 'class') {
    const draft = lower.builder.classes[value.cls];
    if (draft) draft.name ??= name;
  }
}
