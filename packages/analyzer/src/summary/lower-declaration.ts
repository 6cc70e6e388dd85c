import type { TSESTree } from '@typescript-eslint/types';
import { declarationOf } from './hoist.js';
import { patternNames } from './lower-pattern.js';
import type { Lowering, Position } from './lowering.js';
import { range } from './lowering.js';
import { Scope } from './scope.js';
import type { Expr } from './summary.js';

/** An enum is an object of constants; members without a value count up from the one before. */
export function lowerEnum(lower: Lowering, node: TSESTree.TSEnumDeclaration, at: Position): void {
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

/** A namespace is an object of what it exports. */
export function lowerNamespace(lower: Lowering, node: TSESTree.TSModuleDeclaration, at: Position): void {
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

/** Interfaces and aliases, for properties that are known by their type only. */
export function lowerTypeDeclaration(
  lower: Lowering,
  node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration,
): void {
  const isInterface = node.type === 'TSInterfaceDeclaration';
  lower.builder.types.push({
    name: node.id.name,
    kind: isInterface ? 'interface' : 'alias',
    typeParams: node.typeParameters?.params.map((each) => each.name.name) ?? [],
    parents: isInterface ? node.extends.map((each) => lower.type(each) ?? { kind: 'unknown' }) : [],
    body: lower.type(isInterface ? node.body : node.typeAnnotation) ?? { kind: 'unknown' },
    isExported: false,
    ...range(node),
  });
}
