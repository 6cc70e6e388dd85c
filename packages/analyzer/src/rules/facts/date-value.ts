import { alternatives } from '../../link/build-value.js';
import type { CallValue, Value } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { calleeOf, isGlobal, isGlobalCall, rootOf } from './value-options.js';

/** Libraries whose objects wrap a date and are formatted by their own methods. */
const DATE_OBJECT_PACKAGES =
  /^(?:moment|moment-timezone|moment-mini|dayjs(?:\/.*)?|luxon|spacetime|@js-joda\/core)$/;
const DATE_FNS = /^date-fns(?:\/(?!tz).*)?$/;
const DATE_OBJECT_TYPES = new Set([
  'Moment',
  'Dayjs',
  'DateTime',
  'ZonedDateTime',
  'Instant',
  'PlainDate',
  'PlainDateTime',
]);
/** Methods after which the chain no longer holds a date object. */
const LEAVES_DATE = new Set(
  (
    'format fromNow from toNow to calendar diff valueOf unix toJSON toISOString toString inspect year month date day hour minute ' +
    'second millisecond week weeks isBefore isAfter isSame isBetween isSameOrBefore isSameOrAfter isValid daysInMonth get toArray ' +
    'toObject toFormat toISO toISODate toISOTime toMillis toSeconds toUnixInteger toRelative toRelativeCalendar toLocaleString ' +
    'toHTTP toRFC2822 toSQL toSQLDate toBSON humanize asDays asHours asMinutes asSeconds asMilliseconds duration as locale'
  ).split(' '),
);
const DATE_FNS_MAKES_DATE =
  /^(?:add|sub|set|startOf|endOf|lastDayOf|next|previous|roundToNearest|parse|parseISO|parseJSON|toDate|fromUnixTime|min|max|closestTo|constructNow)/;
const DATE_FNS_PARTS = /^(?:parse|set)?(?:Locale|DefaultOptions)$/;

/** The function of date-fns that a call calls, whichever way it was imported; null for everything else. */
export function dateFnsFunction(call: CallValue): string | null {
  const { callee } = call;
  const root = rootOf(callee);
  if (root.kind !== 'external') return null;
  if (!DATE_FNS.test(root.package) && root.package !== 'date-fns-tz' && root.package !== 'date-fns/tz')
    return null;
  const name = calleeOf(call).name;
  // `import format from 'date-fns/format'`
  return name === null || name === 'default' ? (root.package.split('/')[1] ?? null) : name;
}

/** True for objects of moment, dayjs, luxon and their like. */
export function isDateLibraryObject(value: Value, context: RuleContext): boolean {
  const root = rootOf(value);
  const isFromLibrary =
    root.kind === 'external'
      ? DATE_OBJECT_PACKAGES.test(root.package)
      : isGlobal(root, 'moment') || isGlobal(root, 'dayjs');
  if (isFromLibrary) {
    if (value.kind !== 'call') return false;
    const { name } = calleeOf(value);
    return name === null || !LEAVES_DATE.has(name);
  }
  const type = context.typeOf(value);
  return type?.kind === 'object' && type.name !== null && DATE_OBJECT_TYPES.has(type.name);
}

/** True for JavaScript `Date` objects. */
export function isNativeDate(value: Value, context: RuleContext): boolean {
  if (value.kind === 'call') {
    if (value.isNew && isGlobal(value.callee, 'Date')) return true;
    const fn = dateFnsFunction(value);
    if (fn !== null && DATE_FNS_MAKES_DATE.test(fn) && !DATE_FNS_PARTS.test(fn)) return true;
    const { name, receiver } = calleeOf(value);
    if (name === 'toDate' || name === 'toJSDate')
      return receiver !== null && isDateLibraryObject(receiver, context);
  }
  return context.typeOf(value)?.kind === 'date';
}

export function isDate(value: Value, context: RuleContext): boolean {
  return isNativeDate(value, context) || isDateLibraryObject(value, context);
}

/** Milliseconds since 1970: `Date.now()`, `date.getTime()`, `+new Date()`. */
export function isEpochMilliseconds(value: Value, context: RuleContext): boolean {
  if (value.kind === 'operation' && value.operator === '+' && value.operands.length === 1) {
    const operand = value.operands[0];
    return operand !== undefined && isDate(operand, context);
  }
  if (value.kind !== 'call') return false;
  if (
    isGlobalCall(value, 'Date', 'now') ||
    isGlobalCall(value, 'Date', 'parse') ||
    isGlobalCall(value, 'Date', 'UTC')
  )
    return true;
  const { name, receiver } = calleeOf(value);
  const argument = value.args[0];
  if (receiver === null) return name === 'Number' && argument !== undefined && isDate(argument, context);
  if (name === 'getTime') return value.args.length === 0;
  return (name === 'valueOf' || name === 'toMillis') && isDate(receiver, context);
}

const ROUNDING = new Set(['floor', 'round', 'trunc', 'ceil']);
const TO_NUMBER = new Set(['parseInt', 'Number', 'parseFloat', 'String']);

/** Takes off what changes a number's precision only: `Math.floor(x)`, `parseInt(x, 10)`, `x | 0`, `~~x`, `x.toFixed(0)`. */
function withoutRounding(value: Value): Value {
  if (value.kind === 'operation') {
    const [first, second] = value.operands;
    const isTruncation = value.operator === '|' && second?.kind === 'literal' && second.value === 0;
    if (first && (isTruncation || value.operator === '~')) return withoutRounding(first);
    return value;
  }
  if (value.kind !== 'call') return value;
  const { name, receiver } = calleeOf(value);
  const argument = value.args[0];
  if (receiver !== null && name === 'toFixed') return withoutRounding(receiver);
  const isRounding = receiver !== null && isGlobal(receiver, 'Math') && name !== null && ROUNDING.has(name);
  const isConversion =
    receiver === null && name !== null && TO_NUMBER.has(name) && value.callee.kind === 'unknown';
  return argument && (isRounding || isConversion) ? withoutRounding(argument) : value;
}

/** What a number of seconds counts: time since 1970, or the length of something. */
export type SecondsKind = 'epoch' | 'duration';

const EPOCH_SECONDS_METHODS = new Set(['unix', 'toSeconds', 'toUnixInteger']);

/** Recognises seconds by how they are computed: `Date.now() / 1000`, `moment().unix()`; null for everything else. */
export function secondsKind(value: Value, context: RuleContext): SecondsKind | null {
  for (const option of alternatives(withoutRounding(value))) {
    if (option.kind === 'operation' && option.operator === '/') {
      const [dividend, divisor] = option.operands;
      if (!dividend || divisor?.kind !== 'literal' || divisor.value !== 1000) continue;
      if (isEpochMilliseconds(dividend, context)) return 'epoch';
      if (dividend.kind === 'operation' && dividend.operator === '-') {
        return dividend.operands.some((operand) => isEpochMilliseconds(operand, context)) ? 'duration' : null;
      }
    }
    if (option.kind !== 'call') continue;
    if (dateFnsFunction(option) === 'getUnixTime') return 'epoch';
    const { name, receiver } = calleeOf(option);
    if (
      name !== null &&
      EPOCH_SECONDS_METHODS.has(name) &&
      receiver &&
      isDateLibraryObject(receiver, context)
    )
      return 'epoch';
  }
  return null;
}
