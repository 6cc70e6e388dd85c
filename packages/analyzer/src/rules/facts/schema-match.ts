import { alternatives } from '../../link/build-value.js';
import type { Value } from '../../link/value.js';
import type { JsonSchema } from '../../plan/plan.js';
import type { TypeShape } from '../../types/shape.js';
import type { RuleContext } from '../rule.js';
import { calleeOf } from './value-options.js';

/** Why a value cannot satisfy a schema. `found` names a type or a planned value, never personal data. */
export type Mismatch =
  | { readonly kind: 'type'; readonly found: string; readonly expected: string }
  | { readonly kind: 'enum'; readonly found: string; readonly expected: string };

const NUMBER_CALLS = new Set(['Number', 'parseInt', 'parseFloat']);
const ARITHMETIC = new Set(['-', '*', '/', '%', '**']);
const COMPARISON = new Set([
  '!',
  '!!',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'instanceof',
  'delete',
]);

/** What is known of a value: one JSON type, with the literal itself where there is one. */
interface Fact {
  readonly type: string;
  readonly literal?: string | number | boolean | null;
}

function factsOfShape(shape: TypeShape): readonly Fact[] | null {
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return [{ type: shape.kind }];
    case 'date':
      return [{ type: 'date' }];
    case 'literal':
      return [{ type: typeof shape.value, literal: shape.value }];
    case 'array':
      return [{ type: 'array' }];
    case 'object':
      return [{ type: 'object' }];
    case 'undefined':
      return [];
    case 'union': {
      const facts = shape.options.map(factsOfShape);
      return facts.includes(null) ? null : facts.flatMap((options) => options ?? []);
    }
    case 'bigint':
    case 'function':
    case 'unknown':
      return null;
  }
}

/** Everything the value can be, or null if that is not known. An absent value (`undefined`) adds nothing. */
function factsOf(value: Value, context: RuleContext): readonly Fact[] | null {
  const facts = alternatives(value).map((option) => factsOfOption(option, context));
  return facts.includes(null) ? null : facts.flatMap((options) => options ?? []);
}

function factsOfOption(value: Value, context: RuleContext): readonly Fact[] | null {
  switch (value.kind) {
    case 'literal':
      if (value.value === undefined) return [];
      if (value.value === null) return [{ type: 'null', literal: null }];
      return typeof value.value === 'bigint' ? null : [{ type: typeof value.value, literal: value.value }];
    case 'template':
      return [{ type: 'string' }];
    case 'object':
      return [{ type: 'object' }];
    case 'array':
      return [{ type: 'array' }];
    case 'operation':
      if (COMPARISON.has(value.operator)) return [{ type: 'boolean' }];
      if (value.operator === 'typeof') return [{ type: 'string' }];
      if (ARITHMETIC.has(value.operator) && value.operands.length === 2) return [{ type: 'number' }];
      break;
    case 'call':
      if (value.callee.kind === 'unknown') {
        const { name } = calleeOf(value);
        if (name === 'String') return [{ type: 'string' }];
        if (name === 'Boolean') return [{ type: 'boolean' }];
        if (name !== null && NUMBER_CALLS.has(name)) return [{ type: 'number' }];
      }
      break;
    default:
      break;
  }
  const shape = context.typeOf(value);
  return shape && factsOfShape(shape);
}

function allowedTypes(schema: JsonSchema): readonly string[] | null {
  if (schema.anyOf) {
    const parts = schema.anyOf.map(allowedTypes);
    return parts.includes(null) ? null : parts.flatMap((types) => types ?? []);
  }
  if (schema.type !== undefined) return typeof schema.type === 'string' ? [schema.type] : schema.type;
  const values = allowedValues(schema);
  return values && [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
}

function allowedValues(schema: JsonSchema): readonly (string | number | boolean | null)[] | null {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  if (!schema.anyOf) return null;
  const parts = schema.anyOf.map(allowedValues);
  return parts.includes(null) ? null : parts.flatMap((values) => values ?? []);
}

function fitsType(fact: Fact, types: readonly string[]): boolean {
  if (types.includes(fact.type)) return true;
  if (fact.type === 'number')
    return types.includes('integer') && (fact.literal === undefined || Number.isInteger(fact.literal));
  // Dates are turned into text when they are sent.
  return fact.type === 'date' && types.includes('string');
}

/**
 * The reason why a value cannot be what the schema asks for, or null if it can be or nothing is known. A type that
 * merely allows more than the plan is no mismatch: the code may have narrowed it.
 */
export function getMismatch(value: Value, schema: JsonSchema, context: RuleContext): Mismatch | null {
  const facts = factsOf(value, context);
  if (facts === null || facts.length === 0) return null;
  const types = allowedTypes(schema);
  if (types !== null && !facts.some((fact) => fitsType(fact, types))) {
    const found = [...new Set(facts.map((fact) => fact.type))].join(' or ');
    return { kind: 'type', found, expected: types.join(' or ') };
  }
  const values = allowedValues(schema);
  if (values === null) return null;
  const written = alternatives(value).flatMap((option) => factsOfOption(option, context) ?? []);
  const wrong = written.filter((fact) => fact.literal !== undefined && !values.includes(fact.literal));
  const isWritten = alternatives(value).every((option) => option.kind === 'literal');
  if (wrong.length === 0 || (!isWritten && wrong.length < written.length)) return null;
  const list = (items: readonly (string | number | boolean | null)[]): string =>
    items.map((item) => JSON.stringify(item)).join(', ');
  return {
    kind: 'enum',
    found: list([...new Set(wrong.map((fact) => fact.literal ?? null))]),
    expected: list(values),
  };
}
