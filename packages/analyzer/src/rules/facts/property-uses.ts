import { alternatives } from '../../link/build-value.js';
import type { PropertyFlow, TrackingCall } from '../../link/call.js';
import type { Value } from '../../link/value.js';
import type { Project, RuleContext } from '../rule.js';
import { sendsEventProperties } from './event-kinds.js';
import { hasReservedForm } from './reserved-names.js';
import { isDate } from './date-value.js';

export interface PropertyUse {
  readonly flow: PropertyFlow;
  readonly call: TrackingCall;
  readonly event: string | null;
}

/** Every place where an event property is written, by name; what a wrapper adds counts once. */
export function propertyUses(project: Project): ReadonlyMap<string, readonly PropertyUse[]> {
  const uses = new Map<string, PropertyUse[]>();
  const seen = new Set<string>();
  for (const call of project.calls) {
    if (!sendsEventProperties(call)) continue;
    for (const flow of call.properties ?? []) {
      if (hasReservedForm(flow.name)) continue;
      const key = `${flow.at.file}:${String(flow.at.start)}:${flow.name}:${flow.origin === 'wrapper' ? '' : (call.event?.name ?? '')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const use = { flow, call, event: flow.origin === 'wrapper' ? null : (call.event?.name ?? null) };
      const known = uses.get(flow.name);
      if (known) known.push(use);
      else uses.set(flow.name, [use]);
    }
  }
  return uses;
}

/** What kind of JSON value a property is for certain: `string`, `number`, `boolean`, `list`, `object`, `date`; else null. */
export function certainType({ call, flow }: PropertyUse, context: RuleContext): string | null {
  const { file, at, kind, event } = call;
  const name = `type of ${flow.name} ${at.start} ${flow.at.start} ${kind} ${event?.name ?? ''}`;
  return context.fact(file, name, () => typeOfValue(flow.value, context));
}

function typeOfValue(value: Value, context: RuleContext): string | null {
  const types = new Set(
    alternatives(value)
      .filter((option) => option.kind !== 'literal' || option.value != null)
      .map((option): string | null => {
        if (option.kind === 'literal') return typeof option.value;
        if (option.kind === 'template') return 'string';
        if (option.kind === 'array') return 'list';
        if (isDate(option, context)) return 'date';
        if (option.kind === 'object') return 'object';
        const shape = context.typeOf(option);
        if (shape?.kind === 'string' || shape?.kind === 'number' || shape?.kind === 'boolean')
          return shape.kind;
        return shape?.kind === 'array' ? 'list' : shape?.kind === 'literal' ? typeof shape.value : null;
      }),
  );
  const [type] = types;
  return types.size === 1 && type !== undefined ? type : null;
}
