import type { PropertyFlow, TrackingCall } from '../link/call.js';
import type { Place, Value } from '../link/value.js';
import { dateWritesIn, dateWritesInFunctions } from './facts/date-sanitiser.js';
import { isNativeDate, secondsKind } from './facts/date-value.js';
import type { DateReading } from './facts/date-text.js';
import { dateReading } from './facts/date-text.js';
import { sendsProfileProperties } from './facts/event-kinds.js';
import { nameWords } from './facts/name-words.js';
import { calleeOf } from './facts/value-options.js';
import type { Edit, Problem, Rule, RuleContext } from './rule.js';

const MILLISECOND_WORDS = new Set(['ms', 'msec', 'msecs', 'milli', 'millis', 'millisecond', 'milliseconds']);
const SECOND_WORDS = new Set(['s', 'sec', 'secs', 'second', 'seconds']);

function readingOf(flow: PropertyFlow, call: TrackingCall, context: RuleContext): DateReading | null {
  const reading = dateReading(flow.value, context);
  if (reading === null) return null;
  // Mixpanel's Date type for profiles is ISO text in UTC.
  if (sendsProfileProperties(call) && reading.writing !== 'text') return null;
  // The Node SDK turns a Date given as `time` into a number itself; ISO text makes it throw.
  if (flow.name === 'time' && reading.writing === 'object' && call.sdk === 'mixpanel') return null;
  return reading;
}

