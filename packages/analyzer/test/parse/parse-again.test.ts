import { expect, it } from 'vitest';
import { parseModule } from '../../src/parse/parse.js';

it('parses a text once as long as it is the newest of its file', () => {
  const first = parseModule('src/a.ts', 'track(1);');
  expect(parseModule('src/a.ts', 'track(1);')).toBe(first);
  expect(parseModule('src/b.ts', 'track(1);')).not.toBe(first);
  expect(parseModule('src/a.ts', 'track(2);')).toMatchObject({ kind: 'parsed', text: 'track(2);' });
  expect(parseModule('src/a.ts', 'track(1);')).toMatchObject({ kind: 'parsed', text: 'track(1);' });
});

it('forgets what was parsed long ago', () => {
  const first = parseModule('src/a.ts', 'track(1);');
  const long = `// ${'x'.repeat(400_000)}`;
  parseModule('src/long.ts', long);
  expect(parseModule('src/a.ts', 'track(1);')).toBe(first);
  parseModule('src/longer.ts', long);
  expect(parseModule('src/a.ts', 'track(1);')).not.toBe(first);
});
