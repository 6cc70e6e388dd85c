import type { PropertyFlow, TrackingCall } from '../link/call.js';
import type { Place } from '../link/value.js';
import type { PlanEvent } from '../plan/plan.js';
import { namesEvent, sendsEventProperties, sendsProfileProperties } from './facts/event-kinds.js';
import { eventPlace } from './facts/event-place.js';
import {
  hasReservedForm,
  HARMFUL_PROPERTIES,
  isKnownReservedEvent,
  isKnownReservedProperty,
} from './facts/reserved-names.js';
import {
  DEPTH_LIMIT,
  LIST_LIMIT,
  longestList,
  NAME_LIMIT,
  nestingDepth,
  propertyLimit,
  STRING_LIMIT_BYTES,
} from './facts/sending-limits.js';
import { stringOf } from './facts/value-options.js';
import type { Problem, Rule } from './rule.js';

type NameProblem = Pick<Problem, 'messageId' | 'data'>;

function getEventNameProblem(name: string): NameProblem | undefined {
  if (name.length > NAME_LIMIT)
    return { messageId: 'longName', data: { name: `${name.slice(0, 40)}…`, limit: String(NAME_LIMIT) } };
  if (!hasReservedForm(name) || isKnownReservedEvent(name)) return undefined;
  return { messageId: 'reservedEvent', data: { name } };
}

function getPropertyNameProblem(
  name: string,
  call: Pick<TrackingCall, 'kind' | 'runtime'>,
): NameProblem | undefined {
  if (name.length > NAME_LIMIT)
    return { messageId: 'longName', data: { name: `${name.slice(0, 40)}…`, limit: String(NAME_LIMIT) } };
  const isProfile = sendsProfileProperties(call);
  const harm = isProfile ? undefined : HARMFUL_PROPERTIES.get(name);
  if (harm !== undefined) return { messageId: 'harmfulProperty', data: { name, harm } };
  if (!isProfile && name.startsWith('$warehouse_')) return { messageId: 'reservedProperty', data: { name } };
  // In the browser the SDK fills these in; a property of that name sends the event to another project.
  if (name === 'token' && call.runtime !== 'server' && call.runtime !== 'http') {
    return { messageId: 'harmfulProperty', data: { name, harm: 'it replaces the project token' } };
  }
  if (!hasReservedForm(name) || isKnownReservedProperty(name, call)) return undefined;
  return { messageId: 'reservedProperty', data: { name } };
}

function getValueProblem({ name, value }: PropertyFlow): NameProblem | undefined {
  const text = stringOf(value);
  if (text !== null && Buffer.byteLength(text) > STRING_LIMIT_BYTES) {
    return { messageId: 'longValue', data: { name, limit: String(STRING_LIMIT_BYTES) } };
  }
  if (nestingDepth(value) > DEPTH_LIMIT)
    return { messageId: 'deepValue', data: { name, limit: String(DEPTH_LIMIT) } };
  return longestList(value) > LIST_LIMIT
    ? { messageId: 'longList', data: { name, limit: String(LIST_LIMIT) } }
    : undefined;
}

function getFlowProblem(flow: PropertyFlow, call: TrackingCall): Problem | undefined {
  const problem = getPropertyNameProblem(flow.name, call) ?? getValueProblem(flow);
  return (
    problem && { ...problem, at: flow.keyAt, call, event: call.event?.name ?? null, property: flow.name }
  );
}

function getCountProblem(call: TrackingCall): Problem | undefined {
  const count = new Set((call.properties ?? []).map(({ name }) => name)).size;
  const limit = propertyLimit(call.kind);
  if (count <= limit) return undefined;
  return {
    messageId: 'tooMany',
    data: { count: String(count), limit: String(limit) },
    at: call.at,
    call,
    event: call.event?.name ?? null,
  };
}

function planEventProblems(event: PlanEvent, at: Place): readonly Problem[] {
  const ownName = getEventNameProblem(event.name);
  const call = { kind: 'track', runtime: 'server' } as const;
  const properties = Object.keys(event.schema?.properties ?? {}).flatMap((name): Problem[] => {
    const problem = getPropertyNameProblem(name, call);
    return problem
      ? [{ ...problem, at: event.propertyPlaces[name] ?? at, event: event.name, property: name }]
      : [];
  });
  return [...(ownName ? [{ ...ownName, at, event: event.name }] : []), ...properties];
}

export const reservedName: Rule = {
  name: 'reserved-name',
  meta: {
    severity: 'P2',
    category: 'Naming and Time',
    where: ['call', 'plan'],
    summary: 'Names that Mixpanel reserves are left to Mixpanel, and its limits are kept.',
    messages: {
      reservedEvent: {
        message:
          'Event names that start with `$` or `mp_` belong to Mixpanel; it hides or renames "{{name}}" as it sees fit.',
        fix: 'Name the event without the prefix.',
      },
      reservedProperty: {
        message:
          'Property names that start with `$` or `mp_` belong to Mixpanel, and it has no documented "{{name}}". A later version may overwrite it.',
        fix: 'Name the property without the prefix.',
      },
      harmfulProperty: {
        message: 'The property name "{{name}}" has a meaning of its own for Mixpanel: {{harm}}.',
        fix: 'Use another name.',
      },
      longName: {
        message: 'The name "{{name}}" has more than {{limit}} characters; Mixpanel cuts it off there.',
        fix: 'Use a shorter name.',
      },
      longValue: {
        message: 'The text of "{{name}}" has more than {{limit}} bytes; Mixpanel cuts it off there.',
        fix: 'Send a short code or an id instead of the text.',
      },
      deepValue: {
        message:
          'The value of "{{name}}" nests objects more than {{limit}} levels deep; Mixpanel refuses the event.',
        fix: 'Flatten it into properties of their own.',
      },
      longList: {
        message: 'The value of "{{name}}" has more than {{limit}} entries; Mixpanel refuses the event.',
        fix: 'Send a count or the first entries.',
      },
      tooMany: {
        message: 'This call sends {{count}} properties; Mixpanel takes {{limit}}.',
        fix: 'Send only what a report needs.',
      },
    },
  },
  checkCall(call, _context) {
    const problems: (Problem | undefined)[] = [];
    if (namesEvent(call)) {
      for (const name of call.event?.names ?? []) {
        const problem = getEventNameProblem(name);
        problems.push(problem && { ...problem, at: eventPlace(call), call, event: name });
      }
    }
    if (sendsEventProperties(call) || sendsProfileProperties(call)) {
      problems.push(
        ...(call.properties ?? []).map((flow) => getFlowProblem(flow, call)),
        getCountProblem(call),
      );
    }
    return problems.filter((problem) => problem !== undefined);
  },
  checkPlan(plan, _context) {
    return plan.events.flatMap((event) => (event.at ? planEventProblems(event, event.at) : []));
  },
};