/** What to write instead, or null if the date itself is not written at this place. */
function milliseconds(value: Value, reading: DateReading, context: RuleContext): string | null {
  const text = context.textAt(value.at);
  if (reading.date === null) return null;
  if (text === 'new Date()') return 'Date.now()';
  const date = context.textAt(reading.date.at);
  if (date === 'new Date()' && text.includes(date)) return 'Date.now()';
  if (!text.includes(date) || date === '' || !/^[\w$.?![\]()'" ]+$/.test(date)) return null;
  return isNativeDate(reading.date, context) || /\.to(?:ISOString|JSON)\(\)$/.test(text)
    ? `${date}.getTime()`
    : `${date}.valueOf()`;
}

function editsFor(at: Place, replacement: string | null): readonly Edit[] {
  if (replacement === null) return [];
  return [{ title: `Send ${replacement}`, isSafe: false, changes: [{ at, text: replacement }] }];
}

function getTextProblem(flow: PropertyFlow, call: TrackingCall, context: RuleContext): Problem | undefined {
  const reading = readingOf(flow, call, context);
  if (reading === null) return undefined;
  // An entry written as `{ created_at }` would need its key as well.
  const isShorthand = context.textAt(flow.at) === context.textAt(flow.value.at);
  return {
    messageId:
      flow.name === 'time'
        ? 'time'
        : sendsProfileProperties(call)
          ? 'profileText'
          : reading.writing === 'object'
            ? 'object'
            : 'text',
    data: { property: flow.name, step: reading.step },
    at: flow.at,
    call,
    event: call.event?.name ?? null,
    property: flow.name,
    edits:
      isShorthand || sendsProfileProperties(call)
        ? []
        : editsFor(flow.value.at, milliseconds(flow.value, reading, context)),
  };
}

function getSecondsProblem(
  flow: PropertyFlow,
  call: TrackingCall,
  context: RuleContext,
): Problem | undefined {
  const kind = secondsKind(flow.value, context);
  if (kind === null || flow.name === 'time' || sendsProfileProperties(call)) return undefined;
  const words = nameWords(flow.name);
  const saysMilliseconds = words.some((word) => MILLISECOND_WORDS.has(word));
  if (words.some((word) => SECOND_WORDS.has(word)) && !saysMilliseconds) return undefined;
  if (kind === 'duration' && !saysMilliseconds) return undefined;
  return {
    messageId: kind === 'epoch' ? 'seconds' : 'durationSeconds',
    data: { property: flow.name },
    at: flow.at,
    call,
    event: call.event?.name ?? null,
    property: flow.name,
    edits: editsFor(
      flow.value.at,
      /^Math\.\w+\(Date\.now\(\) \/ 1000\)$/.test(context.textAt(flow.value.at)) ? 'Date.now()' : null,
    ),
  };
}

/** A wrapper's sanitiser that writes every date as text is judged once, where it does so. */
function getSanitiserProblems(call: TrackingCall, context: RuleContext): readonly Problem[] {
  if (sendsProfileProperties(call)) return [];
  return call.open
    .flatMap(({ value }) => dateWritesIn(value, context))
    .map(({ at, step }) => ({
      messageId: 'sanitiser',
      data: { step },
      at,
      call,
      event: call.event?.name ?? null,
    }));
}

/** `created: format(x)` where the formatter is a function of the repository that was too long to be inlined. */
function getFormatterProblem(
  flow: PropertyFlow,
  call: TrackingCall,
  context: RuleContext,
): Problem | undefined {
  const { value } = flow;
  if (sendsProfileProperties(call) || value.kind !== 'call' || value.callee.kind !== 'function')
    return undefined;
  const isAboutTime = nameWords(`${calleeOf(value).name ?? ''} ${flow.name}`).some((word) =>
    /^(?:date|time|timestamp|iso|at|on)$/.test(word),
  );
  if (!isAboutTime) return undefined;
  const [write] = dateWritesInFunctions(value, context);
  if (!write) return undefined;
  const data = { property: flow.name, step: write.step };
  return { messageId: 'text', data, at: flow.at, call, event: call.event?.name ?? null, property: flow.name };
}

export const unixMsTime: Rule = {
  name: 'unix-ms-time',
  meta: {
    severity: 'P2',
    category: 'Naming and Time',
    where: ['call'],
    summary: 'Points in time are sent as Unix milliseconds, not as text, date objects or seconds.',
    messages: {
      text: {
        message:
          'The property "{{property}}" sends a date as text ({{step}}). Mixpanel cannot subtract or bucket it together with times that are sent as numbers.',
        fix: 'Send Unix milliseconds: `date.getTime()`.',
      },
      object: {
        message:
          'The property "{{property}}" sends a {{step}}, which every SDK turns into text in its own way before it is sent.',
        fix: 'Send Unix milliseconds: `date.getTime()`.',
      },
      time: {
        message:
          'The event’s own "time" is sent as a date or text ({{step}}). Mixpanel takes a number there and refuses or misplaces the event; the Node SDK throws.',
        fix: 'Send a number: Unix milliseconds or seconds.',
      },
      profileText: {
        message:
          'The profile property "{{property}}" sends a date in a form that Mixpanel does not recognise ({{step}}), so it cannot be filtered as a date.',
        fix: 'Send ISO 8601 text in UTC (`date.toISOString()`), Mixpanel’s Date type for profiles.',
      },
      seconds: {
        message:
          'The property "{{property}}" sends seconds, while times are milliseconds everywhere else. It will be read as a day in January 1970.',
        fix: 'Send Unix milliseconds, without the division by 1000.',
      },
      durationSeconds: {
        message:
          'The property "{{property}}" is named after milliseconds but sends seconds, so every value is a thousand times too small.',
        fix: 'Leave out the division by 1000, or rename the property.',
      },
      sanitiser: {
        message:
          'This function prepares properties for tracking and writes dates as text ({{step}}), so no caller can send Unix milliseconds.',
        fix: 'Convert dates with `date.getTime()` here.',
      },
    },
    hasSuggestions: true,
  },
  checkCall(call, context) {
    const flows = call.properties ?? [];
    const problems = flows.map(
      (flow) =>
        getTextProblem(flow, call, context) ??
        getSecondsProblem(flow, call, context) ??
        getFormatterProblem(flow, call, context),
    );
    return [...problems.filter((problem) => problem !== undefined), ...getSanitiserProblems(call, context)];
  },
};
