import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Says what is wrong with a value; `key` names the schema, which is compiled once. */
export type ProblemsOf = (key: string, schema: Json, value: unknown) => readonly string[];

const MOST_PROBLEMS = 5;

/**
 * Checks values against the schemas of an OpenAPI 3.0 document.
 * @param id by which the document's own schemas refer to each other
 */
export function documentValidator(id: string, schemas: Readonly<Record<string, Json>>): ProblemsOf {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default.default(ajv);
  const toAjv = (schema: Json): Json => {
    if (Array.isArray(schema)) return (schema as readonly Json[]).map(toAjv);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { nullable, example: _example, examples: _examples, ...rest } = schema as Readonly<Record<string, Json>>;
    const mapped = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? value.replace(/^#\//, `${id}#/`) : toAjv(value),
      ]),
    );
    // JSON Schema does not know the word.
    return nullable === true ? { anyOf: [{ type: 'null' }, mapped] } : mapped;
  };
  const named = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toAjv(schema)]));
  ajv.addSchema({ $id: id, components: { schemas: named } });
  const compiled = new Map<string, ValidateFunction>();
  return (key, schema, value) => {
    let validate = compiled.get(key);
    if (!validate) {
      validate = ajv.compile(toAjv(schema) as object);
      compiled.set(key, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .slice(0, MOST_PROBLEMS)
      .map(({ instancePath, message = '', params }) => `${key}: ${instancePath} ${message} ${JSON.stringify(params)}`);
  };
}
