import { expect, it } from 'vitest';
import type { FakePullRequest } from '../../../../test-fixtures/github-server/index.js';
import { shop, stage, tracking } from './bot-process.js';
import type { Stage } from './bot-process.js';

/** What GitHub refuses however often it is asked, until a person changes something. */

const faulty = { files: { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') } };

/** Long enough ago that nobody can still be at it. */
function rest(pull: FakePullRequest): void {
  pull.state.updatedAt = new Date(Date.now() - 5 * 60_000).toISOString();
}

const shown = ({ repository, headSha }: FakePullRequest) =>
  repository.checkRuns(headSha).map(({ status, conclusion }) => `${status} ${conclusion}`);

/** Opens a pull request, and lets something happen while its code is read. */
async function openAndMeanwhile({ github, repository, bot }: Stage, happens: () => void) {
  repository.commit('feature', faulty);
  github.faults.add({ method: 'GET', path: /\/git\/trees\//, kind: { run: happens } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  return pull;
}

it('lets go of a repository that is archived during the review, and reviews once it is not any more', async () => {
  const scene = await stage();
  const { github, repository, bot } = scene;
  const pull = await openAndMeanwhile(scene, () => (repository.isArchived = true));
  expect(shown(pull)).toEqual(['in_progress null']);
  rest(pull);
  await bot.stop();
  const asked = github.requests.length;
  await bot.start();
  await bot.idle();
  expect(github.requests.slice(asked).filter(({ path }) => path.startsWith('/repos/'))).toEqual([]);
  await bot.stop();
  repository.isArchived = false;
  await bot.start();
  await bot.idle();
  expect(shown(pull)).toEqual(['completed failure']);
  expect(pull.comments()).toHaveLength(1);
  github.assertNoViolations();
});

it('lets go of an installation that is suspended during the review, and makes up for it afterwards', async () => {
  const scene = await stage();
  const { github, repository, bot } = scene;
  const pull = await openAndMeanwhile(scene, () => {
    github.app.settings.isSuspended = true;
    github.expireTokens();
  });
  expect(shown(pull)).toEqual(['in_progress null']);
  github.app.settings.isSuspended = false;
  const reconcile = async (): Promise<number> => {
    rest(pull);
    const before = github.requests.length;
    github.deliver('installation', 'unsuspend', repository, {});
    await bot.idle();
    const made = github.requests.slice(before);
    return made.filter(({ method, path }) => method === 'GET' && path.endsWith('/check-runs')).length;
  };
  expect(await reconcile()).toBeGreaterThan(0);
  expect(shown(pull)).toEqual(['completed failure']);
  expect(pull.comments()).toHaveLength(1);

  // What has its conclusion is looked at once more and then remembered, until there is another head.
  expect([await reconcile(), await reconcile()]).toEqual([1, 0]);
  repository.push('feature', { files: { 'src/more.ts': 'export const one = 1;\n' } });
  await bot.idle();
  expect([await reconcile(), await reconcile()]).toEqual([1, 0]);
  github.assertNoViolations();
});

it('says everything in the check where the conversation is locked', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', faulty);
  const pull = repository.openPullRequest({ head: 'feature' });
  pull.state.isLocked = true;
  await bot.idle();
  expect(shown(pull)).toEqual(['completed failure']);
  const [annotation] = repository.checkRuns(pull.headSha)[0]?.annotations ?? [];
  expect(annotation).toMatchObject({ path: 'src/steps.ts', start_line: 5 });
  const posts = () => github.requests.filter(({ method, status }) => method === 'POST' && status === 403);
  expect(posts()).toHaveLength(1);

  // Who may write can still give a command, and gets no answer.
  pull.comment('maintainer', '/tracklint review');
  await bot.idle();
  expect(shown(pull)).toEqual(['completed failure', 'completed failure']);
  pull.comment('maintainer', '/tracklint help');
  await bot.idle();
  expect(bot.output).not.toContain('"job failed"');
  expect([pull.comments().length, pull.reviews().length]).toEqual([2, 0]);

  pull.state.isLocked = false;
  pull.comment('maintainer', '/tracklint review');
  await bot.idle();
  expect([pull.comments().length, pull.reviews().length]).toEqual([4, 1]);
  github.assertNoViolations();
});

it('brings comments on lines up to date although GitHub cannot make the diff', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', faulty);
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  expect(pull.reviewComments()).toHaveLength(1);
  // https://github.com/googleapis/repo-automation-bots/issues/4475
  const errors = [{ resource: 'PullRequest', field: 'diff', code: 'not_available' }];
  const message = 'Server Error: Sorry, this diff is taking too long to generate.';
  const answer = { status: 422, body: { message, errors } };
  github.faults.add({ method: 'GET', path: /\/pulls\/1\/files$/, kind: { answer }, times: 1_000 });
  repository.push('feature', { files: { 'src/steps.ts': tracking('phone: user.phone') } });
  await bot.idle();
  expect(shown(pull)).toEqual(['completed failure']);
  expect(pull.comments()[0]?.body).toContain('phone');
  expect(pull.reviewComments().map(({ body }) => body.slice(0, 9))).toEqual(['**Fixed**']);
  expect(bot.output).not.toContain('"job failed"');
  github.assertNoViolations();
});

it('tells who gave a command that it cannot be followed', async () => {
  const { github, repository, bot } = await stage();
  const broken = { files: { 'tracklint.config.json': '{ "plam": "src/plan.ts" }' } };
  repository.branch('feature', repository.commit('main', broken));
  repository.commit('feature', faulty);
  const pull = repository.openPullRequest({ head: 'feature' });
  const comment = pull.comment('author', '/tracklint explain 0123abcd');
  await bot.idle();
  expect(comment.reactions.map(({ content }) => content)).toEqual(['confused']);
  expect(pull.comments().at(-1)).toMatchObject({
    ...{ login: 'tracklint[bot]', body: expect.stringMatching(/plam.*plan/) as string },
  });
  github.assertNoViolations();
});

it('reconciles the other repositories when one cannot be asked', async () => {
  const { github, repository, bot } = await stage();
  await bot.kill();
  const blocked = shop(github, 'blocked');
  const pulls = [blocked, repository].map((own) => {
    own.commit('feature', faulty);
    return own.openPullRequest({ head: 'feature' });
  });
  // Two pull requests with one head.
  repository.branch('release', repository.git.resolve('refs/heads/main') ?? '');
  pulls.push(repository.openPullRequest({ head: 'feature', base: 'release' }));
  await github.webhooks.idle();
  github.webhooks.deliveries.length = 0;
  pulls.forEach(rest);
  // Newest first, so that the one that cannot be asked comes before the other.
  github.repositories.reverse();
  // https://docs.github.com/en/rest/repos/repos: a repository that was taken down, for one.
  const answer = { status: 451, body: { message: 'Repository access blocked' } };
  github.faults.add({ method: 'GET', path: /^\/repos\/acme\/blocked\//, kind: { answer }, times: 1_000 });
  await bot.start();
  await bot.idle();
  expect(pulls.map(shown)).toEqual([
    [],
    ['completed failure', 'completed failure'],
    ['completed failure', 'completed failure'],
  ]);
  github.assertNoViolations();
});

it('makes up for a review that failed, after a while', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', faulty);
  const answer = { status: 422, body: { message: 'Something is broken for now.' } };
  github.faults.add({ method: 'GET', path: /\/compare\//, kind: { answer }, times: 1_000 });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  expect(shown(pull)).toEqual(['completed neutral']);
  /** Lets the newest check be so old, and has the bot look for what was lost. */
  const reconcileAfter = async (minutes: number) => {
    rest(pull);
    const [newest] = repository.checkRuns(pull.headSha).toSorted((a, b) => b.id - a.id);
    newest!.completedAt = new Date(Date.now() - minutes * 60_000).toISOString();
    github.deliver('installation', 'unsuspend', repository, {});
    await bot.idle();
    return shown(pull);
  };
  expect(await reconcileAfter(4)).toEqual(['completed neutral']);
  expect(await reconcileAfter(6)).toEqual(['completed neutral', 'completed neutral']);
  github.faults.clear();
  expect(await reconcileAfter(9)).toHaveLength(2);
  expect((await reconcileAfter(11)).toSorted()).toEqual([
    'completed failure',
    ...['completed neutral', 'completed neutral'],
  ]);
  expect(pull.comments()).toHaveLength(1);
  expect(await reconcileAfter(60)).toHaveLength(3);
  github.assertNoViolations();
});
