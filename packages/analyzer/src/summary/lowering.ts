import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleBuilder } from './module-builder.js';
import type { Scope } from './scope.js';
import type { Expr, FunctionSummary, PathStep, SiteUse, TypeExpr } from './summary.js';

/** Where in the module the lowering stands. */
export interface Position {
  readonly scope: Scope;
  readonly fn: number;
  /** Class that `this` belongs to. */
  readonly cls: number | null;
  readonly inTry: boolean;
  readonly inCatch: boolean;
  /** Inside a branch or loop of the current function. */
  readonly isConditional: boolean;
}

/** How an expression is used by what surrounds it. */
export interface Usage {
  readonly use: SiteUse;
  readonly hasRejectionHandler: boolean;
  readonly functionUse: FunctionSummary['use'];
}

export const VALUE: Usage = { use: 'value', hasRejectionHandler: false, functionUse: 'value' };

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

/**
 * The mutually recursive parts of the summariser; each part is made from this record and calls the others through it.
 * All of them append to `builder`.
 */
export interface Lowering {
  readonly builder: ModuleBuilder;
  readonly text: string;
  expression(node: TSESTree.Node, at: Position, usage?: Usage): Expr;
  statements(nodes: readonly TSESTree.Node[], at: Position): void;
  statement(node: TSESTree.Node, at: Position): void;
  /** Declares every name that statements introduce, before they are lowered (hoisting). */
  hoist(nodes: readonly TSESTree.Node[], at: Position): void;
  /** Declares and assigns the names of a pattern. */
  bindPattern(pattern: TSESTree.Node, value: Expr, at: Position, path: readonly PathStep[]): void;
  /** Assigns to existing names, members or patterns. */
  assignPattern(target: TSESTree.Node, value: Expr, at: Position, path: readonly PathStep[]): void;
  function(node: FunctionNode, at: Position, options: FunctionOptions): number;
  class(
    node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
    at: Position,
    name: string | null,
  ): number;
  type(node: TSESTree.Node | null | undefined): TypeExpr | null;
}

export interface FunctionOptions {
  readonly name: string | null;
  readonly kind: FunctionSummary['kind'];
  readonly use: FunctionSummary['use'];
}

export const range = (node: { range: readonly [number, number] }): { start: number; end: number } => ({
  start: node.range[0],
  end: node.range[1],
});
