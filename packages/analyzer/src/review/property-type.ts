import type { Analysis } from '../link/analysis.js';
import type { CallValue, Value } from '../link/value.js';
import type { TypeShape } from '../types/shape.js';

/** The words of the inventory's contract for what a property holds. */
export type PropertyType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'date' | 'unknown';

/** The type of a value: from the code as written, and where that leaves it open, from the static types. */
export function propertyType(value: Value, analysis: Pick<Analysis, 'typeOf'>): PropertyType {
  const written = typeOfValue(value);
  if (written !== 'unknown') return written;
  const shape = analysis.typeOf(value);
  return shape ? typeOfShape(shape) : 'unknown';
}

/** The type if all agree, otherwise unknown. */
export function agreedType(types: readonly PropertyType[]): PropertyType {
  const first = types[0] ?? 'unknown';
  return types.every((type) => type === first) ? first : 'unknown';
}

const BOOLEAN_OPERATORS = new Set(['!', '==', '===', '!=', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);
const NUMBER_OPERATORS = new Set([
  '-',
  '*',
  '/',
  '%',
  '**',
  '~',
  '|',
  '&',
  '^',
  '<<',
  '>>',
  '>>>',
  '++',
  '--',
]);

function typeOfValue(value: Value): PropertyType {
  switch (value.kind) {
    case 'literal':
      return typeOfPrimitive(value.value);
    case 'template':
      return 'string';
    case 'object':
      return 'object';
    case 'array':
      return 'array';
    case 'union':
      return agreedType(value.options.filter((option) => !isNothing(option)).map(typeOfValue));
    case 'operation':
      if (BOOLEAN_OPERATORS.has(value.operator)) return 'boolean';
      if (NUMBER_OPERATORS.has(value.operator)) return 'number';
      return value.operator === 'typeof' ? 'string' : 'unknown';
    case 'call':
      return typeOfCall(value);
    case 'member':
      return value.name === 'length' ? 'number' : 'unknown';
    default:
      return 'unknown';
  }
}

function typeOfPrimitive(value: string | number | boolean | bigint | null | undefined): PropertyType {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'unknown';
}

const isNothing = (value: Value): boolean =>
  value.kind === 'literal' && (value.value === null || value.value === undefined);

/** Results of the language's own functions and methods, whatever they are called on. */
const GLOBAL_RESULTS = new Map<string, PropertyType>([
  ['Boolean', 'boolean'],
  ['Number', 'number'],
  ['parseFloat', 'number'],
  ['parseInt', 'number'],
  ['String', 'string'],
  ['encodeURIComponent', 'string'],
]);
const METHOD_RESULTS = new Map<string, PropertyType>([
  ['getTime', 'number'],
  ['toFixed', 'string'],
  ['toISOString', 'string'],
  ['toLowerCase', 'string'],
  ['toString', 'string'],
  ['toUpperCase', 'string'],
  ['trim', 'string'],
]);

function typeOfCall({ callee, isNew }: CallValue): PropertyType {
  if (callee.kind === 'unknown' && callee.name !== null) {
    if (isNew) return callee.name === 'Date' ? 'date' : 'object';
    return GLOBAL_RESULTS.get(callee.name) ?? 'unknown';
  }
  if (callee.kind !== 'member' || callee.name === null) return 'unknown';
  const receiver = callee.object.kind === 'unknown' ? callee.object.name : null;
  if (receiver === 'Math' || (receiver === 'Date' && callee.name === 'now')) return 'number';
  if (receiver === 'JSON' && callee.name === 'stringify') return 'string';
  return METHOD_RESULTS.get(callee.name) ?? 'unknown';
}

function typeOfShape(shape: TypeShape): PropertyType {
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'date':
    case 'array':
    case 'object':
      return shape.kind;
    case 'bigint':
      return 'number';
    case 'literal':
      return typeOfPrimitive(shape.value);
    case 'union': {
      const options = shape.options.filter(({ kind }) => kind !== 'null' && kind !== 'undefined');
      return agreedType(options.map(typeOfShape));
    }
    case 'null':
    case 'undefined':
    case 'function':
    case 'unknown':
      return 'unknown';
  }
}
