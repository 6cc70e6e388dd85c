import { describe, expect, it } from 'vitest';
import { BAD_STEPS, FILES, READ, SARIF_FILE, WRITE, pullRequestEvent, stage } from './action-process.js';
import type { Stage } from './action-process.js';
import { sarifProblems } from './sarif-problems.js';

/** What decides when there is no pull request. */
const mainTip = ({ repository }: Stage): string => repository.git.resolve('refs/heads/main') ?? '';
const token = ({ github, repository }: Stage): string => github.createToken(READ, repository);

describe('a merge group', () => {
  it('is judged by what it adds, and what was waived in its pull request stays waived', async () => {
    const own = await stage();
    const { repository, review, run } = own;
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    await review(pull);
    const { headSha, baseSha, ref } = repository.enqueueMergeGroup(pull);
    const payload = {
      action: 'checks_requested',
      repository: { id: repository.id },
      merge_group: { head_sha: headSha, base_sha: baseSha, head_ref: ref, base_ref: 'refs/heads/main' },
    };
    const step = { event: 'merge_group', payload, token: token(own) };
    expect(await run(step)).toMatchObject({ code: 1, outputs: { p0: '1' } });
    const [, id = ''] = /id `([0-9a-f]+)`/.exec(pull.comments()[0]?.body ?? '') ?? [];
    pull.comment('maintainer', `/tracklint waive ${id} agreed with legal`);
    expect(await run(step)).toMatchObject({ code: 0, outputs: { findings: '0' } });
    expect(pull.comments()).toHaveLength(2);
  });
});

describe('without a pull request', () => {
  it.each(['push', 'workflow_dispatch', 'schedule'])('%s reviews everything at the commit', async (event) => {
    const own = await stage({ ...FILES, ...BAD_STEPS });
    const env = { GITHUB_SHA: mainTip(own), GITHUB_REF_NAME: 'main', ...SARIF_FILE };
    const run = await own.run({ event, payload: { ref: 'refs/heads/main' }, token: token(own), env });
    expect(run).toMatchObject({ code: 1, outputs: { conclusion: 'failure', p0: '1' } });
    expect(run.summary).toContain('**Branch**: `main` · **Scope**: everything');
    expect(run.summary).not.toContain('/tracklint');
    expect(sarifProblems(run.sarif ?? '').results).toHaveLength(1);
    own.github.assertNoViolations();
  });

  it('the configuration of the commit says what fails, and its baseline what is accepted', async () => {
    const config = JSON.stringify({ pullRequests: { failOn: 'never' } });
    const own = await stage({ ...FILES, ...BAD_STEPS, 'tracklint.config.json': config });
    const env = { GITHUB_SHA: mainTip(own) };
    expect(await own.run({ event: 'push', payload: {}, token: token(own), env })).toMatchObject({
      code: 0,
      outputs: { conclusion: 'success', p0: '1' },
    });
  });

  it('a branch that was deleted has nothing to review', async () => {
    const own = await stage();
    const run = await own.run({ event: 'push', payload: { deleted: true }, token: token(own) });
    expect(run).toMatchObject({ code: 0, outputs: { conclusion: 'skipped' } });
    expect(own.github.requests).toEqual([]);
  });
});

describe('there is no review, and one sentence says why', () => {
  const pullRequest = (own: Stage) =>
    pullRequestEvent(own.repository, own.repository.openPullRequest({ head: 'feature' }));

  it.each([
    [
      'pull_request_target',
      { event: 'pull_request_target' },
      'Tracklint does not run on pull_request_target',
    ],
    ['an event of another kind', { event: 'issue_comment' }, 'Tracklint does not run on this event'],
    ['no token', { token: '' }, 'The input "token" is empty'],
    ['a token that is none', { token: 'ghs_none' }, 'GitHub does not know the token'],
    ['a comment that is neither', { env: { INPUT_COMMENT: 'yes' } }, 'The input "comment" is neither'],
    ['another form of event', { payload: { pull_request: 1 } }, 'The event has another form'],
    ['no runner', { env: { GITHUB_EVENT_PATH: '' } }, 'GITHUB_EVENT_PATH is missing'],
    [
      'a SARIF file nowhere',
      { env: { 'INPUT_SARIF-FILE': 'event.json/x' } },
      'The file of the input "sarif-file"',
    ],
  ])('%s', async (_, step, sentence) => {
    const own = await stage();
    const usual = { event: 'pull_request', payload: pullRequest(own), token: own.github.createToken(WRITE) };
    const run = await own.run({ ...usual, ...step });
    expect(run).toMatchObject({ code: 2, left: [] });
    expect(run.lines).toEqual([expect.stringContaining(`::error title=Tracklint::${sentence}`)]);
  });

  it('a token that may not read the code', async () => {
    const own = await stage();
    const refused = own.github.createToken({ metadata: 'read', pull_requests: 'write' }, own.repository);
    const run = await own.run({ event: 'pull_request', payload: pullRequest(own), token: refused });
    expect(run).toMatchObject({ code: 2, outputs: { conclusion: 'error' } });
    expect(run.lines[0]).toContain('permissions: contents: read');
    expect(run.summary).toContain('Not reviewed: The token may not read the code');
  });

  it('the base branch has a configuration that cannot be used', async () => {
    const own = await stage({ ...FILES, 'tracklint.config.json': '{ "rulez": {} }' });
    own.repository.commit('feature', { files: BAD_STEPS });
    const run = await own.run({ event: 'pull_request', payload: pullRequest(own), token: token(own) });
    expect(run).toMatchObject({ code: 2, outputs: { conclusion: 'error' } });
    expect(run.lines).toEqual([
      expect.stringMatching(
        /^::error title=Tracklint::The configuration of the base branch cannot be used.*rulez/,
      ),
    ]);
  });

  it('the base branch is gone', async () => {
    const own = await stage();
    const payload = pullRequest(own);
    own.repository.git.setRef('refs/heads/main', null);
    const run = await own.run({ event: 'pull_request', payload, token: token(own) });
    expect([run.code, run.lines[0]]).toEqual([2, expect.stringContaining('does not exist any more')]);
  });
});
