import { parseSync } from 'oxc-parser';
import type { ModuleEvaluator } from '../../src/link/analysis.js';
import type { Place, Value } from '../../src/link/value.js';

/** A node of ESTree, as far as the expressions of these tests go. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export const PLAN_FILE = 'analytics/registry.ts';

/**
 * The value that the linker hands over for an expression, built without the linker: `z` is zod, `names` are constants.
 */
export function valueOf(text: string, names: Readonly<Record<string, Value>> = {}): Value {
  const { program } = parseSync(PLAN_FILE, `(${text})`);
  const statement = (program.body[0] as unknown as { expression: Node }).expression;
  return lower(statement);

  function lower(node: Node): Value {
    const at: Place = { file: PLAN_FILE, start: node.start - 1, end: node.end - 1 };
    const inner = (field: string): Node => node[field] as Node;
    const list = (field: string): readonly Node[] => node[field] as readonly Node[];
    switch (node.type) {
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
        return lower(inner('expression'));
      case 'Literal':
        if (node['regex'] !== undefined)
          return { kind: 'unknown', name: null, reason: 'regular expression', at };
        return { kind: 'literal', value: node['value'] as string, at };
      case 'UnaryExpression':
        return { kind: 'literal', value: -((inner('argument')['value'] as number) ?? 0), at };
      case 'Identifier': {
        const name = node['name'] as string;
        if (name === 'z') return { kind: 'external', package: 'zod', path: ['z'], at };
        if (name === 'undefined') return { kind: 'literal', value: undefined, at };
        return names[name] ?? { kind: 'unknown', name, reason: 'free name', at };
      }
      case 'MemberExpression': {
        const object = lower(inner('object'));
        const name = inner('property')['name'] as string;
        const known =
          object.kind === 'object'
            ? object.entries.find((e) => e.kind === 'property' && e.key === name)
            : undefined;
        return known?.kind === 'property' ? { ...known.value, at } : { kind: 'member', object, name, at };
      }
      case 'CallExpression':
      case 'NewExpression':
        return {
          kind: 'call',
          callee: lower(inner('callee')),
          args: list('arguments').map(lower),
          isNew: node.type === 'NewExpression',
          at,
        };
      case 'ArrayExpression':
        return { kind: 'array', items: list('elements').map(lower), at };
      case 'ObjectExpression':
        return { kind: 'object', entries: list('properties').map(lowerProperty), at };
      default:
        return { kind: 'unknown', name: null, reason: node.type, at };
    }
  }

  function lowerProperty(node: Node): Extract<Value, { kind: 'object' }>['entries'][number] {
    const at: Place = { file: PLAN_FILE, start: node.start - 1, end: node.end - 1 };
    if (node.type === 'SpreadElement') {
      return { kind: 'spread', value: lower(node['argument'] as Node), at, optional: false };
    }
    const key = node['key'] as Node;
    const keyAt: Place = { file: PLAN_FILE, start: key.start - 1, end: key.end - 1 };
    const keyValue = node['computed'] === true ? lower(key) : null;
    const value = lower(node['value'] as Node);
    if (keyValue !== null && !(keyValue.kind === 'literal' && typeof keyValue.value === 'string')) {
      return { kind: 'computed', key: keyValue, value, at };
    }
    const name = keyValue === null ? String(key['name'] ?? key['value']) : String(keyValue.value);
    return { kind: 'property', key: name, value, at, keyAt, optional: false };
  }
}

/** An evaluator that knows the text of one file and what it exports. */
export function evaluatorOf(text: string, exports: Readonly<Record<string, Value>> = {}): ModuleEvaluator {
  return {
    exported: (_file, name) => exports[name] ?? null,
    exportNames: () => Object.keys(exports),
    member: () => null,
    resolve: () => null,
    text: (file) => (file === PLAN_FILE ? text : null),
  };
}
