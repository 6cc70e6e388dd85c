import type { TSESTree } from '@typescript-eslint/types';
import type { Lowering, Position, Usage } from './lowering.js';
import { range, VALUE } from './lowering.js';
import type { Expr, ObjectMember } from './summary.js';

const ATTRIBUTE: Usage = { ...VALUE, functionUse: 'attribute' };

function tagOf(node: TSESTree.JSXTagNameExpression, at: Position): Expr {
  if (node.type === 'JSXMemberExpression') {
    return {
      kind: 'member',
      object: memberObject(node.object, at),
      name: node.property.name,
      property: null,
      ...range(node),
    };
  }
  if (node.type === 'JSXNamespacedName') {
    return { kind: 'literal', value: `${node.namespace.name}:${node.name.name}`, ...range(node) };
  }
  // Lower-case names are host elements of the platform, never variables.
  if (/^[a-z]/.test(node.name)) return { kind: 'literal', value: node.name, ...range(node) };
  return { kind: 'ref', name: node.name, binding: at.scope.lookup(node.name), ...range(node) };
}

function memberObject(node: TSESTree.JSXTagNameExpression, at: Position): Expr {
  if (node.type !== 'JSXIdentifier') return tagOf(node, at);
  return { kind: 'ref', name: node.name, binding: at.scope.lookup(node.name), ...range(node) };
}

function lowerAttribute(
  lower: Lowering,
  node: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute,
  at: Position,
): ObjectMember {
  if (node.type === 'JSXSpreadAttribute')
    return { kind: 'spread', value: lower.expression(node.argument, at), ...range(node) };
  const name =
    node.name.type === 'JSXIdentifier'
      ? node.name.name
      : `${node.name.namespace.name}:${node.name.name.name}`;
  const content = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
  const value: Expr = content
    ? lower.expression(content, at, ATTRIBUTE)
    : { kind: 'literal', value: true, ...range(node) };
  return {
    kind: 'property',
    key: name,
    computed: null,
    keyStart: node.name.range[0],
    keyEnd: node.name.range[1],
    value,
    isShorthand: false,
    isGetter: false,
    ...range(node),
  };
}

/** A JSX element becomes a site whose `props` are an object, so that a component is called like a function. */
export function lowerElement(
  lower: Lowering,
  node: TSESTree.JSXElement | TSESTree.JSXFragment | TSESTree.JSXExpressionContainer,
  at: Position,
): Expr {
  if (node.type === 'JSXExpressionContainer') return lower.expression(node.expression, at, ATTRIBUTE);
  if (node.type === 'JSXFragment') {
    lowerChildren(lower, node.children, at);
    return { kind: 'unknown', reason: 'fragment', ...range(node) };
  }
  const index = lower.builder.reserveSite();
  const opening = node.openingElement;
  const callee = tagOf(opening.name, at);
  const members = opening.attributes.map((each) => lowerAttribute(lower, each, at));
  const children = lowerChildren(lower, node.children, at);
  const props: Expr = {
    kind: 'object',
    members: children ? [...members, children] : members,
    ...range(opening),
  };
  lower.builder.fillSite(index, {
    kind: 'element',
    callee,
    args: [{ isSpread: false, value: props }],
    props,
    fn: at.fn,
    isOptional: false,
    use: 'value',
    inTry: at.inTry,
    inCatch: at.inCatch,
    hasRejectionHandler: false,
    isConditional: at.isConditional,
    start: node.range[0],
    end: opening.range[1],
  });
  return { kind: 'site', site: index, ...range(node) };
}

/** Lowers all children for the calls in them; a single function child becomes the `children` property. */
function lowerChildren(
  lower: Lowering,
  children: readonly TSESTree.JSXChild[],
  at: Position,
): ObjectMember | null {
  let render: ObjectMember | null = null;
  for (const child of children) {
    if (child.type === 'JSXText') continue;
    const value = lower.expression(child.type === 'JSXSpreadChild' ? child.expression : child, at, ATTRIBUTE);
    if (value.kind !== 'function') continue;
    const place = { keyStart: value.start, keyEnd: value.start, start: value.start, end: value.end };
    render = {
      kind: 'property',
      key: 'children',
      computed: null,
      value,
      isShorthand: false,
      isGetter: false,
      ...place,
    };
  }
  return render;
}
