import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANALYTICS, brief, reviewJson, temporaryRepository } from './temporary-repository.js';

/** A literal that repeats a constant: the one edit that cannot change anything. */
const FILES = {
  'src/analytics.ts': ANALYTICS,
  'src/task.ts': `import mixpanel from 'mixpanel-browser';

export const EVENTS = { TASK_CREATED: 'Task Created' };

export function create(user: { email: string }) {
  mixpanel.track(EVENTS.TASK_CREATED, { source: 'form' });
  mixpanel.track('Task Created', { email: user.email });
}
`,
};
const FIXED = FILES['src/task.ts'].replace("track('Task Created'", 'track(EVENTS.TASK_CREATED');

describe('--fix', () => {
  it('applies safe edits only and reports the rest', () => {
    const repository = temporaryRepository(FILES);
    expect(brief(reviewJson(repository, ['all']).findings)).toContain('near-duplicate-event src/task.ts');
    const result = repository.run(['review', 'all', '--fix', '--format', 'json']);
    expect(result.err).toBe('Fixed 1 finding.\n');
    expect(result.code).toBe(1);
    expect(repository.read('src/task.ts')).toBe(FIXED);
    const left = brief((JSON.parse(result.out) as ReturnType<typeof reviewJson>).findings);
    expect(left).toContain('no-pii email src/task.ts');
    expect(left).not.toContain('near-duplicate-event src/task.ts');
  });

  it('does nothing without safe edits', () => {
    const repository = temporaryRepository({ ...FILES, 'src/task.ts': FIXED });
    expect(repository.run(['review', 'all', '--fix']).err).toBe('');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('keeps a byte order mark and Windows line ends', () => {
    const before = `\ufeff${FILES['src/task.ts'].replaceAll('\n', '\r\n')}`;
    const repository = temporaryRepository({ ...FILES, 'src/task.ts': before });
    repository.run(['review', 'all', '--fix']);
    expect(repository.read('src/task.ts')).toBe(`\ufeff${FIXED.replaceAll('\n', '\r\n')}`);
  });

  it('leaves files alone that are not UTF-8', () => {
    const repository = temporaryRepository(FILES);
    const bytes = Buffer.from(`// caf\xe9\n${FILES['src/task.ts']}`, 'latin1');
    const file = join(repository.directory, 'src/task.ts');
    writeFileSync(file, bytes);
    expect(brief(reviewJson(repository, ['all']).findings)).toContain('near-duplicate-event src/task.ts');
    expect(repository.run(['review', 'all', '--fix']).err).toBe('');
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('leaves files alone whose staged version is another', () => {
    const repository = temporaryRepository({ 'src/analytics.ts': ANALYTICS });
    repository.write(FILES);
    repository.git('add', '--all');
    const changed = `${FILES['src/task.ts']}// Not staged\n`;
    repository.write({ 'src/task.ts': changed });
    expect(repository.run(['review', 'staged', '--fix']).err).toBe('');
    expect(repository.read('src/task.ts')).toBe(changed);
  });

  it('repairs the working tree after staging, and says so', () => {
    const repository = temporaryRepository({ 'src/analytics.ts': ANALYTICS });
    repository.write(FILES);
    repository.git('add', '--all');
    expect(repository.run(['review', 'staged', '--fix']).err).toMatch(/^Fixed 1 finding\.\n.*git add/);
    expect(repository.read('src/task.ts')).toBe(FIXED);
  });

  it('repairs the named paths only', () => {
    const repository = temporaryRepository(FILES);
    repository.run(['review', 'all', 'src/analytics.ts', '--fix']);
    expect(repository.read('src/task.ts')).toBe(FILES['src/task.ts']);
  });
});
