import type { TrackingCall } from '../link/call.js';
import {
  CATEGORIES,
  classifyName,
  judgeEventName,
  judgeProperty,
  judgeValue,
  judgeWholeValue,
} from '../pii/index.js';
import type { PersonalAssessment } from '../pii/index.js';
import { isAllowedName } from '../pii/index.js';
import type { JsonSchema, Plan } from '../plan/plan.js';
import { coinWords } from './facts/coin-words.js';
import { propertyEdits, wholeValueEdits } from './facts/pii-edits.js';
import type { Problem, Rule, RuleContext } from './rule.js';

/** Identifies the user or the request; `valid-distinct-id` and the SDK look after these. */
const IDENTITY = new Set([
  'distinct_id',
  '$distinct_id',
  '$user_id',
  '$device_id',
  '$insert_id',
  '$token',
  'token',
  '$anon_id',
  '$identified_id',
  'alias',
]);

/** What every report of a call has in common. */
function problem(
  call: TrackingCall,
  found: PersonalAssessment,
  rest: Pick<Problem, 'messageId' | 'at'> & Partial<Problem>,
): Problem {
  return {
    call,
    event: call.event?.name ?? null,
    severity: found.severity,
    evidence: found.evidence,
    piiCategory: found.category,
    ...rest,
    data: { noun: found.noun, where: destination(call), ...rest.data },
  };
}

function destination(call: TrackingCall): string {
  switch (call.kind) {
    case 'people':
      return 'the profile';
    case 'group':
      return 'the group profile';
    case 'register':
      return 'every later event';
    default:
      return 'the event';
  }
}

function* callProblems(call: TrackingCall, context: RuleContext): Generator<Problem> {
  const event = call.event?.name ?? null;
  const siblings = (call.properties ?? []).map((flow) => flow.name);
  const neighbours = [...(call.event?.names ?? []), call.file, ...coinWords(call.file, context)];
  for (const flow of call.properties ?? []) {
    if (IDENTITY.has(flow.name)) continue;
    const found = judgeProperty(
      { key: flow.name, value: flow.value, method: call.method, event, siblings, neighbours },
      context,
    );
    if (!found) continue;
    const isWhole = found.category === 'person-object';
    yield problem(call, found, {
      messageId: isWhole
        ? 'object'
        : found.fields.length > 0
          ? 'nested'
          : found.isDerived
            ? 'derived'
            : found.severity === 'P0'
              ? 'property'
              : 'lesser',
      at: flow.at,
      property: flow.name,
      data: { property: flow.name, fields: fieldPhrase(found.fields) },
      edits: propertyEdits(flow, context),
    });
  }
  for (const flow of call.open) {
    // What is known of an object literal is listed as properties.
    if (flow.value.kind === 'object') continue;
    const found = judgeWholeValue(
      flow.value,
      flow.without,
      { method: call.method, event, neighbours },
      context,
    );
    if (!found) continue;
    yield problem(call, found, {
      messageId: found.fields.length > 0 ? 'fields' : 'whole',
      at: flow.at,
      data: { fields: fieldList(found.fields) },
      edits: flow.without.length === 0 ? wholeValueEdits(flow.value, flow.at, context) : [],
    });
  }
  if (call.event && call.role !== 'trigger') {
    const found = judgeEventName(call.event.value, context);
    if (found) yield problem(call, found, { messageId: 'eventName', at: call.event.value.at, event: null });
  }
  if (call.group) {
    const found = judgeValue(call.group.id, context);
    if (found.kind === 'personal' && found.severity === 'P0')
      yield problem(call, found, { messageId: 'groupId', at: call.group.id.at });
  }
}

/** `field user.name`, `fields email, phone`. */
const fieldPhrase = (fields: readonly string[]): string =>
  `${fields.length === 1 ? 'field' : 'fields'} ${fieldList(fields)}`;

function fieldList(fields: readonly string[]): string {
  const shown = fields.slice(0, 8);
  return (
    shown.join(', ') +
    (fields.length > shown.length ? ` and ${String(fields.length - shown.length)} more` : '')
  );
}

