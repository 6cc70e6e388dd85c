import type { PropertyFlow, TrackingCall } from '../link/call.js';
import type { JsonSchema, PlanEvent } from '../plan/plan.js';
import { isKnownReservedProperty } from './facts/reserved-names.js';
import { nearestNames, quotedList } from './facts/nearest-name.js';
import { registrationOf } from './facts/plan-lookup.js';
import { branchFor } from './facts/schema-branch.js';
import { getMismatch } from './facts/schema-match.js';
import { renamePropertyEdit } from './facts/property-rename.js';
import { isLiteral } from './facts/value-options.js';
import type { Problem, Project, Rule, RuleContext } from './rule.js';

const superProperties = new WeakMap<Project, ReadonlySet<string>>();

/** Names that `register` adds to every event of the project. */
function superPropertiesOf(project: Project): ReadonlySet<string> {
  const known = superProperties.get(project);
  if (known) return known;
  const names = new Set(
    project.calls
      .filter((call) => call.kind === 'register')
      .flatMap((call) => (call.properties ?? []).map(({ name }) => name)),
  );
  superProperties.set(project, names);
  return names;
}

function getPropertyProblem(
  flow: PropertyFlow,
  event: PlanEvent,
  schema: JsonSchema,
  sent: ReadonlySet<string>,
  call: TrackingCall,
  context: RuleContext,
): Problem | undefined {
  const place = { at: flow.at, call, event: event.name, property: flow.name };
  const expected =
    schema.properties?.[flow.name] ??
    (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null);
  if (expected === null) {
    if (schema.additionalProperties !== false || isKnownReservedProperty(flow.name, call)) return undefined;
    const free = Object.keys(schema.properties ?? {}).filter((name) => !sent.has(name));
    const nearest = nearestNames(flow.name, free, 1);
    const data = { event: event.name, property: flow.name, nearest: quotedList(nearest, 'or') };
    if (nearest.length === 0) return { ...place, messageId: 'unknown', data };
    return {
      ...place,
      messageId: 'unknownNear',
      data,
      edits: nearest.map((name) => renamePropertyEdit(flow, name, context)),
    };
  }
  const mismatch = getMismatch(flow.value, expected, context);
  if (mismatch === null) return undefined;
  const data = { event: event.name, property: flow.name, found: mismatch.found, expected: mismatch.expected };
  return { ...place, messageId: mismatch.kind, data };
}

function getMissingProblem(
  event: PlanEvent,
  schema: JsonSchema,
  call: TrackingCall,
  context: RuleContext,
): Problem | undefined {
  if (call.propertiesOpen || call.role === 'trigger') return undefined;
  const given = new Set(
    (call.properties ?? []).filter((flow) => !isLiteral(flow.value, undefined)).map(({ name }) => name),
  );
  const registered = superPropertiesOf(context.project);
  const missing = (schema.required ?? []).filter(
    (name) => !given.has(name) && !registered.has(name) && !isKnownReservedProperty(name, call),
  );
  if (missing.length === 0) return undefined;
  const data = { event: event.name, properties: quotedList(missing, 'and') };
  return { messageId: 'missing', data, at: call.at, call, event: event.name };
}

function getProblems(event: PlanEvent, call: TrackingCall, context: RuleContext): readonly Problem[] {
  if (event.schema === null) return [];
  const flows = call.properties ?? [];
  const schema = branchFor(event.schema, flows);
  const sent = new Set(flows.map(({ name }) => name));
  const problems = flows.map((flow) => getPropertyProblem(flow, event, schema, sent, call, context));
  return [...problems, getMissingProblem(event, schema, call, context)].filter(
    (problem) => problem !== undefined,
  );
}

const keyOf = (problem: Problem): string => `${problem.messageId} ${problem.property ?? ''}`;

export const matchSchema: Rule = {
  name: 'match-schema',
  meta: {
    severity: 'P1',
    category: 'Schema Design',
    where: ['call'],
    summary: 'The properties of a tracking call are those of the event’s schema in the tracking plan.',
    messages: {
      missing: {
        message:
          'The event "{{event}}" is sent without {{properties}}, which its schema requires. Reports that group or filter by it leave these events out.',
        fix: 'Send {{properties}}, or make it optional in the plan.',
      },
      unknown: {
        message: 'The schema of "{{event}}" has no property "{{property}}", and it is strict.',
        fix: 'Leave it out, or add it to the schema.',
      },
      unknownNear: {
        message:
          'The schema of "{{event}}" has no property "{{property}}", so Mixpanel creates a second one beside the right one.',
        fix: 'Did you mean {{nearest}}? Otherwise add it to the schema.',
      },
      type: {
        message:
          'The property "{{property}}" of "{{event}}" is {{found}} here, but its schema says {{expected}}. Mixpanel then keeps two types under one name.',
        fix: 'Send {{expected}}, or correct the schema.',
      },
      enum: {
        message:
          'The property "{{property}}" of "{{event}}" is {{found}} here, which the plan does not list.',
        fix: 'Send one of {{expected}}, or add the value to the plan.',
      },
    },
    needsPlan: true,
    hasSuggestions: true,
  },
  checkCall(call, context) {
    const { plan } = context;
    if (plan === null || (call.kind !== 'track' && call.kind !== 'import') || call.properties === null)
      return [];
    const events = (call.event?.names ?? []).flatMap((name) => {
      const registration = registrationOf(plan, name);
      return registration.kind === 'missing' ? [] : [registration.event];
    });
    if (events.length === 0 || events.length < (call.event?.names.length ?? 0)) return [];
    // One call that can send several events is wrong only where it is wrong for each of them.
    const [first, ...others] = events.map((event) => getProblems(event, call, context));
    const keys = others.map((problems) => new Set(problems.map(keyOf)));
    return (first ?? []).filter((problem) => keys.every((set) => set.has(keyOf(problem))));
  },
};
