import type { TSESTree } from '@typescript-eslint/types';
import { importOf, lowerArguments, lowerCall } from './lower-call.js';
import { lowerElement } from './lower-element.js';
import type { Lowering, Position, Usage } from './lowering.js';
import { range, VALUE } from './lowering.js';
import { keyName } from './lower-pattern.js';
import type { Expr, ObjectMember } from './summary.js';

function lowerMember(lower: Lowering, property: TSESTree.ObjectLiteralElement, at: Position): ObjectMember {
  if (property.type === 'SpreadElement') {
    return { kind: 'spread', value: lower.expression(property.argument, at), ...range(property) };
  }
  const key = keyName(property.key, property.computed);
  const computed = key === null ? lower.expression(property.key, at) : null;
  const { value } = property;
  const isMethod = value.type === 'FunctionExpression' && (property.method || property.kind !== 'init');
  const lowered: Expr = isMethod
    ? {
        kind: 'function',
        fn: lower.function(value, at, {
          name: key,
          kind: property.kind === 'get' ? 'getter' : 'method',
          use: 'value',
        }),
        ...range(value),
      }
    : lower.expression(value, at);
  const draft = lowered.kind === 'function' ? lower.builder.functions[lowered.fn] : undefined;
  if (draft) draft.name ??= key;
  return {
    kind: 'property',
    key,
    computed,
    keyStart: property.key.range[0],
    keyEnd: property.key.range[1],
    value: lowered,
    isShorthand: property.shorthand,
    isGetter: property.kind === 'get',
    ...range(property),
  };
}

function lowerTemplate(lower: Lowering, node: TSESTree.TemplateLiteral, at: Position): Expr {
  const parts: (string | Expr)[] = [];
  node.quasis.forEach((quasi, index) => {
    const text = quasi.value.cooked ?? quasi.value.raw;
    if (text !== '') parts.push(text);
    const expression = node.expressions[index];
    if (expression) parts.push(lower.expression(expression, at));
  });
  if (parts.every((part) => typeof part === 'string'))
    return { kind: 'literal', value: parts.join(''), ...range(node) };
  return { kind: 'template', parts, ...range(node) };
}

function lowerAssignment(lower: Lowering, node: TSESTree.AssignmentExpression, at: Position): Expr {
  const name = node.left.type === 'Identifier' ? node.left.name : null;
  const right = lower.expression(node.right, at, name === null ? VALUE : { ...VALUE });
  const isWhole =
    node.operator === '=' || node.operator === '??=' || node.operator === '||=' || node.operator === '&&=';
  if (isWhole) lower.assignPattern(node.left, right, at, []);
  else if (node.operator === '+=' && node.left.type === 'Identifier') {
    const left = lower.expression(node.left, at);
    const sum: Expr = { kind: 'operation', operator: '+', operands: [left, right], ...range(node) };
    lower.assignPattern(node.left, sum, at, []);
    return sum;
  }
  return right;
}

function lowerUnary(lower: Lowering, node: TSESTree.UnaryExpression, at: Position): Expr {
  if (node.operator === 'delete' && node.argument.type === 'MemberExpression') {
    const { argument } = node;
    const object = lower.expression(argument.object, at);
    const name = keyName(argument.property, argument.computed);
    if (object.kind === 'ref' && object.binding !== null && name !== null) {
      const place = {
        keyStart: argument.property.range[0],
        keyEnd: argument.property.range[1],
        ...range(node),
      };
      lower.builder.write(object.binding, {
        kind: 'delete',
        path: [name],
        key: null,
        value: null,
        fn: at.fn,
        isConditional: at.isConditional,
        ...place,
      });
    }
    return { kind: 'unknown', reason: 'delete', ...range(node) };
  }
  const isVoid = node.operator === 'void';
  const operand = lower.expression(node.argument, at, isVoid ? { ...VALUE, use: 'voided' } : VALUE);
  if (isVoid) return { kind: 'undefined', ...range(node) };
  if (node.operator === '-' && operand.kind === 'literal' && typeof operand.value === 'number') {
    return { ...operand, value: -operand.value, ...range(node) };
  }
  return { kind: 'operation', operator: node.operator, operands: [operand], ...range(node) };
}

function lowerIdentifier(node: TSESTree.Identifier, at: Position): Expr {
  const binding = at.scope.lookup(node.name);
  if (binding === null && node.name === 'undefined') return { kind: 'undefined', ...range(node) };
  if (binding === null && node.name === 'arguments') return { kind: 'arguments', fn: at.fn, ...range(node) };
  return { kind: 'ref', name: node.name, binding, ...range(node) };
}

