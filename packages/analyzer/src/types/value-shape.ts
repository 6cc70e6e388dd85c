import { declaredTypeOf } from '../link/declared-receiver.js';
import type { Evaluator } from '../link/evaluator.js';
import type { Value } from '../link/value.js';
import { DeclaredShapes } from './declared-shape.js';
import type { TypeShape } from './shape.js';

/** The type of a value that shows it by itself; null if only a declaration or the compiler can tell. */
function evidentShape(value: Value): TypeShape | null {
  switch (value.kind) {
    case 'literal':
      if (value.value === null) return { kind: 'null' };
      if (value.value === undefined) return { kind: 'undefined' };
      return typeof value.value === 'bigint' ? { kind: 'bigint' } : { kind: 'literal', value: value.value };
    case 'template':
      return { kind: 'string' };
    case 'function':
    case 'class':
      return { kind: 'function' };
    case 'array':
      return { kind: 'array', items: { kind: 'unknown' } };
    case 'operation':
      return operationShape(value.operator);
    case 'call':
      return callShape(value);
    case 'member':
      return value.name === 'length' ? { kind: 'number' } : null;
    default:
      return null;
  }
}

const COMPARISONS = new Set(['!', '==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);
const ARITHMETIC = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>', '~']);

function operationShape(operator: string): TypeShape | null {
  if (COMPARISONS.has(operator)) return { kind: 'boolean' };
  if (ARITHMETIC.has(operator)) return { kind: 'number' };
  return operator === 'typeof' ? { kind: 'string' } : null;
}

const RESULTS: ReadonlyMap<string, 'boolean' | 'number' | 'string'> = new Map([
  ...['Boolean', 'includes', 'startsWith', 'endsWith', 'some', 'every'].map(
    (name) => [name, 'boolean'] as const,
  ),
  ...['Number', 'parseInt', 'parseFloat', 'now', 'getTime', 'round', 'floor', 'ceil'].map(
    (name) => [name, 'number'] as const,
  ),
  ...['String', 'toISOString', 'toFixed', 'toString', 'toLowerCase', 'toUpperCase', 'trim', 'join'].map(
    (name) => [name, 'string'] as const,
  ),
]);

function callShape(value: Extract<Value, { kind: 'call' }>): TypeShape | null {
  const { callee } = value;
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'unknown' ? callee.name : null;
  if (name === 'Date' && value.isNew) return { kind: 'date' };
  const kind = name === null ? undefined : RESULTS.get(name);
  return kind ? { kind } : null;
}

/** Static types of values: what the value shows, then what is declared; `ask` is the last resort. */
export class ValueShapes {
  readonly #declared: DeclaredShapes;
  readonly #known = new WeakMap<Value, { readonly shape: TypeShape | null }>();

  constructor(
    private readonly ev: Evaluator,
    private readonly ask: ((value: Value) => TypeShape | null) | null,
  ) {
    this.#declared = new DeclaredShapes(ev);
  }

  of(value: Value): TypeShape | null {
    const known = this.#known.get(value);
    if (known) return known.shape;
    const shape = this.#find(value, 0);
    this.#known.set(value, { shape });
    return shape;
  }

  #find(value: Value, depth: number): TypeShape | null {
    if (depth > 6) return null;
    const evident = evidentShape(value);
    if (evident) return evident;
    if (
      value.kind === 'union' ||
      (value.kind === 'operation' && ['??', '||', 'default'].includes(value.operator))
    ) {
      const options = (value.kind === 'union' ? value.options : value.operands).map((each) =>
        this.#find(each, depth + 1),
      );
      return options.every((each) => each !== null)
        ? { kind: 'union', options }
        : (this.ask?.(value) ?? null);
    }
    if (value.kind === 'operation' && value.operator === '&&')
      return value.operands[1] ? this.#find(value.operands[1], depth + 1) : null;
    if (value.kind === 'object') return this.#objectShape(value, depth);
    const declared = declaredTypeOf(this.ev, value);
    const shape = declared ? this.#declared.shape(declared) : null;
    return shape && shape.kind !== 'unknown' ? shape : (this.ask?.(value) ?? null);
  }

  #objectShape(value: Extract<Value, { kind: 'object' }>, depth: number): TypeShape {
    const fields = value.entries.flatMap((entry) =>
      entry.kind === 'property'
        ? [
            {
              name: entry.key,
              type: this.#find(entry.value, depth + 1) ?? ({ kind: 'unknown' } as const),
              optional: entry.optional,
              at: entry.keyAt,
            },
          ]
        : [],
    );
    return {
      kind: 'object',
      name: null,
      fields,
      open: value.open === true || fields.length < value.entries.length,
    };
  }
}
