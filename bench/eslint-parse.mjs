/** ESLint parsing every source file below the working directory, with no rules: the work any lint rule has to wait for. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  cwd: process.cwd(),
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
  ],
});
const results = await eslint.lintFiles(['packages/**/*.{ts,tsx}']);
const fatal = results.filter((result) => result.fatalErrorCount > 0).length;
console.log(`${results.length} files, ${fatal} not parsed`);
