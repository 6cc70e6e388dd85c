import { expect, it } from 'vitest';
import { stage, tracking } from './bot-process.js';

const CLEAN = "plan: 'free'";
const EMAIL = 'email: user.email';

it('reviews a pull request from a fork, also when the fork is gone', async () => {
  const { github, repository, bot } = await stage();
  const main = repository.git.resolve('refs/heads/main') ?? '';
  // The branch has the name of the base's, and would switch the gate off if it were taken for that.
  repository.commit('mallory:main', {
    parent: main,
    files: {
      'src/steps.ts': tracking(CLEAN, EMAIL),
      'tracklint.config.json': '{ "rules": { "no-pii": "off" } }',
    },
  });
  const pull = repository.openPullRequest({ head: 'mallory:main', author: 'mallory' });
  const runs = () => repository.checkRuns(pull.headSha).filter(({ name }) => name === 'Tracklint');
  const failed = [{ status: 'completed', conclusion: 'failure', title: '1 P0' }];
  await bot.idle();
  expect(runs()).toMatchObject(failed);
  expect(pull.comments()).toHaveLength(1);
  expect(pull.reviewComments()).toMatchObject([{ path: 'src/steps.ts', line: 5 }]);

  // Its author may not write here, and so not waive either.
  const id = /id `([0-9a-f]{8})`/.exec(pull.comments()[0]?.body ?? '')?.[1];
  expect(id).toBeDefined();
  pull.comment('mallory', `/tracklint waive ${id} it is fine`);
  await bot.idle();
  expect(runs()).toMatchObject(failed);

  repository.push('mallory:main', { files: { 'src/steps.ts': `// moved\n${tracking(CLEAN, EMAIL)}` } });
  await bot.idle();
  expect(runs()).toMatchObject(failed);
  expect(pull.reviewComments()).toHaveLength(1);

  pull.state.isForkDeleted = true;
  repository.rerequestCheckRun(runs()[0]?.id ?? 0, 'maintainer');
  await bot.idle();
  expect(runs().at(-1)).toMatchObject(failed[0] ?? {});
  repository.rerequestCheckSuite(pull.headSha);
  await bot.idle();
  expect(runs().every(({ status }) => status === 'completed')).toBe(true);
  expect(pull.reviewComments()).toHaveLength(1);
  github.assertNoViolations();
});
