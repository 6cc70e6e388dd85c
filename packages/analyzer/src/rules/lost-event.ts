import type { TrackingCall } from '../link/call.js';
import { isErrorObject } from './facts/error-value.js';
import { mayHaveRequestEntry, requestEntry } from './facts/request-entry.js';
import { isServerOnly, isTestFile, serverFileKind } from './facts/server-code.js';
import { syntaxAround } from './facts/syntax-around.js';
import { completionOf, isKeptAlive } from './facts/waited-for.js';
import type { Edit, Problem, Rule, RuleContext } from './rule.js';

const place = (call: TrackingCall): Pick<Problem, 'at' | 'call' | 'event'> => ({
  at: call.at,
  call,
  event: call.event?.name ?? null,
});

function getThunkProblem(call: TrackingCall, context: RuleContext): Problem | undefined {
  const { isStatement, isAwaited, isVoided, fn } = call.context;
  if (!call.isDeferred || !(isStatement || isAwaited || isVoided)) return undefined;
  const dispatch = (fn === null ? [] : context.code.enclosing(fn))
    .flatMap((key) => context.code.callsIn(key))
    .find(({ calleeText }) => /^(?:dispatch|store\.dispatch|appDispatch)$/.test(calleeText))?.calleeText;
  const text = context.textAt(call.at);
  const edit: Edit | null = dispatch
    ? {
        title: `Dispatch it with ${dispatch}()`,
        isSafe: false,
        changes: [{ at: call.at, text: `${dispatch}(${text})` }],
      }
    : null;
  return { ...place(call), messageId: 'thunk', edits: edit ? [edit] : [] };
}

const FLUSH = /(?:^|\.)(?:flush|closeAndFlush|shutdown|forceFlush)$/;

function hasFlush(call: TrackingCall, context: RuleContext): boolean {
  const keys = call.context.fn === null ? [] : context.code.enclosing(call.context.fn);
  return keys.some((key) => context.code.callsIn(key).some(({ calleeText }) => FLUSH.test(calleeText)));
}

/** A wrapper that gives its callers nothing to wait for is one fault, however many handlers use it. */
const MANY_HANDLERS = 4;

function placeToMend(
  call: TrackingCall,
  context: RuleContext,
): Pick<Problem, 'at' | 'call' | 'event' | 'evidence'> {
  if (call.via.length === 0) return place(call);
  const { file, start } = call.sdkCall;
  const handlers = context.project.calls.filter(
    (each) =>
      each.sdkCall.start === start && each.sdkCall.file === file && serverFileKind(each.file) !== null,
  );
  if (handlers.length < MANY_HANDLERS) return place(call);
  const shown = handlers.slice(0, 3).map((each) => `${each.file}:${String(each.line)}`);
  return {
    at: call.sdkCall,
    call,
    event: null,
    evidence: [`${String(handlers.length)} calls in handlers lead here, such as ${shown.join(', ')}.`],
  };
}

function getServerlessProblem(call: TrackingCall, context: RuleContext): Problem | undefined {
  if (call.runtime !== 'server' && call.runtime !== 'http') return undefined;
  const file = context.code.file(call.file);
  const path = syntaxAround(call.at, context);
  const entry = file && requestEntry(path, file);
  if (entry?.kind !== 'serverless' || isKeptAlive(path) || hasFlush(call, context)) return undefined;
  const data = { entry: entry.label };
  const completion = completionOf(call, context);
  if (completion === 'none') return { ...placeToMend(call, context), messageId: 'noCallback', data };
  const { isStatement, isVoided } = call.context;
  if (!isStatement && !isVoided) return undefined;
  return {
    ...place(call),
    messageId: 'notAwaited',
    data,
    evidence: completion === 'callback' ? ['The callback runs after the handler has returned.'] : [],
  };
}

