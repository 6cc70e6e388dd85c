import type { TSESTree } from '@typescript-eslint/types';
import { createExpressionLowering } from './lower-expression.js';
import { createClassLowering, createFunctionLowering } from './lower-function.js';
import { createPatternLowering } from './lower-pattern.js';
import { createStatementLowering } from './lower-statement.js';
import { lowerType } from './lower-type.js';
import type { Lowering, Position } from './lowering.js';
import { ModuleBuilder } from './module-builder.js';
import { Scope } from './scope.js';
import type { ModuleSummary } from './summary.js';

function createLowering(builder: ModuleBuilder, text: string): Lowering {
  const lower = { builder, text, type: lowerType } as Lowering;
  return Object.assign(lower, {
    expression: createExpressionLowering(lower),
    function: createFunctionLowering(lower),
    class: createClassLowering(lower),
    ...createPatternLowering(lower),
    ...createStatementLowering(lower),
  });
}

/**
 * Summarises a TypeScript-ESTree program with ranges; the same function serves the command line's parser and ESLint's.
 * Throws a RangeError only if the tree is deeper than the stack, which callers treat as an unreadable file.
 */
export function summarise(program: TSESTree.Program, text: string): ModuleSummary {
  const builder = new ModuleBuilder();
  const lower = createLowering(builder, text);
  builder.addFunction({
    name: null,
    kind: 'module',
    parent: null,
    cls: null,
    params: [],
    returns: [],
    returnType: null,
    isAsync: true,
    isGenerator: false,
    use: 'declaration',
    isExported: false,
    start: 0,
    end: text.length,
  });
  builder.hasUseClient = program.body.some(
    (node) => node.type === 'ExpressionStatement' && 'directive' in node && node.directive === 'use client',
  );
  const scope = new Scope(null, 0, true);
  const at: Position = { scope, fn: 0, cls: null, inTry: false, inCatch: false, isConditional: false };
  lower.statements(program.body, at);
  return builder.finish();
}
