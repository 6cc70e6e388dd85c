import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentValidator } from './schema-validator.js';
import type { Json } from './schema-validator.js';

interface WebhookDescription {
  readonly webhooks: Readonly<
    Record<string, { readonly post: { readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: Json } } } } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

const require = createRequire(import.meta.url);
const file = join(dirname(require.resolve('@octokit/openapi-webhooks/package.json')), 'generated/api.github.com.json');
const description = JSON.parse(readFileSync(file, 'utf8')) as WebhookDescription;
const problemsOf = documentValidator('webhooks', description.components.schemas);

/** What is wrong with a payload by GitHub's description of its webhooks. */
export function payloadProblems(event: string, payload: Readonly<Record<string, unknown>>): readonly string[] {
  const action = payload['action'];
  const name = [event, ...(typeof action === 'string' ? [action] : [])].join('-').replaceAll('_', '-');
  const webhook = description.webhooks[name];
  if (!webhook) return [`there is no webhook "${name}"`];
  return problemsOf(`webhook ${name}`, webhook.post.requestBody.content['application/json'].schema, payload);
}
