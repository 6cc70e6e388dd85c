import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writtenAt } from '../../src/project/disk-watch.js';

const here = fileURLToPath(import.meta.url);

it.each([
  ['a path below a file', `${here}/package.json`],
  ['a file that is not there', `${here}.absent`],
])('takes %s for absent', (_, path) => {
  expect(writtenAt(path)).toBe('absent');
});

it('tells a file that is there', () => {
  expect(writtenAt(here)).not.toBe('absent');
});
