import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitIndexSource, workingTreeSource } from '../../src/source/index.js';
import { temporaryFolder } from './git-repository.js';

const folder = temporaryFolder();

beforeAll(() => {
  folder.write({
    'app/src/a.ts': 'mixpanel.track()',
    'app/src/UPPER.TSX': 'mixpanel.track()',
    'app/src/silent.ts': 'other()',
    'other/b.ts': 'mixpanel.track()',
  });
  folder.git('init', '-q');
  folder.git('add', '-A');
  folder.git('commit', '-q', '-m', 'first');
  folder.write({ 'app/src/new.ts': 'mixpanel.track()' });
});
afterAll(() => folder.remove());

test.each([
  ['working tree', workingTreeSource, ['src/UPPER.TSX', 'src/a.ts', 'src/new.ts']],
  ['index', gitIndexSource, ['src/UPPER.TSX', 'src/a.ts']],
])('%s of a folder below the top of the repository', (_, open, found) => {
  const source = open(join(folder.root, 'app'));
  expect(source.search(['mixpanel'], { ignoreCase: true })).toEqual(found);
  expect(source.search(['mixpanel'], { ignoreCase: false })).toEqual(found);
  expect(source.has('b.ts')).toBe(false);
});
