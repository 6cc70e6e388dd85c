import { createRequire } from 'node:module';
import type { Linter, Rule as EslintRule } from 'eslint';
import { NAMESPACE, createConfigs } from './configs.js';
import type { ConfigName } from './configs.js';
import { editorRules } from './editor-rules.js';
import { createProjects } from './project/projects.js';
import type { LintedFile } from './project/projects.js';
import { toEslintRule } from './rule-adapter.js';

interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, EslintRule.RuleModule>;
  readonly configs: Readonly<Record<ConfigName, Linter.Config>>;
}

const { name, version } = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
};

/** The lint that has said already why the file cannot be reviewed, as its syntax tree. */
let failedLint: object | null = null;

const surroundings = {
  projects: createProjects(Date.now),
  // The pages are in the package, so that they always go with its version.
  urlOf: (rule: string) => `https://unpkg.com/${name}@${version}/rules-docs/${rule}.md`,
  saysFailure({ sourceCode: { ast } }: LintedFile) {
    const isFirst = failedLint !== ast;
    failedLint = ast;
    return isFirst;
  },
};

/** The rules of Tracklint in the editor: what `tracklint review all` reports in a file, ESLint reports there too. */
const plugin: Plugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules: Object.fromEntries(editorRules.map((rule) => [rule.name, toEslintRule(rule, surroundings)])),
  configs: createConfigs(editorRules, () => plugin),
};

export default plugin;
