import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { ConfigDocument, ConfigPath } from './config-document.js';
import { configJsonSchema } from './schema.js';

export interface ExplainedIssue {
  /** 1-based, of the part that is wrong or in which something is missing; null if unknown. */
  readonly line: number | null;
  readonly reason: string;
}

type Issue = z.core.$ZodIssue;

/** One sentence for a thing that is wrong, and where it is. */
export function explainIssue(issue: Issue, document: ConfigDocument): ExplainedIssue {
  const { at, found } = innermost(issue, []);
  const path = at.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (found.code === 'unrecognized_keys') {
    const [key = ''] = found.keys;
    return { line: document.lineOf([...path, key]), reason: unknownName('key', key, knownKeys(path)) };
  }
  const line = document.lineOf(path);
  const isMissing = line === null && path.length > 0 && found.code === 'invalid_type';
  const name = path.length === 0 ? 'the file' : `"${showPath(path)}"`;
  const reason = isMissing ? `${name} is missing.` : `${name} ${expectation(found)}.`;
  return { line: line ?? document.lineOf(path.slice(0, -1)), reason };
}

/** `unknown key "rule"; did you mean "rules"?` */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? closest(name, [...known]) : null;
  const isNear =
    nearest !== null && distance(name.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, name.length / 3);
  if (isNear) return `unknown ${what} "${name}"; did you mean "${nearest}"?`;
  return `unknown ${what} "${name}"; remove it, or use one of ${[...known].sort().join(', ')}.`;
}

function showPath(path: ConfigPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}

/** Of the forms that a value may have, the one that it comes nearest to: whose own problem lies deepest. */
function innermost(issue: Issue, base: readonly PropertyKey[]): { at: readonly PropertyKey[]; found: Issue } {
  const at = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return { at, found: issue };
  const inner = issue.errors.flatMap(([first]) => (first ? [innermost(first, at)] : []));
  const near = inner.filter(
    ({ at: place, found }) => place.length > at.length || found.code !== 'invalid_type',
  );
  const best = near.toSorted((a, b) => b.at.length - a.at.length)[0];
  return best && !inner.every((each) => each.found.code === 'invalid_value') ? best : { at, found: issue };
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
      return `must be ${[...new Set(issue.errors.flatMap(([first]) => (first ? [wanted(first)] : [])))].join(' or ')}`;
    case 'too_small':
      if (issue.origin === 'number') return `must be ${issue.minimum} or more`;
      return issue.origin === 'string' ? 'must not be empty' : `must have at least ${issue.minimum} items`;
    case 'too_big':
      if (issue.origin === 'number') return `must be ${issue.maximum} or less`;
      return `must not be longer than ${issue.maximum}`;
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return issue.message;
  }
}

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_type') return article(issue.expected);
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(', ');
  return issue.code === 'invalid_union'
    ? issue.errors.flatMap(([first]) => (first ? [wanted(first)] : [])).join(' or ')
    : 'of another form';
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a text',
  null: 'null',
  int: 'a whole number',
};

function article(type: string): string {
  return ARTICLES[type] ?? `a ${type}`;
}

/** Keys that the published schema knows at a path. */
function knownKeys(path: ConfigPath): readonly string[] {
  let schemas: readonly unknown[] = alternatives(configJsonSchema());
  for (const part of path) schemas = schemas.flatMap((schema) => child(schema, part)).flatMap(alternatives);
  return schemas
    .flatMap((schema) => Object.keys(field(schema, 'properties') ?? {}))
    .filter((key) => key !== '$schema');
}

function alternatives(schema: unknown): readonly unknown[] {
  const listed = field(schema, 'anyOf');
  return Array.isArray(listed) ? listed.flatMap(alternatives) : [schema];
}

function child(schema: unknown, part: string | number): readonly unknown[] {
  const inner =
    typeof part === 'number'
      ? field(schema, 'items')
      : (field(field(schema, 'properties'), part) ?? field(schema, 'additionalProperties'));
  return inner ? [Array.isArray(inner) ? inner[Number(part)] : inner] : [];
}

function field(value: unknown, key: string): object | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'object' ? found : null;
}
