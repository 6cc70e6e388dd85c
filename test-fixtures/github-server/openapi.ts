import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEVIATIONS } from './deviations.js';
import { documentValidator } from './schema-validator.js';
import type { Json } from './schema-validator.js';

/** GitHub's own description of its REST API, which every request and every answer is checked against. */

type Fields = Readonly<Record<string, Json>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Json;
  readonly $ref?: string;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Json }>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, { readonly schema?: Json }>> }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

const require = createRequire(import.meta.url);
const generated = join(dirname(require.resolve('@octokit/openapi/package.json')), 'generated');
const description = JSON.parse(
  readFileSync(join(generated, 'api.github.com.json'), 'utf8'),
) as Description;

const problemsOf = documentValidator('github', description.components['schemas'] ?? {});

const operationOf = (method: string, path: string): Operation | undefined =>
  description.paths[path]?.[method.toLowerCase()];

export const isDescribed = (method: string, path: string): boolean => operationOf(method, path) !== undefined;

/** What is wrong with a request. */
export function requestProblems(
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
): readonly string[] {
  const operation = operationOf(method, path);
  if (!operation) return [`${method} ${path} is not described`];
  const parameters = (operation.parameters ?? []).map(resolveParameter);
  const problems: string[] = [];
  for (const [name, text] of query) {
    const parameter = parameters.find((own) => own.in === 'query' && own.name === name);
    if (!parameter) problems.push(`${method} ${path}: there is no parameter "${name}"`);
    else problems.push(...problemsOf(`${method} ${path}?${name}`, parameter.schema ?? {}, coerced(text, parameter.schema)));
  }
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (schema !== undefined && body !== undefined) problems.push(...problemsOf(`${method} ${path} body`, schema, body));
  if (schema === undefined && body !== undefined) problems.push(`${method} ${path} takes no body`);
  return problems;
}

/** What is wrong with an answer; statuses and fields where GitHub itself deviates are named in `DEVIATIONS`. */
export function responseProblems(method: string, path: string, status: number, body: unknown): readonly string[] {
  const operation = operationOf(method, path);
  if (!operation) return [];
  const key = `${method} ${path} ${status}`;
  const found = operation.responses[String(status)];
  if (!found) return withoutDeviations([`${key} is not described`]);
  const response = found.$ref ? (lookUp(found.$ref) as unknown as typeof found) : found;
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined || body === undefined) return [];
  return withoutDeviations(problemsOf(key, schema, body));
}

const withoutDeviations = (problems: readonly string[]): readonly string[] =>
  problems.filter((own) => !DEVIATIONS.some(({ problem }) => problem.test(own)));

/** One of GitHub's examples, as something to put one's own values into. */
export function exampleOf<T extends object = Record<string, unknown>>(name: string): T {
  const example = description.components['examples']?.[name] as { readonly value: unknown } | undefined;
  if (!example) throw new Error(`There is no example "${name}".`);
  const value = structuredClone(example.value);
  return (Array.isArray(value) ? value[0] : value) as T;
}

const resolveParameter = (parameter: Parameter): Parameter =>
  parameter.$ref ? (lookUp(parameter.$ref) as unknown as Parameter) : parameter;

function lookUp(reference: string): Json {
  const [, , group = '', name = ''] = reference.split('/');
  return description.components[group]?.[name] ?? null;
}

function coerced(text: string, schema: Json | undefined): unknown {
  const type = (schema as Fields | undefined)?.['type'];
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  return text;
}
