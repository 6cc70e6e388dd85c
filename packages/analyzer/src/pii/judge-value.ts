import type { CallValue, MemberValue, ObjectEntry, TemplateValue, UnionValue, Value } from '../link/value.js';
import { cleanBecause, personal, UNKNOWN, weakened, withEvidence, worst } from './assessment.js';
import type { Assessment } from './assessment.js';
import { effectOfCall } from './call-effect.js';
import { classifyName } from './classify-name.js';
import { classifyValue } from './classify-value.js';
import { combineKey } from './combine-key.js';
import { customCategoryOfText } from './custom-category.js';
import { judgeName, judgeNamed, judgeWholeByName } from './judge-named.js';
import { judgeOperation, measured, ofText } from './judge-operation.js';
import { partOfCall, partOfMember } from './part-of-text.js';
import { isPersonObjectName } from './person-object.js';
import type { PiiContext } from './pii-context.js';
import { describeValue, memberParts, valueName } from './value-label.js';
import { isPlainConstant, presentType } from './value-type.js';

/** Deeper nesting of expressions says nothing more. */
const MAX_DEPTH = 24;

/** What personal data flows in with a value, from its structure, its names and its static type. */
export function judgeValue(value: Value, context: PiiContext, depth = 0): Assessment {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const inner = (each: Value): Assessment => judgeValue(each, context, depth + 1);
  switch (value.kind) {
    case 'literal':
      // `let email = ''`: nobody sends an empty text; something fills it in that is not seen here.
      return value.value === '' && value.alias !== undefined
        ? judgeName(value.alias, undefined, context, value)
        : judgeLiteral(value.value, context);
    case 'template':
      return judgeTemplate(value, context, inner);
    case 'object':
      return judgeObject(value.entries, value.open === true, context, depth);
    case 'array':
      return value.items.length === 0 && !value.open
        ? cleanBecause('an empty list')
        : worst(value.items.map(inner));
    case 'union':
      return judgeUnion(value, context, inner);
    case 'operation':
      return judgeOperation(value, inner);
    case 'call':
      return judgeCall(value, context, inner);
    case 'member':
      return judgeMember(value, context);
    case 'external': {
      const member = memberParts(value);
      const asMember: MemberValue | null = member && { ...member, kind: 'member', at: value.at };
      return asMember
        ? judgeMember(asMember, context)
        : judgeNamed(value, valueName(value), undefined, context);
    }
    case 'param':
    case 'unknown':
    case 'instance':
      return judgeNamed(value, value.name, undefined, context);
    case 'element':
    case 'function':
    case 'class':
    case 'namespace':
    case 'sdk':
      return UNKNOWN;
  }
}

/** One of several values; if none of them tells anything, the name of the variable does: `let email = ''`, filled in later. */
function judgeUnion(value: UnionValue, context: PiiContext, inner: (each: Value) => Assessment): Assessment {
  const found = worst(value.options.map(inner));
  const isFilledIn = value.options.some((option) => option.kind === 'literal' && option.value === '');
  if (found.kind !== 'unknown' || value.alias === undefined || !isFilledIn) return found;
  const named = judgeName(value.alias, undefined, context, value);
  return named.kind === 'personal' && named.severity === 'P0' ? named : found;
}

function judgeLiteral(value: unknown, context: PiiContext): Assessment {
  if (typeof value !== 'string') return cleanBecause('a constant');
  const found = classifyValue(value);
  if (found) return personal(found.category, `the text has the form of ${found.form}`);
  return customCategoryOfText(value, context.config) ?? UNKNOWN;
}

function judgeTemplate(
  value: TemplateValue,
  context: PiiContext,
  inner: (each: Value) => Assessment,
): Assessment {
  const found: Assessment[] = [];
  let before = '';
  for (const part of value.parts) {
    if (typeof part === 'string') {
      found.push(judgeLiteral(part, context));
      before = part;
      continue;
    }
    const key = /[?&]([\w.-]{1,60})=$/.exec(before)?.[1];
    const verdict = key === undefined ? null : classifyName(key);
    if (verdict?.kind === 'personal' && verdict.severity === 'P0')
      found.push(personal(verdict.category, 'a personal query parameter'));
    found.push(inner(part));
    before = '';
  }
  const result = worst(found);
  return result.kind === 'clean' ? UNKNOWN : result;
}

