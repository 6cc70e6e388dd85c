import type { PropertyFlow, TrackingCall } from '../link/call.js';
import type { JsonSchema } from '../plan/plan.js';
import { sendsEventProperties } from './facts/event-kinds.js';
import { nameKey } from './facts/name-words.js';
import { getMismatch } from './facts/schema-match.js';
import { isLiteral } from './facts/value-options.js';
import { alternatives } from '../link/build-value.js';
import type { Problem, Rule, RuleContext } from './rule.js';

const FLAG_KEY = nameKey('is_cron_job');
const TIMESTAMP_KEY = nameKey('cron_execution_timestamp');
const NUMBER: JsonSchema = { type: 'number' };
/** Unix milliseconds of 1973; smaller numbers are seconds. */
const SMALLEST_MILLISECONDS = 1e11;

const isNamed = (key: string) => (flow: PropertyFlow) => nameKey(flow.name) === key;

function isMilliseconds({ value }: PropertyFlow, context: RuleContext): boolean {
  const isSmall = alternatives(value).some(
    (option) =>
      option.kind === 'literal' && typeof option.value === 'number' && option.value < SMALLEST_MILLISECONDS,
  );
  return !isSmall && getMismatch(value, NUMBER, context) === null;
}

function getCallProblem(call: TrackingCall, context: RuleContext): Problem | undefined {
  const flows = call.properties ?? [];
  const flag = flows.find(isNamed(FLAG_KEY));
  if (!flag || !alternatives(flag.value).some((option) => isLiteral(option, true))) return undefined;
  const place = { at: flag.at, call, event: call.event?.name ?? null, property: flag.name };
  const timestamp = flows.find(isNamed(TIMESTAMP_KEY));
  if (!timestamp)
    return call.propertiesOpen ? undefined : { ...place, messageId: 'missing', data: { flag: flag.name } };
  if (isMilliseconds(timestamp, context)) return undefined;
  return {
    ...place,
    messageId: 'notMilliseconds',
    data: { timestamp: timestamp.name },
    at: timestamp.at,
    property: timestamp.name,
  };
}

const typesOf = (schema: JsonSchema): readonly string[] =>
  schema.anyOf
    ? schema.anyOf.flatMap(typesOf)
    : typeof schema.type === 'string'
      ? [schema.type]
      : (schema.type ?? []);

export const cronContext: Rule = {
  name: 'cron-context',
  meta: {
    severity: 'P2',
    category: 'Naming and Time',
    where: ['call', 'plan'],
    summary: 'An event marked with `is_cron_job` says when the job ran, in Unix milliseconds.',
    messages: {
      missing: {
        message:
          'The event is marked with "{{flag}}" but does not say when the job ran, so its time cannot be told from that of the action it reports.',
        fix: 'Send `cron_execution_timestamp` in Unix milliseconds beside it.',
      },
      notMilliseconds: {
        message:
          'The time of the job, "{{timestamp}}", is not in Unix milliseconds, so it cannot be compared with the event’s time.',
        fix: 'Send `Date.now()` or `date.getTime()`.',
      },
      schemaMissing: {
        message:
          'The schema of "{{event}}" has "{{flag}}" but no `cron_execution_timestamp`, so no call can say when the job ran.',
        fix: 'Add `cron_execution_timestamp` as an optional number (Unix milliseconds).',
      },
      schemaType: {
        message:
          'The schema of "{{event}}" declares "{{timestamp}}" as {{type}}; Unix milliseconds are a number.',
        fix: 'Declare it as a number.',
      },
    },
  },
  checkCall(call, context) {
    if (!sendsEventProperties(call)) return [];
    const problem = getCallProblem(call, context);
    return problem ? [problem] : [];
  },
  checkPlan(plan, _context) {
    return plan.events.flatMap(({ name: event, schema, propertyPlaces, at }): Problem[] => {
      const names = Object.keys(schema?.properties ?? {});
      const flag = names.find((name) => nameKey(name) === FLAG_KEY);
      if (schema === null || flag === undefined) return [];
      const timestamp = names.find((name) => nameKey(name) === TIMESTAMP_KEY);
      const place = propertyPlaces[timestamp ?? flag] ?? at;
      if (place === null) return [];
      if (timestamp === undefined)
        return [{ messageId: 'schemaMissing', data: { event, flag }, at: place, event, property: flag }];
      const types = typesOf(schema.properties?.[timestamp] ?? {});
      if (types.length === 0 || types.includes('number') || types.includes('integer')) return [];
      return [
        {
          messageId: 'schemaType',
          data: { event, timestamp, type: types.join(' or ') },
          at: place,
          event,
          property: timestamp,
        },
      ];
    });
  },
};
