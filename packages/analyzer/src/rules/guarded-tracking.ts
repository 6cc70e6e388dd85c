import type { TrackingCall } from '../link/call.js';
import type { Place } from '../link/value.js';
import type { Exposure } from './facts/exposure.js';
import { exposureOf } from './facts/exposure.js';
import { isTestFile } from './facts/server-code.js';
import { syntaxAround } from './facts/syntax-around.js';
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
 * Calls that one guard would mend belong together: all that pass through the same SDK call, and all direct ones of one
 * function.
 */
function groupKey({ call, exposure }: ExposedCall, context: RuleContext): string {
  if (exposure === 'callback' || call.via.length > 0) return placeKey(call.sdkCall);
  const outermost =
    call.context.fn === null ? '' : (context.code.enclosing(call.context.fn).at(-1) ?? call.context.fn);
  return `${call.file}#${outermost}`;
}

/** Where callers are expected to guard: at most so many of them may have forgotten it. */
const FORGOTTEN_LIMIT = 3;

/**
 * The guard belongs to the SDK call; but where other callers of the same wrapper have a guard of their own, it belongs
 * to the few that have none.
 */
function isLeftToCallers(group: readonly ExposedCall[], guarded: ReadonlySet<string>): boolean {
  return (
    group.length <= FORGOTTEN_LIMIT &&
    group.every(({ call }) => call.via.length > 0 && guarded.has(placeKey(call.sdkCall)))
  );
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

function evidenceOf(calls: readonly TrackingCall[], at: Place): readonly string[] {
  const sites = calls.filter((call) => call.at.file !== at.file || call.at.start !== at.start);
  if (sites.length === 0) return [];
  const examples = sites.slice(0, EXAMPLES).map((call) => `${call.file}:${String(call.line)}`);
  const more = sites.length > EXAMPLES ? ` and ${String(sites.length - EXAMPLES)} more` : '';
  return [`${String(calls.length)} call site(s) depend on it: ${examples.join(', ')}${more}.`];
}

function toProblem(
  group: readonly ExposedCall[],
  at: Place | undefined,
  context: RuleContext,
): Problem | undefined {
  const [first] = group;
  if (!first || !at) return undefined;
  const exposure = ORDER.find((kind) => group.some((item) => item.exposure === kind)) ?? first.exposure;
  const { call } = first;
  const calls = group.map((item) => item.call);
  const edit = exposure === 'unguarded' || exposure === 'sharedTry' ? wrapEdit(at, context) : null;
  const evidence = evidenceOf(calls, at);
  const data = { count: String(calls.length), method: call.method };
  return {
    messageId: exposure,
    data,
    at,
    call,
    event: calls.length === 1 ? (call.event?.name ?? null) : null,
    evidence,
    edits: edit ? [edit] : [],
  };
}

/** Calls whose failure somebody has to guard. The body of a wrapper that names its event itself is left to its callers. */
function judgedCalls(project: Project): readonly TrackingCall[] {
  const triggered = new Set(
    project.calls.filter(({ role }) => role === 'trigger').map(({ sdkCall }) => placeKey(sdkCall)),
  );
  return project.calls.filter((call) => {
    if (call.role === 'declaration' || isTestFile(call.file)) return false;
    return (
      call.role === 'trigger' ||
      placeKey(call.at) !== placeKey(call.sdkCall) ||
      !triggered.has(placeKey(call.sdkCall))
    );
  });
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
          'Nothing catches an error of {{method}} here, so a failure to track ends the request or job that it reports ({{count}} call site(s)).',
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
    const groups = new Map<string, ExposedCall[]>();
    const guarded = new Set<string>();
    for (const call of judgedCalls(project)) {
      const exposure = exposureOf(call, context);
      if (exposure === null) {
        if (call.context.inTry || call.context.hasRejectionHandler) guarded.add(placeKey(call.sdkCall));
        continue;
      }
      const key = groupKey({ call, exposure }, context);
      groups.set(key, [...(groups.get(key) ?? []), { call, exposure }]);
    }
    return [...groups.values()].flatMap((group) =>
      isLeftToCallers(group, guarded)
        ? group.flatMap((item) => toProblem([item], item.call.at, context) ?? [])
        : (toProblem(group, group[0]?.call.sdkCall, context) ?? []),
    );
  },
};