function judgeObject(
  entries: readonly ObjectEntry[],
  isOpen: boolean,
  context: PiiContext,
  depth: number,
): Assessment {
  const found = entries.map((entry): Assessment => {
    const value = judgeValue(entry.value, context, depth + 1);
    switch (entry.kind) {
      case 'property':
        return withEvidence(combineKey(entry.key, entry.value, value, context), `the entry \`${entry.key}\``);
      case 'computed':
        return value;
      case 'spread': {
        const whole = judgeWhole(entry.value, entry.without ?? [], context);
        return whole.kind === 'personal'
          ? whole
          : value.kind === 'personal' && (entry.without ?? []).length === 0
            ? value
            : whole;
      }
    }
  });
  if (found.length === 0) return isOpen ? UNKNOWN : cleanBecause('an empty object');
  const result = worst(found);
  return result.kind === 'personal' || !isOpen ? result : UNKNOWN;
}

/** The year of a birth, or an age, says less than its date. */
function yearOnly(name: string, assessment: Assessment): Assessment {
  return YEARS.test(name) && assessment.kind === 'personal' && assessment.category === 'birth'
    ? personal('age', `\`${name}\` leaves the year of it`)
    : assessment;
}

const YEARS = /^(?:get(?:UTC)?FullYear|differenceInYears|diff)$/;

function judgeCall(call: CallValue, context: PiiContext, inner: (each: Value) => Assessment): Assessment {
  const type = context.typeOf(call);
  if (isPlainConstant(type)) return cleanBecause('its type has only a few fixed values');
  const part = partOfCall(call, (each) => context.textAt(each.at));
  if (part) return weakened(inner(part.of), 'P2', `only ${part.part} of it`);
  const effect = effectOfCall(call);
  switch (effect?.kind) {
    case undefined:
      return judgeNamed(call, null, undefined, context);
    case 'cleans':
      return cleanBecause(`\`${effect.name}\` does not give the data away`);
    case 'carries': {
      const carried = effect.from.map((from) =>
        isPersonObjectName(valueName(from) ?? '')
          ? worst([inner(from), judgeWhole(from, [], context)])
          : inner(from),
      );
      const given = worst(effect.isText ? carried.map(ofText) : carried);
      const result = withEvidence(given, 'it comes out of the call again');
      return result.kind === 'clean' ? UNKNOWN : result;
    }
    case 'hashes':
      return weakened(
        worst(effect.from.map(inner)),
        'P1',
        `a plain hash (\`${effect.name}\`) of it still points to one person`,
      );
    case 'shortens':
      return weakened(worst(effect.from.map(inner)), 'P2', `\`${effect.name}\` leaves a part of it`);
    case 'measures':
      return yearOnly(effect.name, measured(worst(effect.from.map(inner))));
    case 'reads':
      return judgeNamed(call, effect.key, undefined, context);
    case 'gives':
      return judgeNamed(call, effect.noun, effect.owner ?? undefined, context);
    case 'maps': {
      const text = effect.mapper ? context.textAt(effect.mapper.at) : '';
      const field = /=>\s*\(?\s*[\w$]+(?:[?!]?\.[\w$]+)*[?!]?\.([\w$]+)\s*\)?\s*$/.exec(
        text.slice(0, 300),
      )?.[1];
      return field === undefined ? UNKNOWN : judgeName(field, effect.list, context, call);
    }
  }
}

