import { relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import tseslint from 'typescript-eslint';
import * as vueParser from 'vue-eslint-parser';
import mixpanel from '../../src/index.js';
import type { FixtureCopies } from './fixture-copies.js';
import { sorted } from './host-finding.js';
import type { Findings, HostFinding } from './host-finding.js';

export const LINTED = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

/** What a project has in its `eslint.config.js` to lint these files, with every rule of the plugin on. */
function configOf(parserOptions: Readonly<Record<string, unknown>>): Linter.Config[] {
  const blocks = { parser: tseslint.parser, extraFileExtensions: ['.vue', '.svelte'], ...parserOptions };
  return [
    {
      files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'],
      languageOptions: {
        parser: tseslint.parser as Linter.Parser,
        parserOptions: { extraFileExtensions: ['.vue', '.svelte'], ...parserOptions },
      },
    },
    { files: ['**/*.vue'], languageOptions: { parser: vueParser as Linter.Parser, parserOptions: blocks } },
    {
      files: ['**/*.svelte'],
      languageOptions: { parser: svelteParser as Linter.Parser, parserOptions: blocks },
    },
    mixpanel.configs.all,
  ];
}

/** @param types whether the parser is asked for them */
export async function eslintFindings(
  { fixtures, compilerRoot }: FixtureCopies,
  types: 'with types' | 'without types',
): Promise<Findings> {
  const found = new Map<string, readonly HostFinding[]>();
  for (const { name, root, files } of fixtures) {
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: configOf(
        types === 'with types' ? { projectService: true, tsconfigRootDir: compilerRoot } : {},
      ),
    });
    const linted = files.filter((file) => LINTED.test(file) && !file.endsWith('.d.ts'));
    const results = linted.length === 0 ? [] : await eslint.lintFiles(linted);
    const findings = results.flatMap(({ filePath, messages, suppressedMessages }) =>
      [...messages, ...suppressedMessages].map((message): HostFinding => {
        if (!message.ruleId) throw new Error(`${name}: ${filePath}: ${message.message}`);
        return {
          file: relative(root, filePath).replaceAll('\\', '/'),
          line: message.line,
          column: message.column,
          endLine: message.endLine ?? 0,
          endColumn: message.endColumn ?? 0,
          rule: message.ruleId.replace('mixpanel/', ''),
          message: message.message,
        };
      }),
    );
    found.set(name, sorted(findings));
  }
  return found;
}
