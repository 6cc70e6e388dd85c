import type { TSESTree } from '@typescript-eslint/types';

type Node = TSESTree.Node;

const SKIPPED_KEYS = new Set([
  'type',
  'range',
  'loc',
  'start',
  'end',
  'parent',
  'typeAnnotation',
  'returnType',
  'typeArguments',
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The nodes directly below a node, in source order of its keys; type annotations are left out. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (SKIPPED_KEYS.has(key)) continue;
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export const isFunctionNode = (node: Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

/** The node and everything below it that runs together with it: functions defined inside are left out. */
export function* nodesRunWith(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) if (!isFunctionNode(child)) yield* nodesRunWith(child);
}

/** The nodes around a stretch of text, outermost first. Empty if the program does not hold it. */
export function nodesAround(program: TSESTree.Program, start: number, end: number): readonly Node[] {
  const path: Node[] = [];
  let node: Node | undefined = program;
  while (node) {
    path.push(node);
    node = childrenOf(node).find((child) => child.range[0] <= start && child.range[1] >= end);
  }
  return path;
}
