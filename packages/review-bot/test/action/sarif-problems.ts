import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

const packageFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
const schema = JSON.parse(
  readFileSync(join(dirname(packageFile), 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as { $schema?: string; id?: string };
delete schema.$schema;
delete schema.id;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 says against a file, and what is in it. */
export function sarifProblems(text: string): {
  readonly problems: unknown;
  readonly results: readonly SarifResult[];
} {
  const log = JSON.parse(text) as { readonly runs: readonly { readonly results: readonly SarifResult[] }[] };
  validate(log);
  return { problems: validate.errors ?? null, results: log.runs[0]?.results ?? [] };
}
