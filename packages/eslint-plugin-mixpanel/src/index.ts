import { createRequire } from 'node:module';
import { rules as analyzerRules } from '@tracklint/analyzer';
import type { Linter, Rule as EslintRule } from 'eslint';
import { createProjectReviews } from './project/project-reviews.js';
import { toEslintRule } from './rule-adapter.js';

const NAMESPACE = 'mixpanel';

interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, EslintRule.RuleModule>;
  readonly configs: { readonly recommended: Linter.Config };
}

/** Rules that look at the whole project cannot say anything useful about one file in an editor. */
const editorRules = analyzerRules.filter((rule) => rule.meta.where.some((where) => where !== 'project'));

const reviews = createProjectReviews({ now: Date.now, trustMs: 1000 });
const { name, version } = createRequire(import.meta.url)('../package.json') as {
  name: string;
  version: string;
};

/**
 * The rules of Tracklint in the editor: what `tracklint review all` reports in a file, ESLint reports there too.
 * `configs.recommended` switches on all of them; rules that need a tracking plan or a setting stay silent without it.
 */
const plugin: Plugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules: Object.fromEntries(editorRules.map((rule) => [rule.name, toEslintRule(rule, reviews)])),
  configs: {
    recommended: {
      name: `${NAMESPACE}/recommended`,
      plugins: {
        // ESLint refuses two objects under one namespace, so this has to be the exported one.
        get [NAMESPACE]() {
          return plugin;
        },
      },
      rules: Object.fromEntries(
        editorRules.map((rule) => [
          `${NAMESPACE}/${rule.name}`,
          rule.meta.severity === 'P0' || rule.meta.severity === 'P1' ? 'error' : 'warn',
        ]),
      ),
    },
  },
};

export default plugin;
