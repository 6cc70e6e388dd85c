import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { createLinter, projectOnDisk } from '../lint/project-on-disk.js';

const PAGES = new URL('../../../../rules-docs/', import.meta.url);
const EXAMPLE_FILE = 'src/example.ts';

const examplesOf = (page: string, section: string): readonly string[] => {
  const body = page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...body.matchAll(/```tsx?\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
};

/** A first line `// tracklint.config: {…}` is the configuration of the example. */
async function lint(code: string): Promise<readonly Linter.LintMessage[]> {
  const config = /^\/\/ tracklint\.config: (.*)$/m.exec(code)?.[1];
  const root = projectOnDisk({
    [EXAMPLE_FILE]: code,
    ...(config ? { 'tracklint.config.json': config } : {}),
  });
  const [result] = await createLinter(root, mixpanel.configs.all.rules as Linter.RulesRecord).lintFiles([
    EXAMPLE_FILE,
  ]);
  return result?.messages ?? [];
}

const rulesOf = (messages: readonly Linter.LintMessage[]) => messages.map(({ ruleId }) => ruleId);

describe.each(Object.keys(mixpanel.rules))('ESLint and the page of %s', (name) => {
  const page = readFileSync(fileURLToPath(new URL(`${name}.md`, PAGES)), 'utf8');

  it.each(examplesOf(page, 'Incorrect'))('reports its incorrect example %#', async (code) => {
    expect(rulesOf(await lint(code))).toContain(`mixpanel/${name}`);
  });

  it.each(examplesOf(page, 'Correct'))('says nothing at all about its correct example %#', async (code) => {
    expect(await lint(code)).toEqual([]);
  });
});
