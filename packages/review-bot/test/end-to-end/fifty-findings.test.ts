import { expect, it } from 'vitest';
import { stage, tracking } from './bot-process.js';

it('says fifty findings in four requests, and no personal value in comments or log', async () => {
  const { github, repository, bot } = await stage();
  const address = 'jane.roe@example.com';
  const properties = [...Array(49).keys()].map((index) => `p${index}: '${index}.${address}'`);
  const calls = tracking(...properties, `email: '${address}'`);
  repository.commit('feature', { files: { 'src/steps.ts': calls } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  const [run] = repository.checkRuns(pull.headSha);
  expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(run?.annotations).toHaveLength(50);
  expect(pull.reviewComments()).toHaveLength(30);
  expect(github.requests.filter(({ creates }) => creates)).toHaveLength(4);
  const said = [...pull.comments(), ...pull.reviewComments()].map(({ body }) => body);
  for (const text of [...said, JSON.stringify(run), bot.output]) expect(text).not.toContain(address);
  github.assertNoViolations();
});
