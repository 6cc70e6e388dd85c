/**
 * Writes the JSON Schemas that are published for editors. With `--check` it writes nothing and fails when one is out of
 * date. Needs the build.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { configJsonSchema } from '../packages/analyzer/dist/config/schema.js';
import { rules } from '../packages/analyzer/dist/rules/index.js';
import { writeOrCompare } from './generated-section.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const isCheck = process.argv.includes('--check');

/** File relative to the repository → its schema. */
const SCHEMAS = {
  'packages/analyzer/schema/tracklint.config.schema.json': configJsonSchema(rules.map((rule) => rule.name)),
};

const problems = [];
for (const [label, schema] of Object.entries(SCHEMAS)) {
  const path = root + label;
  mkdirSync(dirname(path), { recursive: true });
  const options = await resolveConfig(path);
  const text = await format(JSON.stringify(schema), { ...options, filepath: path });
  const problem = writeOrCompare(path, text, { isCheck, label });
  if (problem !== null) problems.push(problem);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
