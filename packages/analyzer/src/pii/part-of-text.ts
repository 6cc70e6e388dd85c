import type { CallValue, MemberValue, Value } from '../link/value.js';
import { calleeName } from './call-effect.js';

/** A part of a text that is less than the text: the domain of an address, the last digits of a number. */
export interface PartOfText {
  readonly of: Value;
  /** As the evidence says it. */
  readonly part: string;
}

/** What a call cuts off a text; null if it may leave everything in. `textAt` gives the source, for regular expressions. */
export function partOfCall(call: CallValue, textAt: (value: Value) => string): PartOfText | null {
  if (call.callee.kind !== 'member') return null;
  const of = call.callee.object;
  const [first] = call.args;
  switch (calleeName(call.callee)) {
    case 'slice':
    case 'substr':
    case 'substring': {
      if (first !== undefined && isPlaceOfAt(first)) return { of, part: 'the domain' };
      const from = first === undefined ? NaN : Number(textAt(first));
      return from < 0 && from >= -4 ? { of, part: 'the last characters' } : null;
    }
    case 'pop':
    case 'at':
      return isSplitAtAt(of) && !isFirst(first) ? { of: textThatIsSplit(of), part: 'the domain' } : null;
    case 'match':
      return first !== undefined && /^\/@/.test(textAt(first)) ? { of, part: 'the domain' } : null;
    case 'replace':
      return first !== undefined && /^\/\^?(?:\.[*+]\??|\[\^@\][*+])@/.test(textAt(first))
        ? { of, part: 'the domain' }
        : null;
    default:
      return null;
  }
}

/** The same for a member: `email.split('@')[1]`, `firstName[0]`. */
export function partOfMember({ object, name }: MemberValue, isText: boolean): PartOfText | null {
  if (name === '1' && isSplitAtAt(object)) return { of: textThatIsSplit(object), part: 'the domain' };
  return name === '0' && isText ? { of: object, part: 'the first letter' } : null;
}

const isFirst = (value: Value | undefined): boolean => value?.kind === 'literal' && value.value === 0;

/** `email.indexOf('@') + 1` */
function isPlaceOfAt(value: Value): boolean {
  if (value.kind === 'operation') return value.operands.some(isPlaceOfAt);
  return (
    value.kind === 'call' && /^(?:lastI|i)ndexOf$/.test(calleeName(value.callee) ?? '') && isAt(value.args[0])
  );
}

const isAt = (value: Value | undefined): boolean => value?.kind === 'literal' && value.value === '@';

const isSplitAtAt = (value: Value): value is CallValue =>
  value.kind === 'call' && calleeName(value.callee) === 'split' && isAt(value.args[0]);

const textThatIsSplit = (value: CallValue): Value =>
  value.callee.kind === 'member' ? value.callee.object : value;
