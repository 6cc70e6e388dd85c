import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * This project's own plugin, once it is built. A fresh checkout lints without it, so that `npm run check:lint` works
 * before the first build.
 */
async function loadOwnPlugin() {
  try {
    return (await import('eslint-plugin-mixpanel')).default;
  } catch {
    return null;
  }
}

const mixpanel = await loadOwnPlugin();

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/bundle/**',
      'packages/cli/build/**',
      '**/coverage/**',
      'test-fixtures/**',
      '**/fixtures/**',
    ],
  },
  {
    files: ['packages/*/{src,test}/**/*.ts', 'vitest.config.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      // `typeof import('x')` is how a module that is loaded on demand is typed.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Walking up a chain that starts at `this` is a loop, not a lost binding.
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Set process.exitCode, so that output is flushed.' },
      ],
    },
  },
  {
    // A table of cases is long because it has many cases, not because it does many things.
    files: ['packages/*/test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Escape sequences of terminals are what some of them look for.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  mixpanel?.configs?.recommended
    ? { files: ['packages/*/src/**/*.ts'], ...mixpanel.configs.recommended }
    : {},
);
