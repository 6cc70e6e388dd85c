import type { Value } from '../link/value.js';
import type { TypeShape } from '../types/shape.js';
import { cleanBecause, personal, UNKNOWN, worst } from './assessment.js';
import type { Assessment } from './assessment.js';
import { classifyName, FAILURES } from './classify-name.js';
import { customCategoryOfName } from './custom-category.js';
import { judgeType } from './judge-type.js';
import { isBagName, personObjectByName } from './person-object.js';
import type { PiiContext } from './pii-context.js';
import { toWords } from './to-words.js';
import { describeValue, ownerName } from './value-label.js';
import {
  isPlainConstant,
  isScalarType,
  overruledByType,
  personalLiteral,
  presentType,
} from './value-type.js';

/** A value that is known by names only: its own, its owner's, its variable's, and its type. */
export function judgeNamed(
  value: Value,
  name: string | null,
  owner: Value | undefined,
  context: PiiContext,
): Assessment {
  const type = context.typeOf(value);
  const literal = personalLiteral(type);
  if (literal) return personal(literal.category, `a literal of its type has the form of ${literal.form}`);
  if (isPlainConstant(type)) return cleanBecause('its type has only a few fixed values');
  const named = name === null ? UNKNOWN : judgeName(name, owner, context, value);
  const shape = presentType(type);
  const whole = isScalarType(type) ? UNKNOWN : judgeWholeByName(value, [], context);
  if (named.kind === 'personal' || whole.kind === 'personal') return worst([named, whole]);
  if (named.kind === 'clean') return named;
  const alias =
    value.alias !== undefined && value.alias !== name
      ? judgeName(value.alias, undefined, context, value)
      : UNKNOWN;
  if (alias.kind !== 'unknown') return alias;
  return shape?.kind === 'date' ? UNKNOWN : named;
}

export function judgeName(
  name: string,
  owner: Value | undefined,
  context: PiiContext,
  value: Value,
): Assessment {
  const type = context.typeOf(value);
  const custom = customCategoryOfName(name, context.config);
  if (custom) return custom;
  const ownerName = owner === undefined ? null : ownerOf(owner, context);
  const verdict = classifyName(name, ownerName === null ? {} : { owner: ownerName });
  switch (verdict.kind) {
    case 'personal':
      return (
        overruledByType(type, verdict.category) ??
        personal(verdict.category, `\`${describeValue(value)}\`: ${verdict.reason}`, {
          severity: verdict.severity,
          isDerived: verdict.severity === 'P2' && verdict.category !== 'country',
        })
      );
    case 'ambiguous':
      return (
        overruledByType(type, verdict.category) ??
        personal(verdict.category, `\`${describeValue(value)}\`: ${verdict.reason}`, {
          severity: 'P2',
          basis: 'name',
        })
      );
    case 'clean':
      return verdict.decided ? cleanBecause(verdict.reason) : UNKNOWN;
  }
}

/** The word for the owner of a field: its type's name if that says more than `data`, otherwise its own. */
function ownerOf(owner: Value, context: PiiContext): string | null {
  const type = presentType(context.typeOf(owner));
  const named = failureAround(owner) ?? ownerName(owner);
  if (
    type?.kind === 'object' &&
    type.name !== null &&
    (named === null || isBagName(named) || named.length < 3)
  )
    return type.name;
  return named;
}

/** `error.response.data.message`: what was answered with a failure is about the failure. Null if there is none around. */
function failureAround(owner: Value): string | null {
  if (owner.kind !== 'member') return null;
  const outer = ownerName(owner.object);
  const isFailure = outer !== null && toWords(outer).some((word) => FAILURES.has(word));
  if (!ANSWERS.has(owner.name ?? '')) return null;
  return isFailure ? outer : failureAround(owner.object);
}

const ANSWERS = new Set(['response', 'data', 'body', 'json', 'error', 'cause']);

/** The same for an object that is sent whole, minus the named fields: its type decides, then its name. */
export function judgeWholeByName(value: Value, without: readonly string[], context: PiiContext): Assessment {
  const type: TypeShape | null = presentType(context.typeOf(value));
  const typed = type === null ? null : judgeType(type, without, describeValue(value), context);
  if (typed !== null && typed.kind !== 'unknown') return typed;
  if (isScalarType(type)) return UNKNOWN;
  const reason = personObjectByName(value);
  if (reason === null) return UNKNOWN;
  const whole = personal('person-object', reason);
  return without.length === 0
    ? whole
    : {
        ...whole,
        severity: 'P1',
        evidence: [...whole.evidence, 'some fields are taken out, the rest is not known'],
      };
}
