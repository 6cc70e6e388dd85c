import { z } from 'zod';

/** Types that a property may name in short; JSON Schema's words and those of Mixpanel's own properties. */
const TYPE_WORDS = [
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
  'any',
  'datetime',
  'date',
  'uuid',
  'list',
] as const;

const typeWord = z.enum(TYPE_WORDS);
export type TypeWord = (typeof TYPE_WORDS)[number];

const constant = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const text = z.string().min(1);

/** A property, as an object of what is known about it. */
export interface PropertyForm {
  readonly type?: TypeWord | readonly TypeWord[] | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean | readonly string[] | undefined;
  readonly nullable?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  readonly enum?: readonly (string | number | boolean | null)[] | undefined;
  readonly const?: string | number | boolean | null | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly items?: TypeWord | PropertyForm | undefined;
  readonly properties?: Readonly<Record<string, TypeWord | PropertyForm>> | undefined;
  readonly example?: unknown;
  readonly examples?: readonly unknown[] | undefined;
}

const property: z.ZodType<PropertyForm> = z.lazy(() =>
  z.strictObject({
    type: z.union([typeWord, z.array(typeWord)]).optional(),
    description: text.optional(),
    required: z.union([z.boolean(), z.array(text)]).optional(),
    nullable: z.boolean().optional(),
    deprecated: z.boolean().optional(),
    enum: z.array(constant).optional(),
    const: constant.optional(),
    format: text.optional(),
    pattern: text.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    items: propertyOrType.optional(),
    properties: z.record(z.string(), propertyOrType).optional(),
    example: z.unknown().optional(),
    examples: z.array(z.unknown()).optional(),
  }),
);

const propertyOrType: z.ZodType<TypeWord | PropertyForm> = z.lazy(() => z.union([typeWord, property]));
const properties = z.record(text, propertyOrType);

const event = z.strictObject({
  description: text.optional(),
  status: z.enum(['active', 'planned', 'deprecated']).optional(),
  owner: text.optional(),
  since: z.union([text, z.number().transform(String)]).optional(),
  aliases: z.array(text).optional(),
  properties: properties.optional(),
  required: z.array(text).optional(),
  additionalProperties: z.boolean().optional(),
  schema: z.record(z.string(), z.unknown()).optional(),
});

/** The form of a tracking plan in JSON or YAML; see docs/tracking-plan.md. */
export const documentForm = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1).optional(),
  name: text.optional(),
  description: text.optional(),
  base: z.strictObject({ properties }).optional(),
  events: z.record(text, event.nullable()),
});

export type DocumentForm = z.infer<typeof documentForm>;
export type EventForm = z.infer<typeof event>;

/** Keys that are known somewhere in a document, for naming the one that was meant. */
export const KNOWN_KEYS: readonly string[] = [
  ...new Set([
    ...Object.keys(documentForm.shape),
    ...Object.keys(event.shape),
    ...[
      'type',
      'required',
      'nullable',
      'deprecated',
      'enum',
      'const',
      'format',
      'pattern',
      'minimum',
      'maximum',
      'items',
    ],
  ]),
];
