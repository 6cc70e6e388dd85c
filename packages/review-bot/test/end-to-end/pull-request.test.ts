import { describe, expect, it } from 'vitest';
import type {
  FakePullRequest,
  FakeRepository,
  GitHubServer,
} from '../../../../test-fixtures/github-server/index.js';
import { stage, tracking } from './bot-process.js';
import type { Stage } from './bot-process.js';

const CLEAN = "plan: 'free'";
const EMAIL = 'email: user.email';
const PHONE = 'phone: user.phone';

/** A pull request whose second event sends an e-mail address. */
async function faulty(
  { repository, bot }: Stage,
  own: Parameters<FakeRepository['openPullRequest']>[0] = { head: 'feature' },
) {
  repository.commit(own.head, { files: { 'src/steps.ts': tracking(CLEAN, EMAIL) } });
  const pull = repository.openPullRequest(own);
  await bot.idle();
  return pull;
}

const runOf = (pull: FakePullRequest) =>
  pull.repository.checkRuns(pull.headSha).filter(({ name }) => name === 'Tracklint');

/** How many requests created content since the last call. */
function contentCounter(github: GitHubServer): () => number {
  let seen = 0;
  return () => {
    const count = github.requests.filter(({ creates }) => creates).length;
    const fresh = count - seen;
    seen = count;
    return fresh;
  };
}

const bodies = (pull: FakePullRequest): readonly string[] =>
  [...pull.comments(), ...pull.reviewComments()].map(({ body }) => body);

