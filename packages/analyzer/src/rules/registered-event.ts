import type { TrackingCall } from '../link/call.js';
import type { Plan } from '../plan/plan.js';
import { namesEvent } from './facts/event-kinds.js';
import { eventPlace, placeAtCall } from './facts/event-place.js';
import { renameEdit } from './facts/event-rename.js';
import { nearestNames, quotedList } from './facts/nearest-name.js';
import { activeNames, registrationOf } from './facts/plan-lookup.js';
import type { Edit, Problem, Rule, RuleContext } from './rule.js';

const SUGGESTION_LIMIT = 3;

function renames(call: TrackingCall, names: readonly string[], context: RuleContext): readonly Edit[] {
  return names.map((name) => renameEdit(call, name, context)).filter((edit) => edit !== null);
}

function getProblem(call: TrackingCall, name: string, plan: Plan, context: RuleContext): Problem | undefined {
  // Mixpanel's own events are not part of a plan; `reserved-name` judges them.
  if (name.startsWith('$')) return undefined;
  const registration = registrationOf(plan, name);
  const place = { at: eventPlace(call), call, event: name };
  switch (registration.kind) {
    case 'registered':
      return undefined;
    case 'deprecated': {
      const successor = registration.event.description ?? '';
      const evidence = successor === '' ? [] : [`The plan says: ${successor}`];
      // Its constant may stay in the plan; what has to change is the call.
      return { ...place, at: placeAtCall(call), messageId: 'deprecated', data: { event: name }, evidence };
    }
    case 'alias': {
      const current = registration.event.name;
      return {
        ...place,
        messageId: 'alias',
        data: { event: name, current },
        edits: renames(call, [current], context),
      };
    }
    case 'missing': {
      if (plan.issues.some(({ hidesEvents }) => hidesEvents)) return undefined;
      const nearest = nearestNames(name, activeNames(plan), SUGGESTION_LIMIT);
      const edits = renames(call, nearest, context);
      if (nearest.length === 0) return { ...place, messageId: 'unregistered', data: { event: name } };
      return {
        ...place,
        messageId: 'unregisteredNear',
        data: { event: name, nearest: quotedList(nearest, 'or') },
        edits,
      };
    }
  }
}

export const registeredEvent: Rule = {
  name: 'registered-event',
  meta: {
    severity: 'P1',
    category: 'Event Registration',
    where: ['call'],
    summary: 'Every event that the code tracks is in the tracking plan.',
    messages: {
      unregistered: {
        message:
          'The event "{{event}}" is not in the tracking plan, so nobody agreed on what it means and no report expects it.',
        fix: 'Add it to the plan, or use a registered event.',
      },
      unregisteredNear: {
        message:
          'The event "{{event}}" is not in the tracking plan. Mixpanel keeps it as an event of its own, so counts split.',
        fix: 'Did you mean {{nearest}}? Otherwise add it to the plan.',
      },
      alias: {
        message:
          'The event "{{event}}" was renamed to "{{current}}" in the tracking plan; the old name starts a second event.',
        fix: 'Track "{{current}}".',
      },
      deprecated: {
        message: 'The event "{{event}}" is deprecated in the tracking plan: reports no longer read it.',
        fix: 'Stop tracking it, or track its successor.',
      },
    },
    needsPlan: true,
    hasSuggestions: true,
  },
  checkCall(call, context) {
    const { plan } = context;
    if (plan === null || plan.events.length === 0 || !namesEvent(call)) return [];
    const names = call.event?.names ?? [];
    return names
      .map((name) => getProblem(call, name, plan, context))
      .filter((problem) => problem !== undefined);
  },
};
