import type { TSESTree } from '@typescript-eslint/types';
import { range } from './lowering.js';
import type { TypeExpr, TypeMember } from './summary.js';

const UNKNOWN: TypeExpr = { kind: 'unknown' };

/** `A.B.C` of a qualified name; null for anything else. */
function entityName(node: TSESTree.Node): string | null {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'TSQualifiedName': {
      const left = entityName(node.left);
      return left === null ? null : `${left}.${node.right.name}`;
    }
    case 'MemberExpression': {
      const left = entityName(node.object);
      return left === null || node.property.type !== 'Identifier' ? null : `${left}.${node.property.name}`;
    }
    default:
      return null;
  }
}

const KEYWORDS: Readonly<Record<string, string>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
  TSNullKeyword: 'null',
  TSUndefinedKeyword: 'undefined',
  TSVoidKeyword: 'undefined',
};

function memberName(key: TSESTree.Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && key.value !== null ? String(key.value) : null;
}

function lowerMembers(nodes: readonly TSESTree.Node[]): { fields: TypeMember[]; isOpen: boolean } {
  const fields: TypeMember[] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (node.type === 'TSPropertySignature' || node.type === 'TSMethodSignature') {
      const name = node.computed ? null : memberName(node.key);
      if (name === null) isOpen = true;
      else {
        const type: TypeExpr =
          node.type === 'TSMethodSignature'
            ? { kind: 'function', returns: lowerType(node.returnType) }
            : (lowerType(node.typeAnnotation) ?? UNKNOWN);
        fields.push({ name, isOptional: node.optional === true, type, ...range(node) });
      }
    } else if (node.type === 'TSIndexSignature') isOpen = true;
  }
  return { fields, isOpen };
}

/** Lowers a type annotation. Returns null when there is none, `unknown` for forms that are not needed. */
export function lowerType(node: TSESTree.Node | null | undefined): TypeExpr | null {
  if (!node) return null;
  const keyword = KEYWORDS[node.type];
  if (keyword) return { kind: 'keyword', name: keyword };
  switch (node.type) {
    case 'TSTypeAnnotation':
      return lowerType(node.typeAnnotation);
    case 'TSLiteralType':
      if (node.literal.type === 'Literal') {
        const { value } = node.literal;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
          return { kind: 'literal', value };
      }
      return node.literal.type === 'TemplateLiteral' ? { kind: 'keyword', name: 'string' } : UNKNOWN;
    case 'TSTypeReference':
    case 'TSClassImplements':
    case 'TSInterfaceHeritage': {
      const name = entityName(node.type === 'TSTypeReference' ? node.typeName : node.expression);
      const args = (node.typeArguments?.params ?? []).map((each) => lowerType(each) ?? UNKNOWN);
      return name === null ? UNKNOWN : { kind: 'ref', name, args };
    }
    case 'TSTypeLiteral':
      return { kind: 'object', ...lowerMembers(node.members) };
    case 'TSInterfaceBody':
      return { kind: 'object', ...lowerMembers(node.body) };
    case 'TSUnionType':
    case 'TSIntersectionType':
      return {
        kind: node.type === 'TSUnionType' ? 'union' : 'intersection',
        parts: node.types.map((each) => lowerType(each) ?? UNKNOWN),
      };
    case 'TSArrayType':
      return { kind: 'array', items: lowerType(node.elementType) ?? UNKNOWN };
    case 'TSTypeOperator':
      return node.operator === 'readonly' ? lowerType(node.typeAnnotation) : UNKNOWN;
    case 'TSTypeQuery': {
      const name = entityName(node.exprName);
      return name === null ? UNKNOWN : { kind: 'typeof', name };
    }
    case 'TSIndexedAccessType':
      return {
        kind: 'indexed',
        object: lowerType(node.objectType) ?? UNKNOWN,
        index: lowerType(node.indexType) ?? UNKNOWN,
      };
    case 'TSFunctionType':
      return { kind: 'function', returns: lowerType(node.returnType) };
    default:
      return UNKNOWN;
  }
}
