import { alternatives } from '../../link/build-value.js';
import type { Place, Value } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { dateReading } from './date-text.js';

/** Where code on the way to the SDK writes dates as text, and how: `toISOString()`. */
export interface DateWrite {
  readonly at: Place;
  readonly step: string;
}

const DATE_METHODS = new Set(['toISOString', 'toUTCString', 'toLocaleDateString', 'toISO', 'formatISO']);
/** Sanitisers nest a few calls at most: `Object.fromEntries(Object.entries(x).map(…))`. */
const DEPTH_LIMIT = 5;

/** The functions that take part in computing a value: called ones that were not inlined, and callbacks. */
function functionsIn(value: Value, depth = 0): readonly string[] {
  if (depth > DEPTH_LIMIT) return [];
  if (value.kind === 'function') return [value.key];
  if (value.kind === 'member') return functionsIn(value.object, depth + 1);
  if (value.kind !== 'call') return [];
  return [value.callee, ...value.args].flatMap((part) => functionsIn(part, depth + 1));
}

/** Date methods called in the functions that compute a value which could not be resolved further. */
export function dateWritesInFunctions(value: Value, context: RuleContext): readonly DateWrite[] {
  return functionsIn(value).flatMap((key) =>
    context.code.callsIn(key).flatMap((inner): DateWrite[] => {
      const name = inner.callee.kind === 'member' ? inner.callee.name : null;
      return name !== null && DATE_METHODS.has(name) ? [{ at: inner.at, step: `${name}()` }] : [];
    }),
  );
}

/** How a function that prepares properties writes the dates among them, if it writes them as text. */
export function dateWritesIn(value: Value, context: RuleContext): readonly DateWrite[] {
  return alternatives(value).flatMap((option): readonly DateWrite[] => {
    const reading = dateReading(option, context);
    if (reading && reading.writing !== 'object') return [{ at: option.at, step: reading.step }];
    return dateWritesInFunctions(option, context);
  });
}