/** Functions of a framework that run on the server although their file is shared with the browser. */
function getBrowserProblem(call: TrackingCall, context: RuleContext): Problem | undefined {
  const file = context.code.file(call.file);
  if (call.sdk !== 'mixpanel-browser' || !file || file.hasUseClient) return undefined;
  if (isServerOnly(file)) return { ...place(call), messageId: 'browserOnServer' };
  const entry = mayHaveRequestEntry(file) ? requestEntry(syntaxAround(call.at, context), file) : null;
  const isServer = entry?.kind === 'serverless' || entry?.kind === 'server';
  return isServer ? { ...place(call), messageId: 'browserOnServer' } : undefined;
}

function getBeforeInitProblem(call: TrackingCall, context: RuleContext): Problem | undefined {
  if (
    call.sdk !== 'mixpanel-browser' ||
    call.via.length > 0 ||
    call.kind === 'opt_out' ||
    call.role !== 'call'
  )
    return undefined;
  const inits = context.project.inits.filter((init) => init.sdk === call.sdk);
  const isFirst =
    inits.length > 0 &&
    inits.every(
      (init) => init.file === call.file && init.context.fn === call.context.fn && init.at.start > call.at.end,
    );
  if (!isFirst) return undefined;
  return { ...place(call), messageId: 'beforeInit', data: { line: String(inits[0]?.line ?? 0) } };
}

function errorProblems(call: TrackingCall, context: RuleContext): readonly Problem[] {
  const whole = call.open
    .filter(({ value }) => isErrorObject(value, context))
    .map(({ at }): Problem => ({ ...place(call), at, messageId: 'errorProperties' }));
  const single = (call.properties ?? [])
    .filter(({ value }) => isErrorObject(value, context))
    .map((flow): Problem => ({
      ...place(call),
      at: flow.at,
      messageId: 'errorValue',
      data: { property: flow.name },
      property: flow.name,
    }));
  return [...whole, ...single];
}

export const lostEvent: Rule = {
  name: 'lost-event',
  meta: {
    severity: 'P1',
    category: 'Service Patterns',
    where: ['call'],
    summary: 'What a tracking call is meant to send does arrive.',
    messages: {
      thunk: {
        message:
          'This call only makes a function that would track; nothing calls or dispatches it, so the event is never sent.',
        fix: 'Dispatch the result.',
      },
      notAwaited: {
        message:
          'The {{entry}} does not wait for this call. The platform may stop it as soon as it has answered, before the event is sent.',
        fix: 'Await the call, or hand its promise to the platform (`waitUntil`).',
      },
      noCallback: {
        message:
          'The Node SDK sends in the background and the {{entry}} has no way to wait for it. The platform may stop it as soon as it has answered, before the event is sent.',
        fix: 'Pass a callback, wrap it in a promise, and await that before you return.',
      },
      browserOnServer: {
        message:
          'This code runs on a server, where the browser SDK has no storage and no page and sends nothing.',
        fix: 'Use the Node SDK here, or track in the browser.',
      },
      beforeInit: {
        message: 'This runs before the SDK is initialised in line {{line}}, so the event is dropped.',
        fix: 'Move it below the initialisation.',
      },
      errorProperties: {
        message:
          'An Error object is given as the properties. Its message and stack are not enumerable, so they are not sent.',
        fix: 'Send a code: `{ error_code: error.code }`.',
      },
      errorValue: {
        message:
          'The property "{{property}}" is an Error object. It is sent as `{}`, because its own fields are not enumerable.',
        fix: 'Send a code: `error.code` or `error.name`.',
      },
    },
    hasSuggestions: true,
  },
  checkCall(call, context) {
    if (isTestFile(call.file)) return [];
    const problem =
      getThunkProblem(call, context) ??
      getBrowserProblem(call, context) ??
      getServerlessProblem(call, context) ??
      getBeforeInitProblem(call, context);
    return [...(problem ? [problem] : []), ...errorProblems(call, context)];
  },
};
