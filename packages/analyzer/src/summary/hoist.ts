import type { TSESTree } from '@typescript-eslint/types';
import { lowerImport } from './lower-module.js';
import { patternNames } from './lower-pattern.js';
import type { Lowering } from './lowering.js';
import { range } from './lowering.js';
import type { Scope } from './scope.js';

/** Statements that TypeScript erases are unwrapped to the declaration inside. */
export const declarationOf = (node: TSESTree.Node): TSESTree.Node =>
  (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') && node.declaration
    ? node.declaration
    : node;

function declareNames(
  lower: Lowering,
  pattern: TSESTree.Node,
  kind: 'const' | 'let' | 'var' | 'declared',
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
        node.declarations.forEach((each) =>
          declareNames(lower, each.id, node.declare ? 'declared' : 'var', scope),
        );
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
      const kind = node.declare ? 'declared' : node.kind === 'let' ? 'let' : 'const';
      if (node.kind !== 'var') node.declarations.forEach((each) => declareNames(lower, each.id, kind, scope));
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

/** Declares the names of statements before any of them is lowered, because code may use what stands below it. */
export function createHoisting(lower: Lowering): Lowering['hoist'] {
  return (nodes, at) => {
    for (const node of nodes) hoistDeclaration(lower, declarationOf(node), at.scope);
    if (at.scope.isFunctionScope)
      for (const node of nodes) hoistVariables(lower, declarationOf(node), at.scope);
  };
}
