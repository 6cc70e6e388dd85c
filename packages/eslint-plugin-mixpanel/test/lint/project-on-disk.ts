import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { onTestFinished } from 'vitest';
import mixpanel from '../../src/index.js';

/** A git repository in a temporary folder with the given files; it is removed when the test ends. */
export function projectOnDisk(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return root;
}

/** ESLint as an editor runs it, with nothing but the plugin's recommended configuration. */
export function createLinter(cwd: string, rules: Linter.Config['rules'] = {}): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{js,ts,tsx}'], languageOptions: { parser: tseslint.parser } },
      mixpanel.configs.recommended,
      { rules },
    ] as Linter.Config[],
  });
}
