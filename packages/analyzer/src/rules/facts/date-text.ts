import { alternatives } from '../../link/build-value.js';
import type { CallValue, Value } from '../../link/value.js';
import { letterPattern } from '../../patterns/letter-pattern.js';
import type { RuleContext } from '../rule.js';
import { dateFnsFunction, isDate, isDateLibraryObject, isNativeDate } from './date-value.js';
import { calleeOf, isGlobal, isGlobalCall, rootOf, stringOf } from './value-options.js';

/**
 * `iso`: ISO 8601 text, whole or only its date; `text`: any other way to write a date; `object`: a date object, which
 * is turned into ISO text when it is sent.
 */
export type DateWriting = 'iso' | 'text' | 'object';

export interface DateReading {
  readonly writing: DateWriting;
  /** The step that makes it text, as a person calls it: `toISOString()`. */
  readonly step: string;
  /** The date that is written, if it is known: `date` of `date.toISOString()`. */
  readonly date: Value | null;
}

const WORD = letterPattern(/[\p{L}]{2,}/u);

/** Methods that only dates have, and what they make of them. */
const DATE_ONLY_METHODS: ReadonlyMap<string, DateWriting> = new Map([
  ['toISOString', 'iso'],
  ['toISO', 'iso'],
  ['toISODate', 'iso'],
  ['toISOTime', 'text'],
  ['toUTCString', 'text'],
  ['toGMTString', 'text'],
  ['toDateString', 'text'],
  ['toTimeString', 'text'],
  ['toLocaleDateString', 'text'],
  ['toLocaleTimeString', 'text'],
  ['toRFC2822', 'text'],
  ['toHTTP', 'text'],
  ['toSQLDate', 'text'],
]);
/** Methods that other things have too, so the receiver has to be a date. */
const SHARED_METHODS: ReadonlyMap<string, DateWriting> = new Map([
  ['toJSON', 'iso'],
  ['toString', 'text'],
  ['toLocaleString', 'text'],
  ['format', 'text'],
  ['toFormat', 'text'],
  ['toSQL', 'text'],
]);
const DATE_FNS_FORMATS: ReadonlyMap<string, DateWriting> = new Map([
  ['format', 'text'],
  ['lightFormat', 'text'],
  ['formatInTimeZone', 'text'],
  ['formatISO', 'iso'],
  ['formatISO9075', 'text'],
  ['formatRFC3339', 'iso'],
  ['formatRFC7231', 'text'],
]);
/** What is left after these is still the date, or a part of it. */
const STRING_STEPS = new Set([
  'slice',
  'substring',
  'substr',
  'split',
  'replace',
  'replaceAll',
  'trim',
  'at',
  'padStart',
  'concat',
  'pop',
  'shift',
]);

/** A format without a year names a weekday, a month or an hour: a dimension to group by, not a point in time. */
function isPointInTime(format: string | null): boolean {
  return format === null || /[yYuRxXPF]|^L{1,4}$/.test(format.replace(/'[^']*'|\[[^\]]*\]/g, ''));
}

function writesWholeDate(call: CallValue): boolean {
  const options = call.args.find((argument) => argument.kind === 'object');
  if (options?.kind !== 'object' || options.open === true || options.entries.length === 0) return true;
  const keys = options.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.key] : []));
  return keys.some((key) => /^(?:year|dateStyle|timeStyle|timeZone|hour12)$/.test(key));
}

function formatWriting(call: CallValue, formatIndex: number): DateWriting | null {
  const format = stringOf(call.args[formatIndex]);
  if (!isPointInTime(format)) return null;
  return call.args.length <= formatIndex || format === 'YYYY-MM-DD' || format === 'yyyy-MM-dd'
    ? 'iso'
    : 'text';
}

