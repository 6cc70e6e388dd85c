import type { Analysis } from '../link/analysis.js';
import type { CallKind, CallRole, EventForm, PropertyFlow, TrackingCall } from '../link/call.js';
import { maskPersonalValues } from './mask-values.js';
import { agreedType, propertyType } from './property-type.js';
import type { PropertyType } from './property-type.js';

/** One tracking call, as `inventory` prints it; the fields of the published contract, in its order. */
export interface InventoryCall {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly role: CallRole;
  readonly kind: CallKind;
  readonly method: string;
  readonly sdk: string;
  readonly event: string | null;
  readonly events: readonly string[];
  readonly eventForm: EventForm;
  readonly properties: readonly { readonly name: string; readonly type: PropertyType }[] | null;
  readonly propertiesOpen: boolean;
  readonly distinctId: string | null;
  readonly guarded: boolean;
  readonly via: readonly string[];
}

/** Every tracking call of an analysis, in the order of file and place. */
export function buildInventory(analysis: Analysis): readonly InventoryCall[] {
  return analysis.project.calls.map((call) => toInventoryCall(call, analysis));
}

function toInventoryCall(call: TrackingCall, analysis: Analysis): InventoryCall {
  return {
    file: call.file,
    line: call.line,
    column: call.column,
    endLine: call.endLine,
    role: call.role,
    kind: call.kind,
    method: call.method,
    sdk: call.sdk,
    event: maskOrNull(call.event?.name),
    events: (call.event?.names ?? []).map(maskPersonalValues),
    eventForm: call.event?.form ?? 'unresolved',
    properties: call.properties && propertiesOf(call.properties, analysis),
    propertiesOpen: call.propertiesOpen,
    distinctId: maskOrNull(call.distinctId?.text),
    guarded: call.guarded,
    via: describeVia(call),
  };
}

const maskOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : maskPersonalValues(text);

/** `trackEvent (src/analytics.ts:4)` for each wrapper between the call and the SDK. */
export function describeVia({ via }: Pick<TrackingCall, 'via'>): readonly string[] {
  return via.map(({ name, place, line }) => `${name} (${place.file}:${line})`);
}

/** A name that several branches set is listed once, with a type only if they agree. */
function propertiesOf(
  flows: readonly PropertyFlow[],
  analysis: Analysis,
): NonNullable<InventoryCall['properties']> {
  const types = new Map<string, PropertyType[]>();
  for (const { name, value } of flows) {
    types.set(name, [...(types.get(name) ?? []), propertyType(value, analysis)]);
  }
  return [...types].map(([name, all]) => ({ name: maskPersonalValues(name), type: agreedType(all) }));
}
