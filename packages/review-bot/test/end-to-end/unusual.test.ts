import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { stage, tracking } from './bot-process.js';

/** What people and GitHub do now and then, and what must not disturb the bot. */

const faulty = { files: { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') } };

it('finds its report behind more than a hundred comments, and again after it was edited or deleted', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', faulty);
  const pull = repository.openPullRequest({ head: 'feature' });
  for (let talk = 0; talk < 105; talk += 1) pull.comment('author', `Remark ${talk}.`);
  await bot.idle();
  const ours = () => pull.comments().filter(({ login }) => login === 'tracklint[bot]');
  expect(ours()).toHaveLength(1);
  const push = async (name: string) => {
    repository.push('feature', { files: { [`src/${name}.ts`]: 'export const one = 1;\n' } });
    await bot.idle();
  };
  await push('more');
  expect(ours()).toHaveLength(1);

  // Another bot quotes it, and somebody edits it by hand: it is put right and not written anew.
  const [report] = ours();
  const quoted = pull.comment('other[bot]', `> ${report!.body}`);
  pull.edit(report!, `Nothing to see here.\n\n${/<!--.*-->/.exec(report!.body)![0]}`);
  await push('edited');
  expect(ours()).toHaveLength(1);
  expect(ours()[0]?.body).toContain('no-pii');
  expect(quoted.body).toMatch(/^> /);

  // Deleted between the look and the change.
  const listed = {
    method: 'PATCH',
    path: /\/issues\/comments\//,
    kind: { run: () => void (report!.isDeleted = true) },
  };
  github.faults.add(listed);
  await push('deleted');
  expect(ours()).toHaveLength(1);
  expect(ours()[0]?.id).not.toBe(report!.id);
  expect(pull.reviewComments()).toHaveLength(1);
  github.assertNoViolations();
});

it('takes up what it was told to stop in the middle of', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', faulty);
  github.faults.add({ method: 'GET', path: /\/compare\//, kind: { delay: 3_000 } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await github.webhooks.idle();
  await sleep(1_000);
  const began = performance.now();
  await bot.stop();
  expect(performance.now() - began).toBeLessThan(25_000);
  await bot.start();
  await bot.idle();
  expect(repository.checkRuns(pull.headSha)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  expect([pull.comments().length, pull.reviewComments().length]).toEqual([1, 1]);
  expect(bot.output).not.toContain('"job failed"');
});

it('reviews files with any name', async () => {
  const { github, repository, bot } = await stage();
  const names = ['a b#c%20d', 'quote"s\'', 'näme-日本', 'tab\tand\nline', '[x](y)<!--', '@team'];
  const files = Object.fromEntries(names.map((name) => [`src/${name}.ts`, faulty.files['src/steps.ts']]));
  repository.commit('feature', { files });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  const [run] = repository.checkRuns(pull.headSha);
  expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(new Set(run?.annotations.map(({ path }) => path))).toEqual(new Set(Object.keys(files)));
  expect(pull.reviewComments()).toHaveLength(names.length);
  github.assertNoViolations();
});
