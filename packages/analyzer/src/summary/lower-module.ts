import type { TSESTree } from '@typescript-eslint/types';
import { patternNames } from './lower-pattern.js';
import type { Lowering, Position } from './lowering.js';
import { range } from './lowering.js';
import type { Scope } from './scope.js';
import type { Expr } from './summary.js';

const moduleName = (node: TSESTree.Identifier | TSESTree.StringLiteral): string =>
  node.type === 'Identifier' ? node.name : node.value;

/** Declares the names of an import. Type-only imports count: declared types lead to classes and interfaces. */
export function lowerImport(
  lower: Lowering,
  node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration,
  scope: Scope,
): void {
  const declare = (id: TSESTree.Identifier, specifier: string, imported: string): void => {
    const from = { specifier, imported };
    scope.declare(
      id.name,
      lower.builder.addBinding({ name: id.name, kind: 'import', fn: scope.fn, from, ...range(id) }),
    );
  };
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    if (moduleReference.type !== 'TSExternalModuleReference') return;
    const source = moduleReference.expression;
    if (source.type !== 'Literal' || typeof source.value !== 'string') return;
    lower.builder.imports.push({
      specifier: source.value,
      isTypeOnly: node.importKind === 'type',
      ...range(node),
    });
    declare(node.id, source.value, '=');
    return;
  }
  const specifier = node.source.value;
  lower.builder.imports.push({ specifier, isTypeOnly: node.importKind === 'type', ...range(node) });
  for (const each of node.specifiers) {
    if (each.type === 'ImportDefaultSpecifier') declare(each.local, specifier, 'default');
    else if (each.type === 'ImportNamespaceSpecifier') declare(each.local, specifier, '*');
    else declare(each.local, specifier, moduleName(each.imported));
  }
}

function markExported(lower: Lowering, value: Expr | null): void {
  const draft = value?.kind === 'function' ? lower.builder.functions[value.fn] : null;
  if (draft) draft.isExported = true;
}

function exportLocal(lower: Lowering, name: string, binding: number | null): void {
  if (binding === null) return;
  lower.builder.exports.push({ kind: 'local', name, binding });
  for (const assignment of lower.builder.bindings[binding]?.values ?? [])
    markExported(lower, assignment.value);
}

function exportedNames(declaration: TSESTree.Node): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap((each) => patternNames(each.id).map((id) => id.name));
  }
  return 'id' in declaration && declaration.id && declaration.id.type === 'Identifier'
    ? [declaration.id.name]
    : [];
}

export function lowerExport(
  lower: Lowering,
  node:
    | TSESTree.ExportNamedDeclaration
    | TSESTree.ExportDefaultDeclaration
    | TSESTree.ExportAllDeclaration
    | TSESTree.TSExportAssignment,
  at: Position,
): void {
  const { builder } = lower;
  if (node.type === 'TSExportAssignment') {
    builder.exports.push({ kind: 'assignment', value: lower.expression(node.expression, at) });
    return;
  }
  if (node.type === 'ExportAllDeclaration') {
    const specifier = node.source.value;
    builder.imports.push({ specifier, isTypeOnly: node.exportKind === 'type', ...range(node) });
    if (node.exported)
      builder.exports.push({ kind: 'from', name: moduleName(node.exported), specifier, imported: '*' });
    else builder.exports.push({ kind: 'all', specifier });
    return;
  }
  if (node.type === 'ExportDefaultDeclaration') {
    const { declaration } = node;
    const isNamed =
      (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') &&
      declaration.id !== null;
    if (isNamed || declaration.type === 'TSInterfaceDeclaration') {
      lower.statement(declaration, at);
      const name = 'id' in declaration ? (declaration.id?.name ?? '') : '';
      exportLocal(lower, 'default', at.scope.lookup(name));
      return;
    }
    const value: Expr =
      declaration.type === 'FunctionDeclaration'
        ? {
            kind: 'function',
            fn: lower.function(declaration, at, { name: null, kind: 'function', use: 'declaration' }),
            ...range(declaration),
          }
        : declaration.type === 'ClassDeclaration'
          ? { kind: 'class', cls: lower.class(declaration, at, null), ...range(declaration) }
          : lower.expression(declaration, at);
    markExported(lower, value);
    builder.exports.push({ kind: 'expression', name: 'default', value });
    return;
  }
  if (node.declaration) {
    lower.statement(node.declaration, at);
    for (const name of exportedNames(node.declaration)) exportLocal(lower, name, at.scope.lookup(name));
    return;
  }
  if (node.source)
    builder.imports.push({
      specifier: node.source.value,
      isTypeOnly: node.exportKind === 'type',
      ...range(node),
    });
  for (const each of node.specifiers) {
    const name = moduleName(each.exported);
    if (node.source)
      builder.exports.push({
        kind: 'from',
        name,
        specifier: node.source.value,
        imported: moduleName(each.local),
      });
    else exportLocal(lower, name, at.scope.lookup(moduleName(each.local)));
  }
}
