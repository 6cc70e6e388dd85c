import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

/**
 * Every edit that ESLint is offered over all fixtures is applied: what is left parses, the finding is gone, and no fix
 * (an edit that nobody looks at) is offered where behaviour could change.
 */
const FIXTURES = fileURLToPath(new URL('../../../../test-fixtures/', import.meta.url));
const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

const CONFIG: Linter.Config[] = [
  {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    languageOptions: {
      parser: tseslint.parser as Linter.Parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
  mixpanel.configs.all,
];

const folders = ['resolution', 'samples'].flatMap((theme) =>
  readdirSync(join(FIXTURES, theme)).map((leaf) => join(FIXTURES, theme, leaf)),
);

describe('what ESLint offers', () => {
  let offered = 0;

  it.each(folders.map((folder) => [relative(FIXTURES, folder), folder]))('in %s', (_, folder) => {
    const files = filesOf(folder);
    const root = projectOnDisk(files);
    const linter = new Linter({ cwd: root });
    const lint = (path: string, text: string) => linter.verify(text, CONFIG, { filename: join(root, path) });
    for (const [path, text] of Object.entries(files).filter(([name]) => SCRIPT.test(name))) {
      for (const message of lint(path, text)) {
        if (message.ruleId?.startsWith('mixpanel/') !== true) continue;
        expect(message.fix, `${path}:${message.line} ${message.ruleId}`).toBeUndefined();
        for (const { fix, desc } of message.suggestions ?? []) {
          offered += 1;
          const edited = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
          const after = lint(path, edited);
          const label = `${path}:${message.line} ${message.ruleId} "${desc}"`;
          expect(
            after.filter(({ fatal }) => fatal).map((each) => each.message),
            label,
          ).toEqual([]);
          const isSame = (each: Linter.LintMessage): boolean =>
            each.ruleId === message.ruleId && each.message === message.message;
          expect(after.filter(isSame).length, label).toBeLessThan(lint(path, text).filter(isSame).length);
        }
      }
    }
  });

  it('is not nothing', () => {
    expect(offered).toBeGreaterThan(50);
  });
});
