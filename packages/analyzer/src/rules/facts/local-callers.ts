import type { TSESTree } from '@typescript-eslint/types';
import { childrenOf, isFunctionNode, nodesAround } from './walk-syntax.js';

type Node = TSESTree.Node;

/** The name by which other code calls the function at an index of a path; null if it has none. */
export function functionNameAt(path: readonly Node[], index: number): string | null {
  const fn = path[index];
  if (fn?.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  const parent = path[index - 1];
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : null;
}

/** Calls of a function by its plain name, in source order. */
export function callsByName(name: string, program: Node): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
      calls.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return calls;
}

/**
 * The paths to all calls of the function around a place, if the file shows all of them: the function has a name and is
 * not exported. Empty otherwise.
 */
export function localCallers(path: readonly Node[]): readonly (readonly Node[])[] {
  const program = path[0];
  const index = path.findLastIndex(isFunctionNode);
  const name = index < 0 ? null : functionNameAt(path, index);
  if (program?.type !== 'Program' || name === null) return [];
  const isExported =
    path
      .slice(0, index)
      .some((node) => node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') ||
    program.body.some(
      (node) =>
        node.type === 'ExportNamedDeclaration' &&
        node.specifiers.some(({ local }) => local.type === 'Identifier' && local.name === name),
    );
  if (isExported) return [];
  return callsByName(name, program).map((call) => nodesAround(program, call.range[0], call.range[1]));
}
