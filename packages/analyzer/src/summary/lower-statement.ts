import type { TSESTree } from '@typescript-eslint/types';
import { lowerExport, lowerImport } from './lower-module.js';
import { patternNames } from './lower-pattern.js';
import type { Lowering, Position, Usage } from './lowering.js';
import { range, VALUE } from './lowering.js';
import { Scope } from './scope.js';
import type { Expr } from './summary.js';

const STATEMENT: Usage = { ...VALUE, use: 'statement' };
const RETURNED: Usage = { ...VALUE, use: 'returned', functionUse: 'returned' };

/** Statements that TypeScript erases are unwrapped to the declaration inside. */
const declarationOf = (node: TSESTree.Node): TSESTree.Node =>
  (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') && node.declaration
    ? node.declaration
    : node;

function declareNames(
  lower: Lowering,
  pattern: TSESTree.Node,
  kind: 'const' | 'let' | 'var',
  scope: Scope,
): void {
  for (const name of patternNames(pattern)) {
    if (scope.own(name.name) !== undefined) continue;
    scope.declare(
      name.name,
      lower.builder.addBinding({ name: name.name, kind, fn: scope.fn, ...range(name) }),
    );
  }
}

/** `var` declarations anywhere below belong to the function; this finds them without entering functions. */
function hoistVariables(lower: Lowering, node: TSESTree.Node, scope: Scope): void {
  switch (node.type) {
    case 'VariableDeclaration':
      if (node.kind === 'var')
        node.declarations.forEach((each) => declareNames(lower, each.id, 'var', scope));
      return;
    case 'BlockStatement':
      node.body.forEach((each) => hoistVariables(lower, each, scope));
      return;
    case 'IfStatement':
      hoistVariables(lower, node.consequent, scope);
      if (node.alternate) hoistVariables(lower, node.alternate, scope);
      return;
    case 'ForStatement':
      if (node.init) hoistVariables(lower, node.init, scope);
      hoistVariables(lower, node.body, scope);
      return;
    case 'ForInStatement':
    case 'ForOfStatement':
      hoistVariables(lower, node.left, scope);
      hoistVariables(lower, node.body, scope);
      return;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      hoistVariables(lower, node.body, scope);
      return;
    case 'TryStatement':
      hoistVariables(lower, node.block, scope);
      if (node.handler) hoistVariables(lower, node.handler.body, scope);
      if (node.finalizer) hoistVariables(lower, node.finalizer, scope);
      return;
    case 'SwitchStatement':
      node.cases.forEach((each) => each.consequent.forEach((inner) => hoistVariables(lower, inner, scope)));
      return;
    default:
  }
}

function hoistDeclaration(lower: Lowering, node: TSESTree.Node, scope: Scope): void {
  const add = (id: TSESTree.Identifier, kind: 'function' | 'class' | 'enum' | 'namespace'): void => {
    const known = scope.own(id.name);
    const binding = known === undefined ? undefined : lower.builder.bindings[known];
    if (known !== undefined && binding?.kind === kind) return;
    scope.declare(id.name, lower.builder.addBinding({ name: id.name, kind, fn: scope.fn, ...range(id) }));
  };
  switch (node.type) {
    case 'VariableDeclaration': {
      const kind = node.kind === 'var' ? 'var' : node.kind === 'let' ? 'let' : 'const';
      if (kind !== 'var') node.declarations.forEach((each) => declareNames(lower, each.id, kind, scope));
      return;
    }
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      if (node.id) add(node.id, 'function');
      return;
    case 'ClassDeclaration':
      if (node.id) add(node.id, 'class');
      return;
    case 'TSEnumDeclaration':
      add(node.id, 'enum');
      return;
    case 'TSModuleDeclaration':
      if (node.id.type === 'Identifier' && node.kind !== 'global') add(node.id, 'namespace');
      return;
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      lowerImport(lower, node, scope);
      return;
    default:
  }
}

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

function lowerEnum(lower: Lowering, node: TSESTree.TSEnumDeclaration, at: Position): void {
  let next: number | null = 0;
  const members = node.body.members.map((member) => {
    const key =
      member.id.type === 'Identifier' ? member.id.name : String((member.id as TSESTree.StringLiteral).value);
    const value: Expr = member.initializer
      ? lower.expression(member.initializer, at)
      : next === null
        ? { kind: 'unknown', reason: 'enum member', ...range(member) }
        : { kind: 'literal', value: next, ...range(member) };
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : null;
    const place = { keyStart: member.id.range[0], keyEnd: member.id.range[1], ...range(member) };
    return {
      kind: 'property' as const,
      key,
      computed: null,
      value,
      isShorthand: false,
      isGetter: false,
      ...place,
    };
  });
  const binding = at.scope.lookup(node.id.name);
  if (binding !== null) {
    const value: Expr = { kind: 'object', members, ...range(node) };
    lower.builder.assign(binding, { value, path: [], at: node.range[0], fn: at.fn });
  }
}

function lowerNamespace(lower: Lowering, node: TSESTree.TSModuleDeclaration, at: Position): void {
  const body: readonly TSESTree.Node[] = node.body?.type === 'TSModuleBlock' ? node.body.body : [];
  const scope = new Scope(at.scope, at.fn, false);
  const inner: Position = { ...at, scope };
  const plain = body.map(declarationOf);
  lower.hoist(plain, inner);
  plain.forEach((each) => lower.statement(each, inner));
  if (node.id.type !== 'Identifier') return;
  const binding = at.scope.lookup(node.id.name);
  if (binding === null) return;
  const members = body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const { declaration } = statement;
    const ids =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap((each) => patternNames(each.id))
        : 'id' in declaration && declaration.id?.type === 'Identifier'
          ? [declaration.id]
          : [];
    return ids.map((id) => ({
      kind: 'property' as const,
      key: id.name,
      computed: null,
      value: { kind: 'ref' as const, name: id.name, binding: scope.own(id.name) ?? null, ...range(id) },
      isShorthand: false,
      isGetter: false,
      keyStart: id.range[0],
      keyEnd: id.range[1],
      ...range(id),
    }));
  });
  lower.builder.assign(binding, {
    value: { kind: 'object', members, ...range(node) },
    path: [],
    at: node.range[0],
    fn: at.fn,
  });
}

export function createStatementLowering(
  lower: Lowering,
): Pick<Lowering, 'statement' | 'statements' | 'hoist'> {
  const hoist: Lowering['hoist'] = (nodes, at) => {
    for (const node of nodes) hoistDeclaration(lower, declarationOf(node), at.scope);
    if (at.scope.isFunctionScope)
      for (const node of nodes) hoistVariables(lower, declarationOf(node), at.scope);
  };

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
        lower.builder.types.push({
          name: node.id.name,
          kind: 'interface',
          typeParams: node.typeParameters?.params.map((each) => each.name.name) ?? [],
          parents: node.extends.map((each) => lower.type(each) ?? { kind: 'unknown' }),
          body: lower.type(node.body) ?? { kind: 'unknown' },
          isExported: false,
          ...range(node),
        });
        return;
      case 'TSTypeAliasDeclaration':
        lower.builder.types.push({
          name: node.id.name,
          kind: 'alias',
          typeParams: node.typeParameters?.params.map((each) => each.name.name) ?? [],
          parents: [],
          body: lower.type(node.typeAnnotation) ?? { kind: 'unknown' },
          isExported: false,
          ...range(node),
        });
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
