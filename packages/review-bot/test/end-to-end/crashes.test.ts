import { expect, it } from 'vitest';
import type { FakePullRequest } from '../../../../test-fixtures/github-server/index.js';
import { ONE_OF_EACH, openWithFinding, shownOf, stage, tracking } from './bot-process.js';

/** What GitHub has to show of a pull request with one finding, whatever has happened on the way. */
function expectOneOfEach(pull: FakePullRequest, where: string): void {
  expect(shownOf(pull), where).toEqual(ONE_OF_EACH);
}

const file = tracking("plan: 'free'", 'email: user.email');

it('ends the same when the process is killed at any request, before or after its effect', async () => {
  const { github, bot } = await stage();
  await bot.idle();
  const undisturbed = openWithFinding(github, 'undisturbed');
  await bot.idle();
  expectOneOfEach(undisturbed, 'undisturbed');
  // The requests of a review, each as often as it is made.
  const made = github.requests.filter(({ path }) => path.startsWith('/repos/acme/undisturbed/'));
  const places = made.map(({ method, route }, index) => ({
    method,
    route,
    skip: made.slice(0, index).filter((own) => own.method === method && own.route === route).length,
  }));
  // The tree of the base and most blobs of the next repositories are known from the first.
  const isReached = ({ route, skip }: (typeof places)[number]): boolean =>
    !/trees|blobs/.test(route) || skip === 0;
  expect(places.length).toBeGreaterThan(15);

  let number = 0;
  for (const { method, route, skip } of places.filter(isReached)) {
    for (const effect of method === 'GET' ? (['none'] as const) : (['none', 'done'] as const)) {
      number += 1;
      const name = `case-${number}`;
      const path = new RegExp(
        `^${route
          .replace('{owner}', 'acme')
          .replace('{repo}', name)
          .replace(/\{\w+\}/g, '[^/]+')}$`,
      );
      let killed: (() => void) | null = null;
      const gone = new Promise<void>((resolve) => (killed = resolve));
      const kill = async (): Promise<void> => {
        await bot.kill();
        killed?.();
      };
      github.faults.add({ method, path, skip, kind: { kill, effect } });
      const pull = openWithFinding(github, name);
      await gone;
      await bot.start();
      await bot.idle();
      expectOneOfEach(pull, `${method} ${route} (${skip + 1}), killed with its effect ${effect}`);
    }
  }
  github.assertNoViolations();
}, 600_000);

it('makes up for what was lost with its data', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', { files: { 'src/steps.ts': file } });
  let killed: (() => void) | null = null;
  const gone = new Promise<void>((resolve) => (killed = resolve));
  const kill = async (): Promise<void> => {
    await bot.kill();
    killed?.();
  };
  github.faults.add({ method: 'PATCH', path: /\/check-runs\//, kind: { kill, effect: 'none' } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await gone;
  expect(repository.checkRuns(pull.headSha)).toMatchObject([{ status: 'in_progress' }]);
  bot.forget();
  // Long enough ago that nobody can still be at it.
  pull.state.updatedAt = new Date(Date.now() - 5 * 60_000).toISOString();
  await bot.start();
  await bot.idle();
  expectOneOfEach(pull, 'after the data was lost');
});

it('asks for the webhooks that it missed', async () => {
  const { github, repository, bot } = await stage();
  await bot.kill();
  repository.commit('feature', { files: { 'src/steps.ts': file } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await github.webhooks.idle();
  for (const delivery of github.webhooks.deliveries)
    delivery.deliveredAt = new Date(Date.now() - 5 * 60_000).toISOString();
  await bot.start();
  await bot.idle();
  expectOneOfEach(pull, 'after a missed webhook');
  github.assertNoViolations();
});

it('does the same once, however often and in whatever order it is told', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', { files: { 'src/steps.ts': file } });
  const pull = repository.openPullRequest({ head: 'feature' });
  repository.push('feature', { files: { 'src/more.ts': 'export const one = 1;\n' } });
  const told = [...github.webhooks.deliveries];
  await bot.idle();
  for (const { id } of told.toReversed()) github.webhooks.redeliver(id);
  await bot.idle();
  // The same news under other names, the older one last.
  const { state } = pull;
  github.deliver('pull_request', 'synchronize', repository, { pull: state, before: told[0]!.guid });
  github.deliver('pull_request', 'opened', repository, {
    pull: { ...state, headSha: repository.git.parentsOf(state.headSha)[0]! },
  });
  await bot.idle();
  expectOneOfEach(pull, 'after repeated news');
  expect(repository.checkRunStates).toHaveLength(2);
});

it('posts nothing about a commit that is no longer the head', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', { files: { 'src/steps.ts': tracking('phone: user.phone') } });
  const run = (): void => {
    repository.push('feature', { files: { 'src/steps.ts': file } });
  };
  github.faults.add({ method: 'GET', path: /\/issues\/\d+\/comments$/, kind: { run } });
  const pull = repository.openPullRequest({ head: 'feature' });
  const old = pull.headSha;
  await bot.idle();
  expect(repository.checkRuns(old)).toMatchObject([
    { status: 'completed', conclusion: 'cancelled', annotations: [] },
  ]);
  expectOneOfEach(pull, 'after the head has moved');
  expect(pull.comments()[0]?.body).not.toContain('phone');
});
