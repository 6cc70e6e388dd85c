import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { FilePath } from '../source/source.js';
import type { Place } from '../link/value.js';
import { documentForm, KNOWN_KEYS } from './document-form.js';
import type { DocumentForm, EventForm, PropertyForm, TypeWord } from './document-form.js';
import { parseDocumentTree } from './document-tree.js';
import type { DocumentPath, DocumentTree } from './document-tree.js';
import { eventDetails } from './event-details.js';
import type { JsonSchema, Plan, PlanEvent, PlanIssue } from './plan.js';
import { PlanError } from './plan-error.js';
import { readJsonSchema } from './read-json-schema.js';
import { nullable } from './schema-algebra.js';

type Properties = NonNullable<EventForm['properties']>;

/**
 * Reads a plan in JSON or YAML.
 * @throws PlanError with file and line if it cannot be parsed or has a key or a value that plans do not have.
 */
export function readDocument(file: FilePath, text: string): Plan {
  try {
    return readText(file, text);
  } catch (error) {
    // The stack ends before a document of endless brackets does.
    if (!(error instanceof RangeError)) throw error;
    throw new PlanError(
      'plan-unreadable',
      `The tracking plan ${file} is nested too deeply to be read.`,
      file,
    );
  }
}

function readText(file: FilePath, text: string): Plan {
  const tree = parseDocumentTree(file, text);
  const checked = documentForm.safeParse(tree.data);
  if (!checked.success) throw invalid(file, tree, checked.error);
  const issues: PlanIssue[] = [];
  const events = Object.entries(checked.data.events).map(([name, event]) =>
    readEvent(name, event ?? {}, { file, tree, issues, base: checked.data.base }),
  );
  return { files: [file], events, issues };
}

interface DocumentReading {
  readonly file: FilePath;
  readonly tree: DocumentTree;
  readonly issues: PlanIssue[];
  readonly base: DocumentForm['base'];
}

function readEvent(name: string, event: EventForm, reading: DocumentReading): PlanEvent {
  const path = ['events', name];
  const own = eventSchema(event, path, reading);
  const base = reading.base?.properties ?? {};
  const schema = own === null ? null : joined(propertiesSchema(base), own);
  return {
    name,
    ...eventDetails({
      ...(own?.description === undefined ? {} : { description: own.description }),
      ...event,
    }),
    schema,
    at: reading.tree.placeOf(path),
    propertyPlaces: {
      ...placesOf(Object.keys(base), ['base', 'properties'], reading),
      ...placesOf(Object.keys(event.properties ?? {}), [...path, 'properties'], reading),
      ...(event.schema === undefined
        ? {}
        : placesOf(Object.keys(own?.properties ?? {}), [...path, 'schema', 'properties'], reading)),
    },
    constant: null,
  };
}

/** The event's own schema; null if the plan only names the event. */
function eventSchema(event: EventForm, path: DocumentPath, reading: DocumentReading): JsonSchema | null {
  if (event.schema !== undefined) {
    const { schema, problems } = readJsonSchema(event.schema);
    for (const problem of problems) {
      const place = [...path, 'schema', ...problem.path];
      reading.issues.push({
        at: reading.tree.placeOf(place),
        file: reading.file,
        line: reading.tree.lineOf(place),
        message: `The schema of "${String(path.at(-1))}" cannot be read completely: ${problem.message}.`,
      });
    }
    return schema;
  }
  if (event.properties === undefined) return null;
  const schema = propertiesSchema(event.properties);
  return {
    ...schema,
    required: [...new Set([...(schema.required ?? []), ...(event.required ?? [])])],
    additionalProperties: event.additionalProperties ?? false,
  };
}

/** The event's own schema with the base properties that it does not redefine. */
function joined(base: JsonSchema, own: JsonSchema): JsonSchema {
  if (Object.keys(base.properties ?? {}).length === 0) return own;
  const names = Object.keys(own.properties ?? {});
  return {
    ...own,
    properties: { ...base.properties, ...own.properties },
    required: [
      ...new Set([...(base.required ?? []).filter((name) => !names.includes(name)), ...(own.required ?? [])]),
    ],
  };
}

const propertiesSchema = (properties: Properties): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, form]) => [name, propertySchema(form)]),
  ),
  required: Object.entries(properties).flatMap(([name, form]) =>
    typeof form === 'object' && form.required === true ? [name] : [],
  ),
});

/** Short type words for shapes that JSON Schema writes with a format. */
const SHORT_TYPES: Partial<Readonly<Record<TypeWord, JsonSchema>>> = {
  any: {},
  list: { type: 'array' },
  datetime: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  uuid: { type: 'string', format: 'uuid' },
};

const typeSchema = (type: TypeWord): JsonSchema => SHORT_TYPES[type] ?? { type };

function propertySchema(form: TypeWord | PropertyForm): JsonSchema {
  if (typeof form === 'string') return typeSchema(form);
  const {
    type,
    required,
    nullable: isNullable,
    items,
    properties,
    example: _,
    examples: __,
    ...words
  } = form;
  const schema: JsonSchema = {
    ...(typeof type === 'string' ? typeSchema(type) : type === undefined ? {} : { type }),
    ...definedOnly(words),
    ...(items === undefined ? {} : { items: propertySchema(items) }),
    ...(properties === undefined ? {} : propertiesSchema(properties)),
    ...(Array.isArray(required) ? { required: required as readonly string[] } : {}),
  };
  return isNullable === true ? nullable(schema) : schema;
}

const definedOnly = (words: object): JsonSchema =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as JsonSchema;

const placesOf = (
  names: readonly string[],
  path: DocumentPath,
  reading: DocumentReading,
): Record<string, Place> =>
  Object.fromEntries(names.map((name) => [name, reading.tree.placeOf([...path, name])]));

function invalid(file: FilePath, tree: DocumentTree, error: z.ZodError): PlanError {
  const issue = deepest(error.issues);
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...(issue?.path ?? []), ...keys.slice(0, 1)] as (string | number)[];
  const line = tree.lineOf(path);
  const [unknown] = keys;
  const what =
    unknown === undefined
      ? `"${path.join('.') || 'the document'}": ${issue?.message ?? 'is not a plan'}`
      : `unknown key "${unknown}"${suggestion(unknown)}`;
  return new PlanError(
    'plan-invalid',
    `The tracking plan ${file}:${line} is not valid: ${what}.`,
    file,
    line,
  );
}

/** Of a union's branches the one that got furthest says what is wrong. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [first] = issues;
  if (first?.code !== 'invalid_union') return first;
  const branches = first.errors.map((branch) => deepest(branch)).filter((branch) => branch !== undefined);
  const best = branches.find((branch) => branch.code === 'unrecognized_keys' || branch.path.length > 0);
  return best === undefined ? first : { ...best, path: [...first.path, ...best.path] };
}

function suggestion(unknown: string): string {
  const nearest = closest(unknown, [...KNOWN_KEYS]);
  return distance(unknown, nearest) <= Math.max(2, unknown.length / 3) ? `; did you mean "${nearest}"?` : '';
}
