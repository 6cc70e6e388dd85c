import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLinter, projectOnDisk } from './project-on-disk.js';

const WRAPPER = `import mixpanel from 'mixpanel-browser';

export function record(name: string, properties: Record<string, unknown>): void {
  try {
    mixpanel.track(name, properties);
  } catch {
    // Tracking must not break the page.
  }
}
`;
const CALLER = `import { record } from './record';

export function signUp(user: { id: string; email: string }): void {
  record('Signed Up', { user_id: user.id, email: user.email });
}
`;
const files = { 'src/record.ts': WRAPPER, 'src/sign-up.ts': CALLER };

const place = (text: string, part: string) => {
  const lines = text.slice(0, text.indexOf(part)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

describe('a wrapper in another file', () => {
  it('is seen through: the property is reported where it is written', async () => {
    const root = projectOnDisk(files);
    const [result] = await createLinter(root).lintFiles(['src/sign-up.ts']);
    const found = result?.messages.filter((message) => message.ruleId === 'mixpanel/no-pii') ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 2, ...place(CALLER, 'email: user.email') });
    expect(found[0]?.message).not.toContain('{{');
  });

  it('offers the edits of the rule as suggestions that leave code that parses', async () => {
    const root = projectOnDisk(files);
    const [result] = await createLinter(root).lintFiles(['src/sign-up.ts']);
    const suggestions =
      result?.messages.find((message) => message.ruleId === 'mixpanel/no-pii')?.suggestions ?? [];
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { fix } of suggestions) {
      const repaired = CALLER.slice(0, fix.range[0]) + fix.text + CALLER.slice(fix.range[1]);
      const [after] = await createLinter(root).lintText(repaired, { filePath: join(root, 'src/sign-up.ts') });
      expect(
        after?.messages.filter((message) => message.fatal || message.ruleId === 'mixpanel/no-pii'),
      ).toEqual([]);
    }
  });

  it('is nothing to report when the call is clean', async () => {
    const root = projectOnDisk({ ...files, 'src/sign-up.ts': CALLER.replace(', email: user.email', '') });
    const results = await createLinter(root).lintFiles(['src']);
    expect(results.flatMap((result) => result.messages)).toEqual([]);
  });

  it('of another vendor is not reported', async () => {
    const root = projectOnDisk({ ...files, 'src/record.ts': WRAPPER.replaceAll('mixpanel', 'amplitude') });
    const results = await createLinter(root).lintFiles(['src']);
    expect(results.flatMap((result) => result.messages)).toEqual([]);
  });
});

describe('the editor', () => {
  it('reviews the buffer, not what was saved', async () => {
    const root = projectOnDisk({ ...files, 'src/sign-up.ts': 'export {};\n' });
    const [result] = await createLinter(root).lintText(CALLER, { filePath: join(root, 'src/sign-up.ts') });
    expect(result?.messages.map((message) => message.ruleId)).toContain('mixpanel/no-pii');
  });

  it('reviews a file that was never saved', async () => {
    const root = projectOnDisk({ 'src/record.ts': WRAPPER });
    const [result] = await createLinter(root).lintText(CALLER, { filePath: join(root, 'src/new.ts') });
    expect(result?.messages.map((message) => message.ruleId)).toContain('mixpanel/no-pii');
  });

  it('respects the comments of ESLint', async () => {
    const comment = '// eslint-disable-next-line mixpanel/no-pii -- agreed with legal';
    const text = CALLER.replace("  record('Signed Up'", `  ${comment}\n  record('Signed Up'`);
    const root = projectOnDisk({ ...files, 'src/sign-up.ts': text });
    const [result] = await createLinter(root).lintFiles(['src/sign-up.ts']);
    expect(result?.messages).toEqual([]);
  });
});

describe('broken code', () => {
  it.each([
    ['in another file', { ...files, 'src/broken.ts': 'export const = {{{' }],
    ['in the wrapper', { ...files, 'src/record.ts': WRAPPER.slice(0, 90) }],
    ['in a package.json', { ...files, 'package.json': '{ "name": ' }],
  ])('%s does not keep the linted file from being linted', async (_, broken) => {
    const root = projectOnDisk(broken);
    const [result] = await createLinter(root).lintFiles(['src/sign-up.ts']);
    expect(result?.fatalErrorCount).toBe(0);
  });

  it('in the linted file is the parser’s error and nothing else', async () => {
    const root = projectOnDisk(files);
    writeFileSync(join(root, 'src/sign-up.ts'), CALLER.slice(0, -20));
    const [result] = await createLinter(root).lintFiles(['src/sign-up.ts']);
    expect(result?.messages.map((message) => message.fatal)).toEqual([true]);
  });
});
