import type { TSESTree } from '@typescript-eslint/types';
import { keyName, patternNames } from './lower-pattern.js';
import type { Lowering, Position } from './lowering.js';
import { range } from './lowering.js';
import { Scope } from './scope.js';
import type { Expr, ParamSummary } from './summary.js';

interface ParamParts {
  readonly pattern: TSESTree.Node;
  readonly fallback: TSESTree.Node | null;
  readonly isRest: boolean;
  readonly isProperty: boolean;
}

function partsOf(param: TSESTree.Parameter): ParamParts {
  const isProperty = param.type === 'TSParameterProperty';
  const inner: TSESTree.Node = isProperty ? param.parameter : param;
  if (inner.type === 'AssignmentPattern')
    return { pattern: inner.left, fallback: inner.right, isRest: false, isProperty };
  if (inner.type === 'RestElement')
    return { pattern: inner.argument, fallback: null, isRest: true, isProperty };
  return { pattern: inner, fallback: null, isRest: false, isProperty };
}

const annotationOf = (pattern: TSESTree.Node): TSESTree.Node | null =>
  'typeAnnotation' in pattern && pattern.typeAnnotation ? (pattern.typeAnnotation as TSESTree.Node) : null;

/** `this: Type` is not a parameter at run time. */
const isThisParameter = (param: TSESTree.Parameter): boolean =>
  param.type === 'Identifier' && param.name === 'this';

export function createFunctionLowering(lower: Lowering): Lowering['function'] {
  return (node, at, options) => {
    const params = node.params.filter((each) => !isThisParameter(each));
    const isArrow = node.type === 'ArrowFunctionExpression';
    const cls = isArrow || options.kind !== 'function' ? at.cls : null;
    const index = lower.builder.addFunction({
      name: options.name,
      kind: options.kind,
      parent: at.fn,
      cls,
      params: [],
      returns: [],
      returnType: lower.type(node.returnType),
      isAsync: node.async,
      isGenerator: node.generator,
      use: options.use,
      isExported: false,
      ...range(node),
    });
    const scope = new Scope(at.scope, index, true);
    const inner: Position = { scope, fn: index, cls, inTry: false, inCatch: false, isConditional: false };
    if (node.type === 'FunctionExpression' && node.id) {
      const self = lower.builder.addBinding({
        name: node.id.name,
        kind: 'function',
        fn: index,
        ...range(node.id),
      });
      scope.declare(node.id.name, self);
      lower.builder.assign(self, {
        value: { kind: 'function', fn: index, ...range(node) },
        path: [],
        at: node.range[0],
        fn: index,
      });
    }
    const summaries: ParamSummary[] = params.map((param, position) =>
      bindParam(lower, param, position, inner, index),
    );
    const draft = lower.builder.functions[index];
    if (draft) draft.params = summaries;
    if (node.body?.type === 'BlockStatement') lower.statements(node.body.body, inner);
    else if (node.body) {
      const value = lower.expression(node.body, inner, {
        use: 'returned',
        hasRejectionHandler: false,
        functionUse: 'returned',
      });
      draft?.returns.push(value);
    }
    return index;
  };
}

function bindParam(
  lower: Lowering,
  param: TSESTree.Parameter,
  position: number,
  inner: Position,
  fn: number,
): ParamSummary {
  const { pattern, fallback, isRest, isProperty } = partsOf(param);
  for (const id of patternNames(pattern)) {
    inner.scope.declare(
      id.name,
      lower.builder.addBinding({ name: id.name, kind: 'param', fn, ...range(id) }),
    );
  }
  const value: Expr = { kind: 'param', fn, index: position, ...range(pattern) };
  lower.bindPattern(pattern, value, inner, []);
  const type = lower.type(annotationOf(pattern));
  const loweredFallback = fallback ? lower.expression(fallback, inner) : null;
  const name = pattern.type === 'Identifier' ? pattern.name : null;
  if (isProperty && name !== null && inner.cls !== null) {
    lower.builder.addMember(inner.cls, { name, isStatic: false, value, type, kind: 'field', fn });
  }
  return { name, isRest, type, fallback: loweredFallback };
}

export function createClassLowering(lower: Lowering): Lowering['class'] {
  return (node, at, name) => {
    const index = lower.builder.addClass({
      name,
      fn: at.fn,
      parent: node.superClass ? lower.expression(node.superClass, at) : null,
      implements: node.implements.map((each) => lower.type(each) ?? { kind: 'unknown' as const }),
      members: [],
      ctor: null,
      typeParams: node.typeParameters?.params.map((each) => each.name.name) ?? [],
      isAbstract: node.abstract,
      ...range(node),
    });
    const inner: Position = { ...at, cls: index };
    for (const member of node.body.body) lowerMember(lower, member, inner, index);
    return index;
  };
}

function lowerMember(lower: Lowering, member: TSESTree.ClassElement, at: Position, cls: number): void {
  if (member.type === 'StaticBlock') {
    lower.statements(member.body, { ...at, scope: new Scope(at.scope, at.fn, false) });
    return;
  }
  if (member.type === 'TSIndexSignature') return;
  for (const decorator of member.decorators) lower.expression(decorator.expression, at);
  const key = keyName(member.key, member.computed);
  if (member.type === 'MethodDefinition') {
    const isCtor = member.kind === 'constructor';
    if (member.value.type === 'TSEmptyBodyFunctionExpression') return;
    const kind = isCtor
      ? 'constructor'
      : member.kind === 'get'
        ? 'getter'
        : member.kind === 'set'
          ? 'setter'
          : 'method';
    const fn = lower.function(member.value, at, { name: key, kind, use: 'value' });
    const draft = lower.builder.classes[cls];
    if (isCtor && draft) draft.ctor = fn;
    else if (key !== null && kind !== 'setter') {
      lower.builder.addMember(cls, {
        name: key,
        isStatic: member.static,
        value: { kind: 'function', fn, ...range(member.value) },
        type: null,
        kind: kind === 'getter' ? 'getter' : 'method',
        fn: at.fn,
      });
    }
    return;
  }
  if (member.type !== 'PropertyDefinition' && member.type !== 'AccessorProperty') return;
  const value = member.value ? lower.expression(member.value, at) : null;
  if (value?.kind === 'function') {
    const draft = lower.builder.functions[value.fn];
    if (draft) draft.name ??= key;
  }
  if (key === null) return;
  const type = lower.type(member.typeAnnotation);
  lower.builder.addMember(cls, { name: key, isStatic: member.static, value, type, kind: 'field', fn: at.fn });
}
