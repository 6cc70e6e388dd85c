import { expect, it } from 'vitest';
import { hunkAround, hunksOf } from '../../src/delivery/patch-lines.js';

const patch = [
  '@@ -1,3 +1,4 @@ function a() {',
  ' a',
  '+@@ -9 +9 @@',
  ' b',
  ' c',
  '@@ -20 +21 @@',
  '-x',
  '+y',
  '@@ -30,2 +31,0 @@',
  '-a',
  '-b',
].join('\n');

it('reads the hunks of a patch, not what looks like one', () => {
  expect(hunksOf(patch)).toEqual([
    { first: 1, last: 4 },
    { first: 21, last: 21 },
  ]);
});

it.each([
  [1, 4, true],
  [21, 21, true],
  [4, 5, false],
  [4, 21, false],
  [31, 31, false],
])('lines %i to %i are in one hunk: %s', (first, last, expected) => {
  expect(hunkAround(hunksOf(patch), first, last) !== null).toBe(expected);
});
