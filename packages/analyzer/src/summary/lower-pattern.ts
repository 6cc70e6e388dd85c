import type { TSESTree } from '@typescript-eslint/types';
import type { Lowering, Position } from './lowering.js';
import { range, VALUE } from './lowering.js';
import type { Expr, PathStep } from './summary.js';

type Leaf = (target: TSESTree.Node, path: readonly PathStep[]) => void;

const withFallback = (path: readonly PathStep[], fallback: Expr): readonly PathStep[] => {
  const last = path.at(-1);
  if (!last) return [{ kind: 'index', index: -1, fallback }];
  return last.kind === 'key' || last.kind === 'index' ? [...path.slice(0, -1), { ...last, fallback }] : path;
};

/** Name of a property key that is known without evaluating anything; null for computed keys. */
export function keyName(key: TSESTree.Node, isComputed: boolean): string | null {
  if (!isComputed && key.type === 'Identifier') return key.name;
  if (!isComputed && key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return String(key.value);
  return null;
}

function walk(
  lower: Lowering,
  pattern: TSESTree.Node,
  at: Position,
  path: readonly PathStep[],
  leaf: Leaf,
): void {
  switch (pattern.type) {
    case 'AssignmentPattern':
      walk(lower, pattern.left, at, withFallback(path, lower.expression(pattern.right, at)), leaf);
      return;
    case 'ObjectPattern': {
      const taken: string[] = [];
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          walk(lower, property.argument, at, [...path, { kind: 'rest', without: taken }], leaf);
          continue;
        }
        const name = keyName(property.key, property.computed);
        if (name !== null) taken.push(name);
        else lower.expression(property.key, at);
        walk(lower, property.value, at, [...path, { kind: 'key', name, fallback: null }], leaf);
      }
      return;
    }
    case 'ArrayPattern':
      pattern.elements.forEach((element, index) => {
        if (!element) return;
        if (element.type === 'RestElement')
          walk(lower, element.argument, at, [...path, { kind: 'rest-items', from: index }], leaf);
        else walk(lower, element, at, [...path, { kind: 'index', index, fallback: null }], leaf);
      });
      return;
    case 'TSParameterProperty':
      walk(lower, pattern.parameter, at, path, leaf);
      return;
    default:
      leaf(pattern, path);
  }
}

/** All identifiers that a pattern introduces, in source order. */
export function patternNames(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'TSParameterProperty':
      return patternNames(pattern.parameter);
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? patternNames(each) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        patternNames(each.type === 'RestElement' ? each.argument : each.value),
      );
    default:
      return [];
  }
}

export function createPatternLowering(lower: Lowering): Pick<Lowering, 'bindPattern' | 'assignPattern'> {
  const record = (
    target: TSESTree.Identifier,
    value: Expr,
    at: Position,
    path: readonly PathStep[],
  ): void => {
    const binding = at.scope.lookup(target.name);
    if (binding === null) {
      const object: Expr = { kind: 'ref', name: 'globalThis', binding: null, ...range(target) };
      if (path.length === 0)
        lower.builder.outerWrites.push({ target: object, name: target.name, value, ...range(target) });
      return;
    }
    lower.builder.assign(binding, { value, path, at: target.range[0], fn: at.fn });
    const draft = lower.builder.bindings[binding];
    if (draft && target.typeAnnotation) draft.type ??= lower.type(target.typeAnnotation);
  };

  const bindPattern: Lowering['bindPattern'] = (pattern, value, at, path) => {
    walk(lower, pattern, at, path, (target, targetPath) => {
      if (target.type === 'Identifier') record(target, value, at, targetPath);
    });
  };

  const assignPattern: Lowering['assignPattern'] = (pattern, value, at, path) => {
    walk(lower, pattern, at, path, (target, targetPath) => {
      if (target.type === 'Identifier') record(target, value, at, targetPath);
      else if (target.type === 'MemberExpression' && targetPath.length === 0)
        assignMember(lower, target, value, at);
      else lower.expression(target, at);
    });
  };

  return { bindPattern, assignPattern };
}

/** `a.b.c = value`, by what `a` is: a local variable, `this`, or something outside the module. */
export function assignMember(
  lower: Lowering,
  target: TSESTree.MemberExpression,
  value: Expr,
  at: Position,
): void {
  const path: (string | null)[] = [];
  let root: TSESTree.Node = target;
  let key: Expr | null = null;
  while (root.type === 'MemberExpression') {
    const name = keyName(root.property, root.computed);
    if (name === null && root === target) key = lower.expression(root.property, at);
    path.unshift(name);
    root = root.object;
    if (root.type === 'TSNonNullExpression' || root.type === 'TSAsExpression') root = root.expression;
  }
  const name = path.at(-1) ?? null;
  if (root.type === 'ThisExpression' && at.cls !== null && path.length === 1 && name !== null) {
    lower.builder.addMember(at.cls, { name, isStatic: false, value, type: null, kind: 'field', fn: at.fn });
    return;
  }
  const binding = root.type === 'Identifier' ? at.scope.lookup(root.name) : null;
  if (root.type === 'Identifier' && binding === null && (root.name === 'exports' || root.name === 'module')) {
    if (root.name === 'module' && path.length === 1 && name === 'exports') {
      lower.builder.exports.push({ kind: 'assignment', value });
    } else if (name !== null && path.length === (root.name === 'module' ? 2 : 1)) {
      lower.builder.exports.push({ kind: 'expression', name, value });
    }
    return;
  }
  const draft = binding === null ? null : lower.builder.bindings[binding];
  if (binding !== null && draft && draft.kind !== 'import') {
    lower.builder.write(binding, {
      kind: 'set',
      path,
      key,
      keyStart: target.property.range[0],
      keyEnd: target.property.range[1],
      value,
      fn: at.fn,
      isConditional: at.isConditional,
      ...range(target),
      end: Math.max(target.range[1], value.end),
    });
    // `app.config.globalProperties.$track = …`, `req.analytics = …`: other code finds it by the member's name.
    const isShared = path.length > 1 || draft.kind === 'param';
    if (!isShared || name === null || path[path.length - 2] === 'prototype') return;
    const object: Expr = { kind: 'unknown', reason: 'shared object', ...range(target.object) };
    lower.builder.outerWrites.push({ target: object, name, value, ...range(target) });
    return;
  }
  const object = lower.expression(target.object, at, VALUE);
  if (name !== null) lower.builder.outerWrites.push({ target: object, name, value, ...range(target) });
}
