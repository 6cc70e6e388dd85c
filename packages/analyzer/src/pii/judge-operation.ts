import type { OperationValue, Value } from '../link/value.js';
import { cleanBecause, UNKNOWN, worst } from './assessment.js';
import type { Assessment } from './assessment.js';
import { TEXT_ONLY } from './taxonomy.js';

/** What flows in with an operator and its operands, as `inner` judges each of them. */
export function judgeOperation(
  { operator, operands }: OperationValue,
  inner: (each: Value) => Assessment,
): Assessment {
  switch (operator) {
    case '&&':
    case ',':
      return operands.length > 0 ? inner(operands[operands.length - 1] as Value) : UNKNOWN;
    case '||':
    case '??':
    case 'default':
      return worst(operands.some(isEmptyText) ? operands.map(inner).map(ofText) : operands.map(inner));
    case '+':
      return worst(operands.map(inner));
    case '!':
    case 'typeof':
    case 'void':
    case 'delete':
    case 'in':
    case 'instanceof':
    case '==':
    case '===':
    case '!=':
    case '!==':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return cleanBecause('a comparison');
    default:
      return measured(worst(operands.map(inner)));
  }
}

/** Arithmetic and numbers: an age survives it, an e-mail address does not. */
export function measured(assessment: Assessment): Assessment {
  if (assessment.kind !== 'personal') return assessment;
  return TEXT_ONLY.has(assessment.category) ? cleanBecause('a number') : assessment;
}

/** `id ?? ''`: who falls back to an empty text has a text, whatever it is called. */
const isEmptyText = (value: Value): boolean => value.kind === 'literal' && value.value === '';

/** What is left of an assessment of a value that is one text: no object is sent whole with it. */
export function ofText(assessment: Assessment): Assessment {
  if (assessment.kind !== 'personal') return assessment;
  return assessment.category === 'person-object' || assessment.fields.length > 0 ? UNKNOWN : assessment;
}
