import type { Value } from '../link/value.js';
import type { TypeShape } from '../types/shape.js';
import type { Assessment } from './assessment.js';
import { classifyValue } from './classify-value.js';
import type { PersonalText } from './classify-value.js';
import { TEXT_ONLY } from './taxonomy.js';
import { toWords } from './to-words.js';
import { PERSONAL_LITERALS } from './words/literals.js';

/** A static type with `null` and `undefined` taken off; null if nothing is left or known. */
export function presentType(type: TypeShape | null): TypeShape | null {
  if (type === null || type.kind === 'unknown' || type.kind === 'null' || type.kind === 'undefined')
    return null;
  if (type.kind !== 'union') return type;
  const options = type.options.filter((option) => option.kind !== 'null' && option.kind !== 'undefined');
  return options.length === 1
    ? (options[0] ?? null)
    : options.length === 0
      ? null
      : { kind: 'union', options };
}

/** True for booleans and sets of literals: the same few values for everybody. */
function isConstantType(type: TypeShape | null): boolean {
  const present = presentType(type);
  if (present === null) return false;
  if (present.kind === 'boolean' || present.kind === 'literal' || present.kind === 'function') return true;
  return present.kind === 'union' && present.options.every((option) => isConstantType(option));
}

export function isNumberType(type: TypeShape | null): boolean {
  const present = presentType(type);
  if (present === null) return false;
  if (present.kind === 'number' || present.kind === 'bigint') return true;
  return (
    present.kind === 'union' &&
    present.options.every((option) => isNumberType(option) || isConstantType(option))
  );
}

/** True if a value of the type is one piece of text or a number, not an object. */
export function isScalarType(type: TypeShape | null): boolean {
  const present = presentType(type);
  if (present === null) return false;
  if (present.kind === 'union') return present.options.every(isScalarType);
  return present.kind !== 'object' && present.kind !== 'array' && present.kind !== 'unknown';
}

/**
 * The static type of a value; of a member whose own type is not known, what the type of its object says of the field.
 */
export function typeThroughOwner(
  value: Value,
  typeOf: (value: Value) => TypeShape | null,
  depth = 0,
): TypeShape | null {
  const own = typeOf(value);
  if (value.kind !== 'member' || depth > 4 || (own !== null && own.kind !== 'unknown')) return own;
  const owner = presentType(typeThroughOwner(value.object, typeOf, depth + 1));
  if (owner?.kind === 'array' && (value.name === null || /^\d+$/.test(value.name))) return owner.items;
  const field = owner?.kind === 'object' ? owner.fields.find((each) => each.name === value.name) : undefined;
  return field?.type ?? own;
}

/** The texts that a type of literals allows. */
function literalTexts(type: TypeShape | null): readonly string[] {
  const present = presentType(type);
  if (present?.kind === 'union') return present.options.flatMap(literalTexts);
  return present?.kind === 'literal' && typeof present.value === 'string' ? [present.value] : [];
}

/** The worst of the literals that are personal by their form: `'jane@example.com' | 'none'`. Null if none is. */
export function personalLiteral(type: TypeShape | null): PersonalText | null {
  for (const text of isConstantType(type) ? literalTexts(type) : []) {
    const found = classifyValue(text);
    if (found) return found;
  }
  return null;
}

/** True if the few values of the type are what the category is about: `'male' | 'female'`. */
function tellsOfPeople(type: TypeShape | null, category: string): boolean {
  const words = PERSONAL_LITERALS[category];
  return words !== undefined && literalTexts(type).some((text) => words.has(toWords(text).join(' ')));
}

/** True for a type of a few fixed values that can tell nothing about a person, whatever the value is called. */
export function isPlainConstant(type: TypeShape | null): boolean {
  return (
    isConstantType(type) &&
    personalLiteral(type) === null &&
    !Object.keys(PERSONAL_LITERALS).some((category) => tellsOfPeople(type, category))
  );
}

/** The type overrules the name: a boolean cannot hold an e-mail address. Null if it does not. */
export function overruledByType(type: TypeShape | null, category: string): Assessment | null {
  if (personalLiteral(type) !== null || tellsOfPeople(type, category)) return null;
  if (isConstantType(type)) return { kind: 'clean', reason: 'its type has only a few fixed values' };
  if (isNumberType(type) && TEXT_ONLY.has(category)) return { kind: 'clean', reason: 'its type is a number' };
  return null;
}
