/**
 * Writes the JSON Schema that editors use for the configuration file; with `--check` only says whether it is up to date.
 * Needs the build.
 */
import { fileURLToPath } from 'node:url';
import { knownRules } from '@tracklint/analyzer';
import { configJsonSchema } from '../packages/analyzer/dist/config/schema.js';
import { writeOrCompare } from './generated-section.mjs';

const LABEL = 'packages/analyzer/schema/tracklint.config.schema.json';

const schema = configJsonSchema(knownRules);
const problem = writeOrCompare(
  fileURLToPath(new URL(`../${LABEL}`, import.meta.url)),
  `${JSON.stringify(schema, null, 2)}\n`,
  { isCheck: process.argv.includes('--check'), label: LABEL },
);
if (problem) console.error(problem);
else console.log('The schema of the configuration is up to date.');
process.exitCode = problem ? 1 : 0;
