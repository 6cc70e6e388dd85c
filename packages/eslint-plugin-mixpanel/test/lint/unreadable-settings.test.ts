import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { projectOnDisk } from './project-on-disk.js';

const FILES = { 'src/a.js': 'export const a = 1;\n', 'src/b.js': 'export const b = 2;\n' };

async function lint(settings: Record<string, unknown>) {
  const eslint = new ESLint({
    cwd: projectOnDisk(FILES),
    overrideConfigFile: true,
    overrideConfig: [mixpanel.configs.recommended, { settings: { mixpanel: settings } }],
  });
  return eslint.lintFiles(['src']);
}

it.each([
  ['an unknown key', { residenc: 'eu' }, 'settings.mixpanel: unknown key "residenc"'],
  ['a wrong value', { consent: 'maybe' }, 'settings.mixpanel'],
])('%s is one error for each file, so that no lint passes unread', async (_, settings, reason) => {
  for (const { messages } of await lint(settings)) {
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ severity: 2, messageId: 'failure', line: 1, column: 1 });
    expect(messages[0]?.message).toContain(reason);
  }
});

it('settings that can be read say nothing', async () => {
  const results = await lint({ residency: 'eu', rules: { 'no-pii': 'P1' } });
  expect(results.map(({ messages }) => messages)).toEqual([[], []]);
});
