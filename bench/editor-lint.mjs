/**
 * What the plugin adds to ESLint in an editor: lints one file of the repository in the working directory, first with
 * nothing kept, then after edits of the buffer and after changes of a file that it imports. Prints milliseconds as JSON.
 */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import mixpanel from 'eslint-plugin-mixpanel';
import tseslint from 'typescript-eslint';
import { median } from './measure.mjs';

/** The lints that load the parser and warm up are among them, and garbage is collected in some. */
const EDITS = 31;
const IMPORTED = 'packages/analytics/src/events.ts';

const [file] = process.argv.slice(2);
const filePath = join(process.cwd(), file);
const text = readFileSync(filePath, 'utf8');
rmSync('.git/tracklint-cache', { recursive: true, force: true });

const parserOptions = { ecmaFeatures: { jsx: true } };
const base = { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser, parserOptions } };
const linter = (...configs) =>
  new ESLint({ cwd: process.cwd(), overrideConfigFile: true, overrideConfig: [base, ...configs] });
const plain = linter();
const withPlugin = linter(mixpanel.configs.all);

async function time(eslint, code) {
  const started = performance.now();
  const [result] = await eslint.lintText(code, { filePath });
  const ms = performance.now() - started;
  return { ms, found: result.messages.length };
}

/** What somebody types: another tracking call, a little further each time. */
const edited = (index) =>
  `${text}\nexport const draft${index} = ${index};\ntrackEvent({ name: 'Draft ${index}' });\n`;

// ESLint's own first lint loads the parser.
await time(plain, text);
const first = (await time(withPlugin, text)).ms - (await time(plain, text)).ms;

async function added(prepare) {
  const differences = [];
  for (let index = 0; index < EDITS; index += 1) {
    prepare(index);
    const code = edited(index);
    const without = await time(plain, code);
    const withRules = await time(withPlugin, code);
    differences.push(withRules.ms - without.ms);
  }
  return median(differences);
}

const again = await added(() => undefined);
const original = readFileSync(IMPORTED, 'utf8');
const changed = await added((index) =>
  appendFileSync(IMPORTED, `export const version${index} = ${index};\n`),
);
writeFileSync(IMPORTED, original);
console.log(JSON.stringify({ first, again, changed }));