function readCall(call: CallValue, context: RuleContext): DateReading | null {
  const { name, receiver } = calleeOf(call);
  const fn = dateFnsFunction(call);
  if (fn !== null) {
    const known = DATE_FNS_FORMATS.get(fn);
    if (known === undefined) return null;
    const formatIndex = fn === 'formatInTimeZone' ? 2 : 1;
    const writing =
      known === 'text' && /^(?:format|lightFormat|formatInTimeZone)$/.test(fn)
        ? formatWriting(call, formatIndex)
        : known;
    const date = call.args[0] ?? null;
    return writing && { writing, step: `${fn}()`, date: date && isDate(date, context) ? date : null };
  }
  if (name === null) return null;
  if (receiver === null) {
    const argument = call.args[0];
    if (name === 'Date' && !call.isNew && isGlobal(call.callee, 'Date'))
      return { writing: 'text', step: 'Date()', date: null };
    if (name !== 'String' || argument === undefined) return null;
    return isDate(argument, context)
      ? { writing: 'text', step: 'String()', date: argument }
      : dateReading(argument, context);
  }
  if (isGlobalCall(call, 'JSON', 'stringify')) {
    const argument = call.args[0];
    return argument && isDate(argument, context)
      ? { writing: 'text', step: 'JSON.stringify()', date: argument }
      : null;
  }
  if (name === 'format' && isIntlFormatter(receiver))
    return { writing: 'text', step: 'Intl.DateTimeFormat', date: call.args[0] ?? null };
  const own = DATE_ONLY_METHODS.get(name);
  if (own !== undefined) {
    return own === 'iso' || writesWholeDate(call)
      ? { writing: own, step: `${name}()`, date: receiver }
      : null;
  }
  const shared = SHARED_METHODS.get(name);
  if (shared !== undefined && isDate(receiver, context)) {
    const writing = name === 'format' || name === 'toFormat' ? formatWriting(call, 0) : shared;
    if (writing === null || (name === 'toLocaleString' && !writesWholeDate(call))) return null;
    return { writing, step: `${name}()`, date: receiver };
  }
  return STRING_STEPS.has(name) ? dateReading(receiver, context) : null;
}

function isIntlFormatter(value: Value): boolean {
  const root = rootOf(value);
  return value.kind === 'call' && isGlobal(root, 'Intl') && calleeOf(value).name === 'DateTimeFormat';
}

/**
 * How a value writes a date, followed through string methods, templates and conditionals; null if it is no date, or
 * nothing shows that it is one (a string that came from elsewhere is not judged).
 */
export function dateReading(value: Value, context: RuleContext): DateReading | null {
  for (const option of alternatives(value)) {
    const reading = readOption(option, context);
    if (reading) return reading;
  }
  return null;
}

function readOption(value: Value, context: RuleContext): DateReading | null {
  if (isNativeDate(value, context)) return { writing: 'object', step: 'Date object', date: value };
  if (isDateLibraryObject(value, context)) return { writing: 'object', step: 'date object', date: value };
  switch (value.kind) {
    case 'call':
      return readCall(value, context);
    case 'member':
      // `date.toISOString().split('T')[0]`
      return value.object.kind === 'call' && STRING_STEPS.has(calleeOf(value.object).name ?? '')
        ? dateReading(value.object, context)
        : null;
    case 'template':
      return readTemplate(value.parts, context);
    case 'operation':
      return ['??', '||', '&&', '?:'].includes(value.operator)
        ? (value.operands
            .map((operand) => dateReading(operand, context))
            .find((reading) => reading !== null) ?? null)
        : null;
    default:
      return null;
  }
}

/** Only a template that is nothing but dates is one: in a sentence, the date is part of a text. */
function readTemplate(parts: readonly (string | Value)[], context: RuleContext): DateReading | null {
  if (parts.some((part) => typeof part === 'string' && WORD(part).test(part))) return null;
  const values = parts.filter((part): part is Value => typeof part !== 'string');
  const readings = values.map((part) => dateReading(part, context));
  const first = readings[0];
  if (!first || readings.includes(null)) return null;
  return {
    ...first,
    writing: first.writing === 'iso' ? 'iso' : 'text',
    step: first.writing === 'object' ? 'a template' : first.step,
  };
}
