import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint as Ten } from 'eslint';
import type { ESLint, Linter } from 'eslint';
import { ESLint as Nine } from 'eslint-9';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { projectOnDisk } from './project-on-disk.js';

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export function record(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`;
const CALLER = `import { record } from './record';
export function signUp(user: { id: string; email: string; at: Date }) {
  record('Signed Up', { user_id: user.id, email: user.email });
}
`;
const files = { 'src/record.ts': WRAPPER, 'src/sign-up.ts': CALLER };

/** What both versions have and the tests need. */
type Version = new (options: ESLint.Options) => Pick<ESLint, 'lintFiles' | 'lintText'>;

describe.each<readonly [string, string, Version]>([
  ['ESLint 9', Nine.version, Nine as unknown as Version],
  ['ESLint 10', Ten.version, Ten],
])('%s', (name, version, Eslint) => {
  const open = (cwd: string, ...more: Linter.Config[]) =>
    new Eslint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser } },
        mixpanel.configs.recommended,
        ...more,
      ],
    });

  it('is the version that it says', () => {
    expect(version.startsWith(`${name.slice('ESLint '.length)}.`)).toBe(true);
  });

  it.each(Object.entries(mixpanel.configs))('takes configs.%s', async (_, config) => {
    const root = projectOnDisk({ ...files, 'tsconfig.json': '{ "include": ["src"] }' });
    const [result] = await open(root, config as Linter.Config).lintFiles(['src/sign-up.ts']);
    expect(result?.messages).toMatchObject([
      { ruleId: 'mixpanel/no-pii', severity: 2, line: 3, column: 43, endLine: 3, endColumn: 60 },
    ]);
  });

  it('offers suggestions and applies none of them by itself', async () => {
    const root = projectOnDisk(files);
    const [result] = await open(root).lintFiles(['src/sign-up.ts']);
    expect(result?.messages[0]?.fix).toBeUndefined();
    expect(result?.messages[0]?.suggestions?.map(({ desc }) => desc)).not.toEqual([]);
  });

  it('sees the change of a wrapper at the next lint', async () => {
    const root = projectOnDisk(files);
    const eslint = open(root);
    const count = async () => (await eslint.lintFiles(['src'])).flatMap(({ messages }) => messages).length;
    expect(await count()).toBe(1);
    writeFileSync(join(root, 'src/record.ts'), 'export function record(..._: unknown[]) {}\n');
    expect(await count()).toBe(0);
    writeFileSync(join(root, 'src/record.ts'), WRAPPER);
    expect(await count()).toBe(1);
  });

  it('takes settings, and says once what is wrong with them', async () => {
    const root = projectOnDisk(files);
    const lint = async (settings: Record<string, unknown>) =>
      (await open(root, { settings: { mixpanel: settings } }).lintFiles(['src/sign-up.ts']))[0]?.messages ??
      [];
    expect(await lint({ pii: { allow: ['email'] } })).toEqual([]);
    const wrong = await lint({ plann: 'x' });
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({ messageId: 'failure', line: 1, column: 1 });
    expect(wrong[0]?.message).toContain('"plan"');
  });

  it('refuses options of a rule', async () => {
    const root = projectOnDisk(files);
    const lint = open(root, { rules: { 'mixpanel/no-pii': ['error', { allow: ['email'] }] } });
    await expect(lint.lintFiles(['src/sign-up.ts'])).rejects.toThrow(/mixpanel\/no-pii/);
  });

  it('sees places in a file with a byte order mark, as the command line does', async () => {
    const root = projectOnDisk({ ...files, 'src/sign-up.ts': `\uFEFF${CALLER}` });
    const [result] = await open(root).lintFiles(['src/sign-up.ts']);
    expect(result?.messages).toMatchObject([{ line: 3, column: 43, endColumn: 60 }]);
  });
});
