import type { TrackingCall } from '../link/call.js';
import type { ObjectEntry, Value } from '../link/value.js';
import { isNeverLogged, judgeLogArgument, valueName } from '../pii/index.js';
import { coinWords } from './facts/coin-words.js';
import { isSameValue, logsAround, payloadsOf } from './facts/logging.js';
import type { CodeCall, Problem, Rule, RuleContext } from './rule.js';

/** Log lines are full of these; only what names a person is reported. */
const UNREPORTED = new Set(['free-text', 'raw-url', 'country', 'area']);

function logProblems(log: CodeCall, call: TrackingCall, context: RuleContext): readonly Problem[] {
  return log.args.flatMap((arg): readonly Problem[] => {
    const at = arg.at;
    const common = { at, call, event: call.event?.name ?? null };
    const neighbours = [
      ...(call.properties ?? []).map((flow) => flow.name),
      log.at.file,
      context.textAt(log.at),
      ...coinWords(log.at.file, context),
    ];
    const found = judgeLogArgument(arg, neighbours, context);
    if (found && !UNREPORTED.has(found.category)) {
      return [
        {
          ...common,
          messageId: found.isDerived ? 'derived' : 'personal',
          data: { noun: found.noun },
          severity: found.severity,
          evidence: found.evidence,
          piiCategory: found.category,
        },
      ];
    }
    const forbidden = neverLoggedIn(arg, context);
    if (forbidden !== null)
      return [{ ...common, messageId: 'neverLog', data: { name: forbidden }, property: forbidden }];
    const payload = payloadOf(arg, call, context);
    return payload === null ? [] : [{ ...common, messageId: 'payload', severity: payload }];
  });
}

/** The name of a field in the argument that may be sent but not logged, or null. */
function neverLoggedIn(value: Value, context: RuleContext, depth = 0): string | null {
  if (depth > 6) return null;
  const inner = (each: Value): string | null => neverLoggedIn(each, context, depth + 1);
  const first = (values: readonly Value[]): string | null =>
    values.map(inner).find((name) => name !== null) ?? null;
  switch (value.kind) {
    case 'object':
      return (
        value.entries
          .map((entry) => entryName(entry, context) ?? inner(entry.value))
          .find((name) => name !== null) ?? null
      );
    case 'template':
      return first(value.parts.filter((part) => typeof part !== 'string'));
    case 'array':
      return first(value.items);
    case 'union':
      return first(value.options);
    case 'operation':
      return /^(?:[+,]|&&|\|\||\?\?|default)$/.test(value.operator) ? first(value.operands) : null;
    case 'call':
      return first(value.args);
    case 'member': {
      const owner = valueName(value.object) ?? '';
      const name = value.name ?? '';
      if (isNeverLogged(name, context.config)) return name;
      return isNeverLogged(`${owner}_${name}`, context.config)
        ? `${owner}.${name}`
        : aliasName(value, context);
    }
    case 'param':
    case 'unknown':
      return value.name !== null && isNeverLogged(value.name, context.config)
        ? value.name
        : aliasName(value, context);
    default:
      return aliasName(value, context);
  }
}

const aliasName = ({ alias }: Value, context: RuleContext): string | null =>
  alias !== undefined && isNeverLogged(alias, context.config) ? alias : null;

const entryName = (entry: ObjectEntry, context: RuleContext): string | null =>
  entry.kind === 'property' && isNeverLogged(entry.key, context.config) ? entry.key : null;

/**
 * How bad it is that the argument is the payload of the call: what goes to a profile describes a person; what goes to an
 * event is not known here. Null if it is something else.
 */
function payloadOf(value: Value, call: TrackingCall, context: RuleContext): 'P0' | 'P1' | null {
  if (value.kind === 'literal' || value.kind === 'function' || ID_NAME.test(valueName(value) ?? ''))
    return null;
  const isOpen = call.open.some((flow) => flow.value.kind !== 'object' && isSameValue(flow.value, value));
  if (!isOpen && !payloadsOf(call, context).some((payload) => isSameValue(payload, value))) return null;
  return call.kind === 'people' || call.kind === 'identify' ? 'P0' : 'P1';
}

/** The argument that identifies the user is no payload. */
const ID_NAME = /(?:^|[a-z_])(?:id|Id|ID|uuid|Uuid|UUID|uid)$/;

export const noPiiInLogs: Rule = {
  name: 'no-pii-in-logs',
  meta: {
    severity: 'P0',
    category: 'PII Protection',
    where: ['call'],
    summary: 'Code that tracks logs ids only: no personal data, no never-logged field, no whole payload.',
    messages: {
      personal: {
        message:
          'This log line next to tracking holds {{noun}}. Logs are kept longer, copied further and read by more people than the database.',
        fix: 'Log an internal id instead.',
      },
      derived: {
        message:
          'This log line next to tracking holds a part or a hash of {{noun}}, which can still point to one person.',
        fix: 'Log an internal id instead.',
      },
      neverLog: {
        message:
          'The field "{{name}}" may be sent to Mixpanel, but not written to logs. Logs are kept longer and read by more people than the reports.',
        fix: 'Log an internal id instead.',
      },
      payload: {
        message:
          'The whole payload of the tracking call is logged. Whatever is added to it later ends in the logs as well.',
        fix: 'Log the name of the event and ids only.',
      },
    },
  },
  checkCall: (call, context) => logsAround(call, context).flatMap((log) => logProblems(log, call, context)),
};
