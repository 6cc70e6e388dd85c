import type { Place } from '../link/value.js';

/** The JSON Schema subset that plans use internally (draft-07 words). */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly deprecated?: boolean;
}

export interface PlanEvent {
  /** As Mixpanel receives it. */
  readonly name: string;
  readonly description: string | null;
  /** Null if the plan names the event without saying what it carries. */
  readonly schema: JsonSchema | null;
  /** Where the registry (or the list) names it; null for plans without positions. */
  readonly at: Place | null;
  /** Where each property is declared, by name. */
  readonly propertyPlaces: Readonly<Record<string, Place>>;
  /** The constant that holds the name, if the plan is code. */
  readonly constant: { readonly text: string; readonly at: Place } | null;
  readonly status: 'active' | 'deprecated';
  readonly owner: string | null;
  readonly aliases: readonly string[];
  readonly since: string | null;
}

/** Something in the plan that could not be read; named, never guessed. */
export interface PlanIssue {
  readonly at: Place | null;
  readonly file: string;
  /** 1-based; null if unknown. */
  readonly line: number | null;
  readonly message: string;
  /** True if the plan may have events that are not known because of it. */
  readonly hidesEvents?: boolean;
}

export interface Plan {
  /** Files the plan was read from. */
  readonly files: readonly string[];
  /** Sorted by name. */
  readonly events: readonly PlanEvent[];
  readonly issues: readonly PlanIssue[];
}