function planProblems(plan: Plan, context: RuleContext): readonly Problem[] {
  return plan.events.flatMap((event) =>
    Object.entries(event.schema?.properties ?? {}).flatMap(([name, schema]): readonly Problem[] => {
      const verdict = classifyName(name);
      if (verdict.kind !== 'personal' || IDENTITY.has(name) || !holdsText(schema)) return [];
      if (isAllowedName(name, { method: 'track', event: event.name }, context.config)) return [];
      const file = plan.files[0];
      const at =
        event.propertyPlaces[name] ?? event.at ?? (file === undefined ? null : { file, start: 0, end: 0 });
      if (at === null) return [];
      return [
        {
          messageId: 'schema',
          data: { property: name, event: event.name, noun: CATEGORIES[verdict.category].noun },
          at,
          event: event.name,
          property: name,
          severity: verdict.severity,
          evidence: [verdict.reason],
          piiCategory: verdict.category,
        },
      ];
    }),
  );
}

/** False for booleans, enums and constants: the plan fixes their values. */
function holdsText(schema: JsonSchema): boolean {
  if (schema.enum !== undefined || schema.const !== undefined) return false;
  if (schema.anyOf) return schema.anyOf.some(holdsText);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return types === undefined || types.some((type) => type !== 'boolean' && type !== 'null');
}

export const noPii: Rule = {
  name: 'no-pii',
  meta: {
    severity: 'P0',
    category: 'PII Protection',
    where: ['call', 'plan'],
    summary: 'No personal data is sent in events, profiles, super properties, groups or event names.',
    messages: {
      property: {
        message:
          'The property "{{property}}" sends {{noun}} to Mixpanel with {{where}}. What is sent cannot be taken back: it stays in reports, exports and backups, and deleting it takes up to 30 days.',
        fix: 'Drop the property, or send an internal id or whether the value exists.',
      },
      lesser: {
        message:
          'The property "{{property}}" can hold {{noun}}, which goes to Mixpanel with {{where}}. Together with other properties it can point to one person.',
        fix: 'Send a category, a length or whether the value exists, or allow the property in the configuration.',
      },
      derived: {
        message:
          'The property "{{property}}" is derived from {{noun}} and goes to Mixpanel with {{where}}. A part or a plain hash can still point to one person.',
        fix: 'Send an internal id, or a keyed hash (HMAC) whose key stays on the server.',
      },
      object: {
        message:
          'The property "{{property}}" sends {{noun}} with {{where}}. Every field of it goes to Mixpanel, also those that are added later.',
        fix: 'List the fields that the analysis needs, such as the id and the plan.',
      },
      nested: {
        message:
          'The property "{{property}}" sends an object that holds {{noun}} ({{fields}}) to Mixpanel with {{where}}. Every field of it goes there, also those that are added later.',
        fix: 'Send the one field that the analysis needs, such as the id, or whether the object exists.',
      },
      whole: {
        message:
          'This sends {{noun}} with {{where}}. Every field of it goes to Mixpanel, also those that are added later.',
        fix: 'List the fields that the analysis needs, such as the id and the plan.',
      },
      fields: {
        message:
          'This sends an object with {{where}} whose type has personal fields ({{fields}}). All of them go to Mixpanel.',
        fix: 'List the fields that the analysis needs instead of sending the whole object.',
      },
      eventName: {
        message:
          'The name of the event contains {{noun}}. Names are shown to everybody who can see the project, and each value makes a new event.',
        fix: 'Use one fixed name, and leave the value out.',
      },
      groupId: {
        message:
          'The group is identified by {{noun}}, which Mixpanel then stores with every event of the group.',
        fix: 'Identify the group by an internal id.',
      },
      schema: {
        message:
          'The plan asks for {{noun}} in the property "{{property}}" of "{{event}}", so every call that follows the plan sends it. What is sent cannot be taken back.',
        fix: 'Take the property out of the plan, or replace it with an internal id or a yes-or-no value.',
      },
    },
    hasSuggestions: true,
  },
  checkCall: (call, context) => [...callProblems(call, context)],
  checkPlan: planProblems,
};
