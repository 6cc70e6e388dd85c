import type { Plan, PlanEvent } from '../../plan/plan.js';

/** How a name stands to the plan. */
export type Registration =
  | { readonly kind: 'registered'; readonly event: PlanEvent }
  | { readonly kind: 'deprecated'; readonly event: PlanEvent }
  | { readonly kind: 'alias'; readonly event: PlanEvent }
  | { readonly kind: 'missing' };

/** Looks up a name as Mixpanel receives it. A name of its own wins over another event's alias. */
export function registrationOf(plan: Plan, name: string): Registration {
  const own = plan.events.find((event) => event.name === name);
  if (own) return { kind: own.status === 'deprecated' ? 'deprecated' : 'registered', event: own };
  const renamed = plan.events.find((event) => event.aliases.includes(name));
  return renamed ? { kind: 'alias', event: renamed } : { kind: 'missing' };
}

export function activeNames(plan: Plan): readonly string[] {
  return plan.events.filter((event) => event.status === 'active').map((event) => event.name);
}
