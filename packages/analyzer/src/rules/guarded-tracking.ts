import type { TrackingCall } from '../link/call.js';
import type { Place } from '../link/value.js';
import type { Exposure } from './facts/exposure.js';
import { exposureOf } from './facts/exposure.js';
import { isTestFile } from './facts/server-code.js';
import { syntaxAround } from './facts/syntax-around.js';
import { isFunctionNode } from './facts/walk-syntax.js';
import type { Edit, Problem, Project, Rule, RuleContext } from './rule.js';

interface ExposedCall {
  readonly call: TrackingCall;
  readonly exposure: Exposure;
}

/** The gravest first: it decides what the finding says. */
const ORDER: readonly Exposure[] = ['callback', 'sharedTry', 'floating', 'unguarded'];
const EXAMPLES = 3;

const placeKey = ({ file, start }: Place): string => `${file}:${String(start)}`;

/**
 * One finding for each function that makes unguarded SDK calls, however many calls lead there: one `try` mends them all.
 * A callback that throws is a fault of its own.
 */
function groupKey({ call, exposure }: ExposedCall, context: RuleContext): string {
  if (exposure === 'callback') return placeKey(call.sdkCall);
  const { file, start } = call.sdkCall;
  const fn = context.fact(
    file,
    `function around ${String(start)}`,
    () => syntaxAround(call.sdkCall, context).findLast(isFunctionNode)?.range[0] ?? -1,
  );
  return `${file}:${String(fn)}`;
}

