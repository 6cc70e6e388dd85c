import type { Value } from '../link/value.js';
import { hasLetter } from '../patterns/letter-pattern.js';
import type { Assessment } from './assessment.js';
import { cleanBecause, isWorse, personal, UNKNOWN } from './assessment.js';
import { classifyName } from './classify-name.js';
import { customCategoryOfName } from './custom-category.js';
import type { PiiContext } from './pii-context.js';
import { toWords } from './to-words.js';
import { memberParts, ownerName, valueName } from './value-label.js';
import { overruledByType } from './value-type.js';
import { NEUTRAL_HEADS } from './words/heads.js';
import { STATE_WORDS } from './words/states.js';
import { THING_WORDS } from './words/things.js';

/**
 * Joins what a key says with what its value says. The key is weak evidence: a value that is known to be personal or
 * known to be clean decides; only if the value says nothing the key does.
 */
export function combineKey(
  key: string,
  value: Value,
  assessment: Assessment,
  context: PiiContext,
): Assessment {
  if (context.isAllowed?.(key) ?? false) return cleanBecause('the configuration allows it');
  const byName = nameAssessment(key, value, context);
  const isErrorText =
    assessment.kind === 'personal' && assessment.category === 'free-text' && ERROR_KEY.test(key);
  if (isErrorText && (isMessage(value) || IN_MESSAGE.test(assessment.evidence.join())))
    return cleanBecause('it is the text of an error');
  if (assessment.kind === 'personal') return withKey(assessment, byName);
  if (assessment.kind === 'clean' && !isConstant(value)) return assessment;
  if (byName.kind !== 'personal') return byName;
  // `wallet: wallet.name` is the application that keeps it.
  if (byName.category === 'wallet' && valueName(value) === 'name')
    return cleanBecause('it names a kind of wallet');
  // What the code itself says, nobody has typed.
  if (
    isConstant(value) &&
    (byName.category === 'free-text' ||
      byName.category === 'raw-url' ||
      isWordOfTheProduct(value) ||
      (HAS_FORM.has(byName.category) && isWords(value)))
  )
    return cleanBecause('the value is a constant of the product');
  const isUnclear = byName.severity === 'P2' && byName.category === 'person-name' && !byName.isDerived;
  return isUnclear && namesSomething(value) ? UNKNOWN : byName;
}

/** `result.message`, or one of the texts that the code itself gives it. */
function isMessage(value: Value): boolean {
  if (value.kind === 'union') return value.options.every((option) => isConstant(option) || isMessage(option));
  return valueName(value) === 'message';
}

const ERROR_KEY =
  /(?:^|[^a-z])(?:err|error|exception|failure)(?:[_ ]?(?:message|msg|text|reason|desc|description|detail)s?)?$/i;
/** The evidence of a field called `message`, also through a call. */
const IN_MESSAGE = /`message` in the name/;

function withKey(assessment: Extract<Assessment, { kind: 'personal' }>, byName: Assessment): Assessment {
  const isKeyPersonal = byName.kind === 'personal';
  // The value is called `name` and nothing more: only a key that can mean a person makes it one.
  if (assessment.basis === 'name') return isKeyPersonal ? byName : UNKNOWN;
  if (!isKeyPersonal || assessment.isDerived || !isWorse(byName.severity, assessment.severity))
    return assessment;
  return { ...byName, basis: 'value', evidence: [...assessment.evidence, ...byName.evidence] };
}

function nameAssessment(key: string, value: Value, context: PiiContext): Assessment {
  const custom = customCategoryOfName(key, context.config);
  if (custom) return { ...custom, basis: 'name' };
  const verdict = classifyName(key);
  if (verdict.kind === 'clean') return UNKNOWN;
  const overruled = isConstant(value) ? null : overruledByType(context.typeOf(value), verdict.category);
  if (overruled) return overruled;
  const isDerived =
    verdict.kind === 'personal' && verdict.severity === 'P2' && verdict.category !== 'country';
  return personal(verdict.category, `the key: ${verdict.reason}`, {
    severity: verdict.severity,
    basis: 'name',
    isDerived,
  });
}

function isConstant(value: Value): boolean {
  if (value.kind === 'union') return value.options.every(isConstant);
  return value.kind === 'literal';
}

/** `'header'`, `'not provided'`, `true`: the same for everybody, and nobody is called so. */
function isWordOfTheProduct(value: Value): boolean {
  if (value.kind === 'union') return value.options.every(isWordOfTheProduct);
  if (value.kind !== 'literal') return false;
  if (typeof value.value === 'number') return Math.abs(value.value) < 10;
  if (typeof value.value !== 'string') return true;
  const words = toWords(value.value);
  return words.every(
    (word) =>
      /^\d$/.test(word) ||
      STATE_WORDS.has(word) ||
      NEUTRAL_HEADS.has(word) ||
      THING_WORDS.has(word) ||
      classifyName(word).kind !== 'clean',
  );
}

/** What cannot be written in letters alone; a text that has the form was found by it. */
const HAS_FORM: ReadonlySet<string> = new Set(['email', 'phone', 'network-address', 'precise-location']);

function isWords(value: Value): boolean {
  if (value.kind === 'union') return value.options.every(isWords);
  return value.kind === 'literal' && !/[\d@]/.test(String(value.value));
}

/** True if the value says by itself that it names a thing: `gallery.name`, `eventName`, `'Open Menu'`, `` `${x} Clicked` ``. */
function namesSomething(value: Value): boolean {
  if (isConstant(value)) return true;
  if (value.kind === 'template')
    return value.parts.some((part) => typeof part === 'string' && hasLetter(part));
  const named = [value.alias, valueName(value)].filter((name) => name !== undefined && name !== null);
  if (
    named.some(
      (name) => name !== 'name' && classifyName(name).kind === 'clean' && toWords(name).at(-1) === 'name',
    )
  )
    return true;
  const member = memberParts(value);
  if (member?.name !== 'name') return false;
  const owner = ownerName(member.object);
  return owner !== null && owner.length >= 3 && classifyName('name', { owner }).kind === 'clean';
}