describe('a pull request', () => {
  it('is reviewed, and across pushes nothing is said twice and nothing is lost', async () => {
    const scene = await stage();
    const { github, repository, bot } = scene;
    const fresh = contentCounter(github);
    const pull = await faulty(scene);
    expect(runOf(pull)).toMatchObject([{ status: 'completed', conclusion: 'failure', title: '1 P0' }]);
    expect(runOf(pull)[0]?.annotations).toMatchObject([
      { path: 'src/steps.ts', start_line: 5, annotation_level: 'failure' },
    ]);
    expect(pull.comments().map(({ login }) => login)).toEqual(['tracklint[bot]']);
    expect(pull.reviewComments()).toMatchObject([{ path: 'src/steps.ts', line: 5 }]);
    expect(fresh()).toBeLessThanOrEqual(4);

    // A person answers; another line is pushed above, so that everything moves.
    const reply = pull.reply(pull.reviewComments()[0]!.id, 'author', 'Is that so?');
    repository.push('feature', { files: { 'src/steps.ts': `// moved\n${tracking(CLEAN, EMAIL)}` } });
    await bot.idle();
    expect([pull.reviews().length, pull.reviewComments().length, pull.comments().length]).toEqual([1, 2, 1]);
    expect(runOf(pull)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(fresh()).toBeLessThanOrEqual(4);

    // Rebased onto a main that has moved on.
    const main = repository.commit('main', { files: { 'README.md': 'new' } });
    repository.forcePush('feature', repository.git.rebase(pull.headSha, main));
    await bot.idle();
    expect([pull.reviews().length, pull.reviewComments().length, pull.comments().length]).toEqual([1, 2, 1]);

    // One is fixed, another one comes.
    repository.push('feature', { files: { 'src/steps.ts': tracking(CLEAN, CLEAN, PHONE) } });
    await bot.idle();
    expect(pull.reviews()).toHaveLength(2);
    expect(pull.reviewComments()[0]?.body).toMatch(/^\*\*Fixed\*\*/);
    expect(pull.comments()[0]?.body).toContain('phone');
    fresh();

    repository.push('feature', { files: { 'src/steps.ts': tracking(CLEAN, CLEAN) } });
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'success', title: 'No tracking problems' }]);
    expect(pull.comments()).toMatchObject([{ body: expect.stringContaining('Nothing is left') as string }]);
    expect(pull.reviewComments().filter(({ body }) => body.startsWith('**Fixed**'))).toHaveLength(2);
    expect(pull.reviewComments().find(({ id }) => id === reply.id)).toMatchObject({
      body: 'Is that so?',
      login: 'author',
    });

    // What comes back is said where it was said.
    repository.push('feature', { files: { 'src/steps.ts': tracking(CLEAN, EMAIL) } });
    await bot.idle();
    expect(pull.reviewComments()[0]?.body).toMatch(/^\*\*\[P0\]/);
    expect(pull.reviews()).toHaveLength(2);
    github.assertNoViolations();
  });

  it('gets no comment as long as there is nothing to say', async () => {
    const { github, repository, bot } = await stage();
    repository.commit('feature', { files: { 'src/other.ts': 'export const one = 1;\n' } });
    const pull = repository.openPullRequest({ head: 'feature' });
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'success' }]);
    expect(bodies(pull)).toEqual([]);
    github.assertNoViolations();
  });

  it('shows what it causes in files that it does not touch', async () => {
    const scene = await stage();
    const { repository, bot } = scene;
    const silent = 'export function trackEvent(_name: string, _properties: Record<string, unknown>) {}\n';
    const loud = repository.git
      .blob(`${repository.git.resolve('refs/heads/main')!}:src/analytics.ts`)!
      .toString();
    repository.branch(
      'other',
      repository.commit('main', { files: { 'src/analytics.ts': silent, 'src/steps.ts': tracking(EMAIL) } }),
    );
    repository.commit('other', { files: { 'src/analytics.ts': loud } });
    const pull = repository.openPullRequest({ head: 'other' });
    await bot.idle();
    expect(pull.reviews()).toEqual([]);
    expect(pull.comments()[0]?.body).toMatch(/Caused by\*\*: \[`src\/analytics\.ts:3`\]/);
    expect(runOf(pull)[0]?.annotations[0]?.message).toContain('Caused by src/analytics.ts:3.');
  });

  it('cannot switch its own gate off', async () => {
    const { repository, bot } = await stage();
    const suppressed = tracking(CLEAN, EMAIL).replace(
      /^( *)(trackEvent\('Step 2)/m,
      '$1// eslint-disable-next-line mixpanel/no-pii -- quiet\n$1$2',
    );
    const config =
      '{ "rules": { "no-pii": "off" }, "pii": { "allow": [{ "name": "email" }] }, "pullRequests": { "failOn": "never" } }';
    repository.commit('feature', { files: { 'src/steps.ts': suppressed, 'tracklint.config.json': config } });
    const pull = repository.openPullRequest({ head: 'feature' });
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'failure', title: '1 suppressed' }]);
    const [report] = bodies(pull);
    expect(report).toMatch(/## Suppressed by this change\n\n- \[P0\][^\n]*quiet/);
    expect(report).toContain('The rule no-pii is turned off.');
    expect(report).toContain('The property "email" is allowed');

    pull.comment('maintainer', `/tracklint waive ${/id `([0-9a-f]{8})`/.exec(report!)![1]!} agreed`);
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'success', title: '1 waived' }]);
    expect(pull.comments()[0]?.body).toMatch(/## Waived\n\n- \[P0\][^\n]*by `maintainer`: agreed/);
  });

  it('is left alone while it is a draft, where the repository wants that', async () => {
    const scene = await stage();
    const { repository, bot } = scene;
    const config = '{ "pullRequests": { "drafts": "skip" } }';
    repository.branch('feature', repository.commit('main', { files: { 'tracklint.config.json': config } }));
    const pull = await faulty(scene, { head: 'feature', draft: true });
    expect(runOf(pull)).toMatchObject([{ conclusion: 'neutral', title: 'Draft' }]);
    expect(bodies(pull)).toEqual([]);
    pull.markReady();
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'failure', title: '1 P0' }]);
    expect(pull.reviewComments()).toHaveLength(1);
  });

  it('is judged against its base, also when that changes', async () => {
    const scene = await stage();
    const { repository, bot } = scene;
    repository.branch(
      'release',
      repository.commit('release', {
        parent: repository.git.resolve('refs/heads/main')!,
        files: { 'src/steps.ts': tracking(CLEAN, EMAIL) },
      }),
    );
    repository.branch('feature', repository.git.resolve('refs/heads/release')!);
    repository.commit('feature', { files: { 'src/more.ts': 'export const one = 1;\n' } });
    const pull = repository.openPullRequest({ head: 'feature', base: 'release' });
    await bot.idle();
    expect(runOf(pull)).toMatchObject([{ conclusion: 'success' }]);
    pull.changeBase('main');
    await bot.idle();
    expect(runOf(pull).map(({ conclusion }) => conclusion)).toEqual(['success', 'failure']);
  });

  it('gets a conclusion on every pushed commit, and none is left open when it is closed', async () => {
    const scene = await stage();
    const { repository, bot } = scene;
    const pull = await faulty(scene);
    const heads = [pull.headSha];
    for (let push = 0; push < 5; push += 1) {
      heads.push(
        repository.push('feature', { files: { [`src/file-${push}.ts`]: 'export const one = 1;\n' } }),
      );
    }
    repository.push('feature', { files: { 'src/last.ts': 'x' } });
    pull.close();
    await bot.idle();
    for (const head of [...heads, pull.headSha]) {
      expect(repository.checkRuns(head)).toMatchObject([{ status: 'completed' }]);
    }
  });

  it('has its check runs made anew when that is asked for', async () => {
    const scene = await stage();
    const { repository, bot, github } = scene;
    const pull = await faulty(scene);
    repository.rerequestCheckRun(runOf(pull)[0]!.id);
    await bot.idle();
    expect(runOf(pull)).toHaveLength(2);
    repository.rerequestCheckSuite(pull.headSha);
    await bot.idle();
    expect(runOf(pull)).toHaveLength(3);
    expect(
      runOf(pull).every(
        ({ conclusion, annotations }) => conclusion === 'failure' && annotations.length === 1,
      ),
    ).toBe(true);
    repository.pressButton(runOf(pull)[2]!.id, 'full', 'stranger');
    await bot.idle();
    expect(repository.checkRuns(pull.headSha)).toHaveLength(3);
    repository.pressButton(runOf(pull)[2]!.id, 'full');
    await bot.idle();
    expect(repository.checkRuns(pull.headSha)[3]).toMatchObject({
      name: 'Tracklint (everything)',
      conclusion: 'neutral',
    });
    expect([pull.reviews().length, pull.comments().length]).toEqual([1, 1]);
    github.assertNoViolations();
  });

  it('passes the merge queue with what was waived, and not with what was not', async () => {
    const scene = await stage();
    const { repository, bot, github } = scene;
    const pull = await faulty(scene);
    const group = repository.enqueueMergeGroup(pull);
    await bot.idle();
    expect(repository.checkRuns(group.headSha)).toMatchObject([{ conclusion: 'failure' }]);
    repository.destroyMergeGroup(group);
    pull.reply(pull.reviewComments()[0]!.id, 'maintainer', '/tracklint waive invented data');
    await bot.idle();
    repository.commit('main', { files: { 'README.md': 'moved on' } });
    const next = repository.enqueueMergeGroup(pull);
    await bot.idle();
    expect(repository.checkRuns(next.headSha)).toMatchObject([{ conclusion: 'success' }]);
    github.assertNoViolations();
  });
});
