import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownRules, memorySource } from '@tracklint/analyzer';
import { loadConfig } from '@tracklint/analyzer/load-config';
import { ESLint } from 'eslint';
import * as prettier from 'prettier';
import * as svelteParser from 'svelte-eslint-parser';
import { parseConfigFileTextToJson } from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import mixpanel from '../../src/index.js';
import { snippetsOf } from './snippets.js';

const SNIPPETS = ['README.md', 'docs/editor-and-ci.md'].flatMap(snippetsOf);
const DEPENDENCIES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

const named = (file: string) =>
  SNIPPETS.filter((snippet) => snippet.file === file).map(
    (snippet, index) => [`${snippet.document} ${String(index)}`, snippet.text] as const,
  );

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export const record = (name, properties) => mixpanel.track(name, properties);
`;
const CALL = `import { record } from './record';
export const invite = (user) => record('Invited', { email: user.email, city: user.city });
`;
const SCRIPT = `<script>\n${CALL}</script>\n`;
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "allowJs": true }, "include": ["src"] }',
  'src/record.js': WRAPPER,
  'src/a.js': CALL,
  'src/a.ts': CALL.replace('(user)', '(user: { email: string; city: string })'),
  'src/a.vue': SCRIPT,
  'src/a.svelte': SCRIPT,
};
/** What tells by the text of a configuration that it is meant for a kind of file, and what then parses it. */
const PARSERS = [
  ['src/a.ts', 'typescript-eslint', 'typescript-eslint/parser'],
  ['src/a.vue', 'vue-eslint-parser', vueParser.meta.name],
  ['src/a.svelte', 'svelte-eslint-parser', svelteParser.meta.name],
] as const;

function projectWith(config: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-docs-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, '.git'));
  for (const [path, text] of Object.entries({ ...FILES, 'eslint.config.js': config })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(DEPENDENCIES, join(root, 'node_modules'));
  return root;
}

const reportedIn = (results: readonly ESLint.LintResult[], rule: string) =>
  results.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId === `mixpanel/${rule}`);

describe('eslint.config.js', () => {
  it('is shown for every kind of file and both ways of typing', () => {
    const all = named('eslint.config.js').map(([, text]) => text);
    for (const [, parser] of PARSERS) expect(all.some((text) => text.includes(parser))).toBe(true);
    expect(all.some((text) => text.includes('recommended-type-checked'))).toBe(true);
    expect(all.some((text) => text.includes('settings: {'))).toBe(true);
    expect(all.some((text) => !text.includes('parser'))).toBe(true);
  });

  it.each(named('eslint.config.js'))('of %s loads and reports a planted fault', async (_, text) => {
    const root = projectWith(text);
    const eslint = new ESLint({ cwd: root });
    const kinds = PARSERS.filter(([, parser]) => text.includes(parser));
    const results = await eslint.lintFiles(['src/a.js', ...kinds.map(([file]) => file)]);
    expect(results.map(({ fatalErrorCount }) => fatalErrorCount)).toEqual(results.map(() => 0));
    // One e-mail address for each file; the city is allowed by the settings of the snippet that has some.
    expect(reportedIn(results, 'no-pii')).toHaveLength(results.length * (text.includes("'city'") ? 1 : 2));
    for (const [file, , parser] of kinds) {
      const config = (await eslint.calculateConfigForFile(join(root, file))) as {
        readonly languageOptions: { readonly parser: { readonly meta: { readonly name: string } } };
      };
      expect(config.languageOptions.parser.meta.name).toBe(parser);
    }
  });
});

/** JSON with comments and trailing commas. */
function readJsonc(text: string): unknown {
  const { config, error } = parseConfigFileTextToJson('snippet.json', text) as {
    readonly config?: unknown;
    readonly error?: unknown;
  };
  expect(error).toBeUndefined();
  return config;
}

it.each(named('.oxlintrc.json'))('.oxlintrc.json of %s names rules and settings that exist', (_, text) => {
  const config = readJsonc(text) as {
    readonly jsPlugins: readonly string[];
    readonly rules: Readonly<Record<string, string>>;
    readonly settings: { readonly mixpanel: unknown };
  };
  expect(config.jsPlugins).toEqual([mixpanel.meta.name]);
  expect(Object.keys(mixpanel.rules).map((name) => `mixpanel/${name}`)).toEqual(
    expect.arrayContaining(Object.keys(config.rules)),
  );
  const override = { label: 'settings.mixpanel', value: config.settings.mixpanel };
  expect(() => loadConfig(memorySource({}), { knownRules, override })).not.toThrow();
});

it.each(named('tracklint.config.json'))('tracklint.config.json of %s is accepted', (_, text) => {
  const source = memorySource({ 'tracklint.config.json': text });
  expect(loadConfig(source, { knownRules }).file).toBe('tracklint.config.json');
});

it('every other file that the documents show can be read', async () => {
  const shown = SNIPPETS.filter(({ file }) => /\.(?:ya?ml|json)$/.test(file));
  expect(shown.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['.vscode/settings.json', '.github/workflows/tracking.yml', '.gitlab-ci.yml']),
  );
  for (const { file, text } of shown) {
    if (file.endsWith('.json')) expect(readJsonc(text), file).toBeTypeOf('object');
    else await expect(prettier.format(text, { parser: 'yaml' }), file).resolves.not.toBe('');
  }
});
