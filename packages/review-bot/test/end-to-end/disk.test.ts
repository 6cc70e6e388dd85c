import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { FakePullRequest } from '../../../../test-fixtures/github-server/index.js';
import { stage, tracking } from './bot-process.js';
import type { BotProcess } from './bot-process.js';

/** A disk that is full, as far as that can be had without filling one: no file may grow beyond a size. */
function limitFiles(bot: BotProcess, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${bot.pid}`, `--fsize=${bytes}:unlimited`]);
}

function expectReviewed(pull: FakePullRequest): void {
  const runs = pull.repository.checkRuns(pull.headSha);
  expect(runs).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  expect(pull.comments()).toHaveLength(1);
}

const faulty = { files: { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') } };

it.runIf(process.platform === 'linux')('accepts no delivery that it cannot write down', async () => {
  const { github, repository, bot } = await stage();
  await bot.idle();
  repository.commit('feature', faulty);
  limitFiles(bot, 1);
  const pull = repository.openPullRequest({ head: 'feature' });
  await github.webhooks.idle();
  const [refused] = github.webhooks.deliveries;
  expect(refused).toMatchObject({ statusCode: 500 });
  limitFiles(bot, 'unlimited');
  github.webhooks.redeliver(refused!.id);
  await bot.idle();
  expectReviewed(pull);
});

it.runIf(process.platform === 'linux')(
  'ends when the database cannot go on, and then starts again',
  async () => {
    const { github, repository, bot } = await stage();
    await bot.idle();
    repository.commit('feature', faulty);
    // Room for what is accepted, and none for the log of the database.
    limitFiles(bot, 60_000);
    const pull = repository.openPullRequest({ head: 'feature' });
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toMatch(/could not write to log file.*the database is lost/);
    expect(github.webhooks.deliveries).toMatchObject([{ statusCode: 202 }]);
    await bot.start();
    await bot.idle();
    expectReviewed(pull);
  },
);
