import type { Value } from '../link/value.js';
import { eventDetails } from './event-details.js';
import type { PlanEvent } from './plan.js';
import { literalString, noteIssue, plainData, quote, sourceText } from './plan-reading.js';
import type { PlanReading } from './plan-reading.js';
import { createZodReader } from './read-zod.js';
import { registryContent, registryEntries } from './registry-entries.js';
import type { RegistryEntry } from './registry-entries.js';
import type { ReadSchema } from './schema-algebra.js';
import { isZodExpression } from './zod-expression.js';
import type { ZodReader } from './zod-reader.js';

/** Keys under which an entry object holds its schema. */
const SCHEMA_KEYS: readonly string[] = [
  'schema',
  'properties',
  'props',
  'payload',
  'shape',
  'params',
  'validator',
];

/** Keys that make an object an entry with details, even without a schema. */
const DETAIL_KEYS: readonly string[] = ['description', 'status', 'owner', 'since', 'aliases', 'deprecated'];

/** Keys under which an entry object names its event, when its own key is not the name. */
const NAME_KEYS: readonly string[] = ['event', 'name', 'eventName'];

/** How much a value looks like a plan: the first kind is the best. */
export type RegistryKind = 'schemas' | 'names';

/** Whether a value can be a registry, and of which kind; null if it is something else. */
export function registryKind(registry: Value): RegistryKind | null {
  const content = registryContent(registry);
  const values =
    content.kind === 'object'
      ? content.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.value] : []))
      : content.kind === 'array'
        ? content.items.map((item) => (item.kind === 'array' ? (item.items[1] ?? item) : item))
        : [];
  if (values.length === 0) return null;
  if (values.some((value) => isZodExpression(value) || detailOf(value, SCHEMA_KEYS) !== null))
    return 'schemas';
  if (values.some((value) => DETAIL_KEYS.some((key) => detailOf(value, [key]) !== null))) return 'schemas';
  return values.every(isNameOrGroup) ? 'names' : null;
}

/**
 * The events of a registry in code: an object (or a `Map`, or a list of pairs) from event names to zod schemas or to
 * `{ schema, description, owner, … }`; or an object or a list of names alone. `label` is how the code calls the value.
 */
export function readRegistry(registry: Value, label: string, reading: PlanReading): readonly PlanEvent[] {
  const zod = createZodReader(reading);
  const entries = registryEntries(registry, reading);
  if (entries !== null) {
    return registryKind(registry) === 'names'
      ? entries.flatMap((entry) => nameEvents(entry, label, reading))
      : entries.flatMap((entry) => [entryEvent(entry, zod)]);
  }
  const content = registryContent(registry);
  return content.kind === 'array' ? content.items.flatMap((item) => itemEvents(item, zod)) : [];
}

const propertyOf = (value: Value, key: string): Value | null => {
  if (value.kind !== 'object') return null;
  const found = value.entries.findLast((entry) => entry.kind === 'property' && entry.key === key);
  return found?.kind === 'property' ? found.value : null;
};

const detailOf = (value: Value, keys: readonly string[]): Value | null =>
  keys.map((key) => propertyOf(value, key)).find((found) => found !== null) ?? null;

const isNameOrGroup = (value: Value): boolean => {
  const content = registryContent(value);
  if (content.kind === 'object') {
    return content.entries.every((entry) => entry.kind === 'property' && isNameOrGroup(entry.value));
  }
  return literalString(content) !== null;
};

/** `TASK_CREATED: 'Task Created'`, also in groups: `TASK: { CREATED: 'Task Created' }`. */
function nameEvents(entry: RegistryEntry, label: string, reading: PlanReading): readonly PlanEvent[] {
  const name = literalString(entry.value);
  const constant = { text: `${label}.${entry.name}`, at: entry.at };
  if (name !== null) return [{ ...bareEvent(name), at: entry.value.at, constant }];
  const inner = registryEntries(entry.value, reading) ?? [];
  return inner.flatMap((one) => nameEvents(one, constant.text, reading));
}

/** An item of a list: a name, or an object that names its event itself. */
function itemEvents(item: Value, zod: ZodReader): readonly PlanEvent[] {
  const name = literalString(item);
  if (name !== null) return [{ ...bareEvent(name), at: item.at, constant: constantAt(item, zod.reading) }];
  const named = detailOf(item, NAME_KEYS);
  const event = literalString(named);
  if (named !== null && event !== null) {
    return [
      entryEvent({ name: event, at: named.at, constant: constantAt(named, zod.reading), value: item }, zod),
    ];
  }
  noteIssue(
    zod.reading,
    item.at,
    `The entry \`${quote(zod.reading, item.at)}\` of the plan does not name an event.`,
  );
  return [];
}

/** The constant that a name is written with: a reference rather than a string. */
function constantAt(value: Value, reading: PlanReading): PlanEvent['constant'] {
  const text = sourceText(reading, value.at).trim();
  return /^[A-Za-z_$][\w$.]*$/.test(text) ? { text, at: value.at } : null;
}

function entryEvent(entry: RegistryEntry, zod: ZodReader): PlanEvent {
  const { value } = entry;
  const place = { at: entry.at, constant: entry.constant };
  if (isZodExpression(value))
    return { ...bareEvent(entry.name), ...place, ...schemaPart(zod.read(value), {}) };
  if (value.kind === 'literal' && (value.value === null || value.value === undefined)) {
    return { ...bareEvent(entry.name), ...place };
  }
  if (value.kind !== 'object') {
    zod.refuse(value.at, 'it is not a zod schema');
    return { ...bareEvent(entry.name), ...place };
  }
  const written = detailOf(value, SCHEMA_KEYS);
  const details = plainData(value) as Readonly<Record<string, unknown>>;
  if (written !== null)
    return { ...bareEvent(entry.name), ...place, ...schemaPart(readWritten(written, zod), details) };
  const isRawShape =
    value.entries.length > 0 &&
    value.entries.some((one) => one.kind === 'property' && isZodExpression(one.value));
  const schema = isRawShape ? zod.readShape(value) : null;
  return { ...bareEvent(entry.name), ...place, ...schemaPart(schema, isRawShape ? {} : details) };
}

/** A schema as written in an entry: a zod schema, or the bare shape of one. */
const readWritten = (written: Value, zod: ZodReader): ReadSchema | null =>
  written.kind === 'object' ? zod.readShape(written) : zod.read(written);

type SchemaPart = Omit<PlanEvent, 'name' | 'at' | 'constant'>;

/** What the schema and the entry say together; the entry's own words win. */
function schemaPart(read: ReadSchema | null, entry: Readonly<Record<string, unknown>>): SchemaPart {
  const description = read?.schema.description;
  const fromSchema = { ...read?.meta, ...(description === undefined ? {} : { description }) };
  return {
    ...eventDetails({ ...fromSchema, ...entry }),
    schema: read?.schema ?? null,
    propertyPlaces: read?.places ?? {},
  };
}

const bareEvent = (name: string): PlanEvent => ({
  name,
  ...eventDetails({}),
  schema: null,
  at: null,
  propertyPlaces: {},
  constant: null,
});