export function createExpressionLowering(lower: Lowering): Lowering['expression'] {
  const passOn = (inner: TSESTree.Node, at: Position, usage: Usage): Expr =>
    lower.expression(inner, at, usage);

  return (node, at, usage = VALUE) => {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'object' && node.value !== null)
          return { kind: 'unknown', reason: 'regular expression', ...range(node) };
        if (typeof node.value === 'bigint') return { kind: 'unknown', reason: 'bigint', ...range(node) };
        return { kind: 'literal', value: node.value, ...range(node) };
      case 'TemplateLiteral':
        return lowerTemplate(lower, node, at);
      case 'Identifier':
        return lowerIdentifier(node, at);
      case 'ThisExpression':
        return { kind: 'this', cls: at.cls, fn: at.fn, ...range(node) };
      case 'Super':
        return { kind: 'super', cls: at.cls, ...range(node) };
      case 'ObjectExpression':
        return {
          kind: 'object',
          members: node.properties.map((each) => lowerMember(lower, each, at)),
          ...range(node),
        };
      case 'ArrayExpression':
        return {
          kind: 'array',
          items: lowerArguments(
            lower,
            node.elements.filter((each) => each !== null),
            at,
          ),
          ...range(node),
        };
      case 'MemberExpression': {
        const object = lower.expression(node.object, at, { ...VALUE, use: 'callee' });
        const name = keyName(node.property, node.computed);
        const property = name === null ? lower.expression(node.property, at) : null;
        return { kind: 'member', object, name, property, ...range(node) };
      }
      case 'CallExpression':
      case 'NewExpression':
        return lowerCall(lower, node, at, usage);
      case 'ChainExpression':
        return passOn(node.expression, at, usage);
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
        return passOn(node.expression, at, usage);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion': {
        const value = passOn(node.expression, at, usage);
        const type = lower.type(node.typeAnnotation);
        const isConst = type?.kind === 'ref' && type.name === 'const';
        return type === null || isConst || type.kind === 'unknown'
          ? value
          : { kind: 'cast', value, type, ...range(node) };
      }
      case 'ConditionalExpression': {
        const branch = { ...at, isConditional: true };
        return {
          kind: 'conditional',
          test: lower.expression(node.test, at),
          then: passOn(node.consequent, branch, usage),
          else: passOn(node.alternate, branch, usage),
          ...range(node),
        };
      }
      case 'LogicalExpression': {
        const left = lower.expression(node.left, at);
        const right = passOn(node.right, { ...at, isConditional: true }, usage);
        return { kind: 'logical', operator: node.operator, left, right, ...range(node) };
      }
      case 'BinaryExpression':
        return {
          kind: 'operation',
          operator: node.operator,
          operands: [lower.expression(node.left, at), lower.expression(node.right, at)],
          ...range(node),
        };
      case 'UnaryExpression':
        return lowerUnary(lower, node, at);
      case 'UpdateExpression':
        lower.expression(node.argument, at);
        return { kind: 'unknown', reason: 'counter', ...range(node) };
      case 'AwaitExpression':
        return {
          kind: 'await',
          value: passOn(node.argument, at, { ...usage, use: 'awaited' }),
          ...range(node),
        };
      case 'AssignmentExpression':
        return lowerAssignment(lower, node, at);
      case 'SequenceExpression':
        return node.expressions
          .map((each, index) => {
            const isLast = index === node.expressions.length - 1;
            return lower.expression(each, at, isLast ? usage : { ...VALUE, use: 'statement' });
          })
          .at(-1) as Expr;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const name = node.type === 'FunctionExpression' ? (node.id?.name ?? null) : null;
        const kind = node.type === 'FunctionExpression' ? 'function' : 'arrow';
        return {
          kind: 'function',
          fn: lower.function(node, at, { name, kind, use: usage.functionUse }),
          ...range(node),
        };
      }
      case 'ClassExpression':
        return { kind: 'class', cls: lower.class(node, at, node.id?.name ?? null), ...range(node) };
      case 'ImportExpression':
        if (node.source.type === 'Literal' && typeof node.source.value === 'string')
          return importOf(lower, node.source.value, node);
        lower.expression(node.source, at);
        return { kind: 'unknown', reason: 'computed import', ...range(node) };
      case 'YieldExpression':
        if (node.argument) passOn(node.argument, at, { ...usage, use: 'awaited' });
        return { kind: 'unknown', reason: 'yield', ...range(node) };
      case 'TaggedTemplateExpression':
        lower.expression(node.tag, at);
        node.quasi.expressions.forEach((each) => lower.expression(each, at));
        return { kind: 'unknown', reason: 'tagged template', ...range(node) };
      case 'SpreadElement':
        return lower.expression(node.argument, at);
      case 'JSXElement':
      case 'JSXFragment':
      case 'JSXExpressionContainer':
        return lowerElement(lower, node, at);
      case 'PrivateIdentifier':
        return { kind: 'literal', value: `#${node.name}`, ...range(node) };
      default:
        return { kind: 'unknown', reason: node.type, ...range(node) };
    }
  };
}