function groupBy(
  items: readonly ExposedCall[],
  keyOf: (item: ExposedCall) => string,
): readonly (readonly ExposedCall[])[] {
  const groups = new Map<string, ExposedCall[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** Where callers are expected to guard: at most so many of them may have forgotten it. */
const FORGOTTEN_LIMIT = 3;

/**
 * The guard belongs to the SDK call; but where other callers of the same wrapper have a guard of their own, it belongs
 * to the few that have none. Gives those few.
 */
function forgottenBy(
  exposed: readonly ExposedCall[],
  guarded: ReadonlySet<string>,
): ReadonlySet<ExposedCall> {
  const groups = groupBy(exposed, ({ call }) => placeKey(call.sdkCall));
  const left = groups.filter(
    (group) =>
      group.length <= FORGOTTEN_LIMIT &&
      group.every(({ call }) => call.via.length > 0 && guarded.has(placeKey(call.sdkCall))),
  );
  return new Set(left.flat());
}

function wrapEdit(at: Place, context: RuleContext): Edit | null {
  const path = syntaxAround(at, context);
  const statement = path.findLast((node) => node.type === 'ExpressionStatement');
  const parent = statement && path[path.indexOf(statement) - 1];
  if (!statement || (parent?.type !== 'BlockStatement' && parent?.type !== 'Program')) return null;
  const [start, end] = statement.range;
  const text = context.textAt({ file: at.file, start, end });
  const before = context.textAt({ file: at.file, start: 0, end: start });
  const indent = /(?:^|\n)([ \t]*)$/.exec(before)?.[1];
  if (indent === undefined) return null;
  const lines = [
    'try {',
    ...text
      .split('\n')
      .map((line, index) =>
        index === 0
          ? `  ${line}`
          : line === ''
            ? ''
            : `  ${line.slice(Math.min(indent.length, line.search(/\S|$/)))}`,
      ),
    '} catch {',
    '  // A failure to track must not break what is tracked.',
    '}',
  ];
  const wrapped = lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n');
  return {
    title: 'Wrap it in try … catch',
    isSafe: false,
    changes: [{ at: { file: at.file, start, end }, text: wrapped }],
  };
}

function listed(items: readonly string[]): string {
  const more = items.length > EXAMPLES ? ` and ${String(items.length - EXAMPLES)} more` : '';
  return `${items.slice(0, EXAMPLES).join(', ')}${more}`;
}

function evidenceOf(calls: readonly TrackingCall[], at: Place, context: RuleContext): readonly string[] {
  const sites = calls
    .filter((call) => placeKey(call.at) !== placeKey(call.sdkCall))
    .map((call) => `${call.file}:${String(call.line)}`);
  const others = (calls.length > 1 ? calls : [])
    .filter(({ sdkCall }) => placeKey(sdkCall) !== placeKey(at))
    .map(({ sdkCall }) => `line ${String(context.lineAt(sdkCall))}`);
  return [
    ...(sites.length > 0 && calls.length > 1 ? [`Call sites that depend on it: ${listed(sites)}.`] : []),
    ...(others.length > 0
      ? [`Other SDK calls of this function without a guard: ${listed([...new Set(others)])}.`]
      : []),
  ];
}

/** In a browser or an app, only a middleware that every action passes is judged. */
const isClient = ({ runtime }: TrackingCall): boolean => runtime === 'browser' || runtime === 'mobile';

function toProblem(
  group: readonly ExposedCall[],
  placeOf: (call: TrackingCall) => Place,
  context: RuleContext,
): Problem | undefined {
  const exposure = ORDER.find((kind) => group.some((item) => item.exposure === kind));
  const gravest = group.find((item) => item.exposure === exposure);
  if (!gravest || exposure === undefined) return undefined;
  const { call } = gravest;
  const at = placeOf(call);
  const calls = group.map((item) => item.call);
  const edit = exposure === 'unguarded' || exposure === 'sharedTry' ? wrapEdit(at, context) : null;
  return {
    messageId: exposure,
    data: {
      count: String(calls.length),
      method: call.method,
      unit: isClient(call) ? 'action that passes through this middleware' : 'request or job that it reports',
    },
    at,
    call,
    event: calls.length === 1 ? (call.event?.name ?? null) : null,
    evidence: evidenceOf(calls, at, context),
    edits: edit ? [edit] : [],
  };
}

const holds = (outer: Place, inner: Place): boolean =>
  outer.file === inner.file && outer.start <= inner.start && outer.end >= inner.end;

/** Calls whose failure somebody has to guard. A call in a function that other calls lead through is left to these. */
function judgedCalls(project: Project): readonly TrackingCall[] {
  const passed = new Map<string, Map<string, Place>>();
  for (const { at, sdkCall, via } of project.calls) {
    const key = placeKey(sdkCall);
    const places = passed.get(key) ?? new Map<string, Place>();
    passed.set(key, places);
    for (const { place } of via) if (!holds(place, at)) places.set(placeKey(place), place);
  }
  return project.calls.filter(
    (call) =>
      call.role !== 'declaration' &&
      !isTestFile(call.file) &&
      ![...(passed.get(placeKey(call.sdkCall))?.values() ?? [])].some((place) => holds(place, call.at)),
  );
}

export const guardedTracking: Rule = {
  name: 'guarded-tracking',
  meta: {
    severity: 'P1',
    category: 'Service Patterns',
    where: ['call', 'project'],
    summary: 'A failure to track cannot break what is tracked.',
    messages: {
      unguarded: {
        message:
          'Nothing catches an error of {{method}} here, so a failure to track ends the {{unit}} ({{count}} call site(s)).',
        fix: 'Wrap the SDK call in try … catch, once, where it is made.',
      },
      sharedTry: {
        message:
          'This is tracked in the same try as a write that is committed by then. If {{method}} throws, the write is reported as failed or is done again ({{count}} call site(s)).',
        fix: 'Guard the SDK call itself, or track after the try.',
      },
      floating: {
        message:
          'Nobody handles the promise of this call. If {{method}} fails, Node ends the process ({{count}} call site(s)).',
        fix: 'Await it inside try … catch, or add `.catch(…)`.',
      },
      callback: {
        message:
          'The callback of {{method}} throws. It runs outside of every try, so the error ends the process.',
        fix: 'Log the error there, or reject the promise.',
      },
    },
    hasSuggestions: true,
  },
  checkProject(project, context) {
    const exposed: ExposedCall[] = [];
    const guarded = new Set<string>();
    for (const call of judgedCalls(project)) {
      const way = [call.at, call.sdkCall, ...call.via.map(({ place }) => place)].map(placeKey).join(' ');
      const exposure = context.fact(call.file, `exposure ${call.kind} ${way}`, () =>
        exposureOf(call, context),
      );
      if (exposure === 'callerGuard') guarded.add(placeKey(call.sdkCall));
      else if (exposure !== null) exposed.push({ call, exposure });
    }
    const forgotten = forgottenBy(exposed, guarded);
    const rest = exposed.filter((item) => !forgotten.has(item));
    const problems = [
      ...[...forgotten].map((item) => toProblem([item], ({ at }) => at, context)),
      ...groupBy(rest, (item) => groupKey(item, context)).map((group) =>
        toProblem(group, ({ sdkCall }) => sdkCall, context),
      ),
    ];
    return problems.filter((problem) => problem !== undefined);
  },
};