function judgeMember(value: MemberValue, context: PiiContext): Assessment {
  const { name, object } = value;
  if (name === 'length' || name === 'size') return cleanBecause('a length');
  if ((name === null || /^\d+$/.test(name)) && isOfMany(object)) return UNKNOWN;
  const part = partOfMember(value, isNameOfPerson(object, context));
  if (part) return weakened(judgeValue(part.of, context, 1), 'P2', `only ${part.part} of it`);
  if (object.kind === 'call' && object.callee.kind === 'member' && object.callee.name === 'split')
    return judgeValue(object.callee.object, context, 1);
  // `match` gives a list of parts, `split` one of pieces.
  if (object.kind === 'call' && /^\d+$/.test(name ?? '')) {
    const ofPart = partOfCall(object, (each) => context.textAt(each.at));
    if (ofPart) return weakened(judgeValue(ofPart.of, context, 1), 'P2', `only ${ofPart.part} of it`);
  }
  if (name === null || /^-?\d+$/.test(name)) {
    const type = presentType(context.typeOf(value));
    if (isPlainConstant(type)) return cleanBecause('its type has only a few fixed values');
    const ofList = judgeNamed(value, value.alias ?? null, undefined, context);
    return ofList.kind === 'personal' ? ofList : judgeValue(object, context, 1);
  }
  if (isEnumMember(value)) return cleanBecause('a constant');
  const page = PAGE_VALUES[`${valueName(object) ?? ''}.${name}`];
  if (page !== undefined) return personal(page, `\`${describeValue(value)}\` is read`);
  return judgeNamed(value, name, object, context);
}

/**
 * True for what is made of `document.cookie` or the parameters of the page. One of its pieces is one cookie or parameter,
 * and only its name says what is in it: most hold a choice or a visit, few let anybody in.
 */
function isOfMany(value: Value): boolean {
  if (value.kind === 'call') return value.callee.kind === 'member' && isOfMany(value.callee.object);
  if (value.kind !== 'member') return false;
  const { object, name } = value;
  const isCookies = name === 'cookie' && valueName(object) === 'document';
  const isParameters = name === '0' && object.kind === 'call' && valueName(object) === 'useSearchParams';
  return isCookies || isParameters || isOfMany(object);
}

/** True for `user.firstName`, whose first letter is an initial; a list of e-mail addresses has a first one that is whole. */
function isNameOfPerson(value: Value, context: PiiContext): boolean {
  if (value.kind !== 'member' || /s$/.test(value.name ?? '')) return false;
  const assessed = judgeValue(value, context, 1);
  return assessed.kind === 'personal' && assessed.category === 'person-name' && assessed.severity === 'P0';
}

/** `Purpose.Payment` of a package: enums are written in capitals, data is not. */
function isEnumMember({ object, name }: MemberValue): boolean {
  const owner = object.kind === 'external' || object.kind === 'unknown' ? valueName(object) : null;
  return owner !== null && name !== null && /^[A-Z]\w*$/.test(owner) && /^[A-Z]/.test(name);
}

/** Values of the browser that hold raw addresses or identify the device. */
const PAGE_VALUES: Readonly<Record<string, 'raw-url' | 'device-id'>> = {
  'location.href': 'raw-url',
  'location.search': 'raw-url',
  'location.hash': 'raw-url',
  'document.referrer': 'raw-url',
  'document.URL': 'raw-url',
  'navigator.userAgent': 'device-id',
};

/** A value that is sent as it is, with everything in it, minus the named fields. */
export function judgeWhole(value: Value, without: readonly string[], context: PiiContext): Assessment {
  if (value.kind === 'object') return value.entries.length === 0 ? UNKNOWN : judgeValue(value, context, 1);
  if (value.kind === 'union')
    return worst(value.options.map((option) => judgeWhole(option, without, context)));
  if (value.kind === 'operation')
    return worst(value.operands.map((operand) => judgeWhole(operand, without, context)));
  if (value.kind === 'literal' || value.kind === 'template' || value.kind === 'function') return UNKNOWN;
  const effect = value.kind === 'call' ? effectOfCall(value) : null;
  if (effect?.kind === 'carries' && effect.isText) return UNKNOWN;
  if (effect?.kind === 'carries') {
    // What is known of an object literal is judged entry by entry.
    const given = effect.from.filter((from) => from.kind !== 'object');
    const carried = worst(given.map((from) => judgeWhole(from, without, context)));
    if (carried.kind === 'personal') return carried;
  }
  return judgeWholeByName(value, without, context);
}
