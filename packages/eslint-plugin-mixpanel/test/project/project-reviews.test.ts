import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProjectReviews } from '../../src/project/project-reviews.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export function record(name, properties) {
  mixpanel.track(name, properties);
}
`;
const CALLER = `import { record } from './record';
export const signUp = (user) => record('Signed Up', { email: user.email });
`;

it('sees a change of another file once its trust in the disk has run out', () => {
  const root = projectOnDisk({ 'src/record.js': WRAPPER, 'src/sign-up.js': CALLER });
  let time = 0;
  const reviews = createProjectReviews({ now: () => time, trustMs: 1000 });
  const rulesFound = () =>
    reviews
      .problemsIn({
        filename: join(root, 'src/sign-up.js'),
        cwd: root,
        sourceCode: { text: CALLER, hasBOM: false },
      })
      .map((problem) => problem.rule);

  expect(rulesFound()).toContain('no-pii');
  writeFileSync(join(root, 'src/record.js'), 'export function record() {}\n');
  time = 999;
  expect(rulesFound()).toContain('no-pii');
  time = 1000;
  expect(rulesFound()).toEqual([]);
});

it('reviews text that belongs to no file', () => {
  const reviews = createProjectReviews({ now: () => 0, trustMs: 1000 });
  const text = `import mixpanel from 'mixpanel-browser';\nmixpanel.track('Signed Up', { email: user.email });\n`;
  const found = reviews.problemsIn({ filename: '<input>', cwd: '/', sourceCode: { text, hasBOM: false } });
  expect(found.map((problem) => problem.rule)).toContain('no-pii');
});

it('leaves ignored files alone', () => {
  const root = projectOnDisk({
    '.gitignore': 'build/\n',
    'src/record.js': WRAPPER,
    'build/sign-up.js': CALLER,
  });
  const reviews = createProjectReviews({ now: () => 0, trustMs: 1000 });
  const sourceCode = { text: CALLER, hasBOM: false };
  expect(reviews.problemsIn({ filename: join(root, 'build/sign-up.js'), cwd: root, sourceCode })).toEqual([]);
});
