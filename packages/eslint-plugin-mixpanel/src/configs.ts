import type { Rule, Severity } from '@tracklint/analyzer';
import type { ESLint, Linter } from 'eslint';

export const NAMESPACE = 'mixpanel';

export type ConfigName = 'recommended' | 'strict' | 'all' | 'recommended-type-checked';

type Level = 'error' | 'warn' | 'off';

const RECOMMENDED: Readonly<Record<Severity, Level>> = { P0: 'error', P1: 'error', P2: 'warn', P3: 'off' };
const STRICT: Readonly<Record<Severity, Level>> = { P0: 'error', P1: 'error', P2: 'error', P3: 'off' };
const ALL: Readonly<Record<Severity, Level>> = { P0: 'error', P1: 'error', P2: 'error', P3: 'error' };

/**
 * The configurations of the plugin. Rules that need a tracking plan or a setting are in them too and stay silent without
 * it.
 */
export function createConfigs(
  rules: readonly Rule[],
  plugin: () => ESLint.Plugin,
): Readonly<Record<ConfigName, Linter.Config>> {
  // The first rule says what keeps a file from being reviewed, and that has to be an error where there are errors.
  const gravestFirst = [...rules].sort((a, b) => a.meta.severity.localeCompare(b.meta.severity));
  const config = (name: ConfigName, levels: Readonly<Record<Severity, Level>>): Linter.Config => ({
    name: `${NAMESPACE}/${name}`,
    plugins: {
      // ESLint refuses two objects under one namespace, so this has to be the exported one.
      get [NAMESPACE]() {
        return plugin();
      },
    },
    rules: Object.fromEntries(
      gravestFirst.flatMap((rule): [string, Level][] => {
        const level = levels[rule.meta.severity];
        return level === 'off' ? [] : [[`${NAMESPACE}/${rule.name}`, level]];
      }),
    ),
  });
  return {
    recommended: config('recommended', RECOMMENDED),
    strict: config('strict', STRICT),
    all: config('all', ALL),
    'recommended-type-checked': {
      ...config('recommended-type-checked', RECOMMENDED),
      // Takes effect with the parser of typescript-eslint, which is the project's to choose.
      languageOptions: { parserOptions: { projectService: true } },
    },
  };
}
