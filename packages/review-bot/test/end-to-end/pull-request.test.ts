import { expect, it } from 'vitest';
import { stage, tracking } from './bot-process.js';

it('reviews a pull request and says each thing once', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', { files: { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  console.log(bot.output);
  console.log(github.requests.map(({ method, path, status }) => `${status} ${method} ${path}`).join('\n'));
  const [run] = repository.checkRuns(pull.headSha);
  expect(run).toMatchObject({ name: 'Tracklint', status: 'completed', conclusion: 'failure', title: '1 P0' });
  console.log(run?.summary);
  console.log(pull.reviewComments()[0]?.body);
  github.assertNoViolations();
});
