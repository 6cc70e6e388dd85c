import { describe, expect, it } from 'vitest';
import { tracking } from '../end-to-end/bot-process.js';
import { BAD_STEPS, CODE_ONLY, FILES, READ, SARIF_FILE, stage } from './action-process.js';
import { sarifProblems } from './sarif-problems.js';

describe('a pull request', () => {
  it('with a P0 fails and is told of everywhere; once it is fixed, everything says so', async () => {
    const { github, repository, review } = await stage();
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    const run = await review(pull, { env: SARIF_FILE });
    expect(run).toMatchObject({
      code: 1,
      outputs: { conclusion: 'failure', p0: '1', p1: '0', p2: '0', findings: '1' },
      left: [],
    });
    expect(run.lines[0]).toMatch(
      /^::error file=src\/steps\.ts,line=5,endLine=5,col=\d+,endColumn=\d+,title=\[P0\] CRITICAL - no-pii%3A "email" of "Step 2 Done"::/,
    );
    expect(run.lines.at(-1)).toBe('P0: 1 · P1: 0 · P2: 0 · P3: 0; 1 finding holds up the merge.');
    expect(run.summary).toMatch(/^# Mixpanel Implementation Review\n/);
    expect(run.summary).toContain(`https://github.example/acme/shop/blob/${pull.headSha}/src/steps.ts#L5`);
    const { problems, results } = sarifProblems(run.sarif ?? '');
    expect([problems, results.map(({ ruleId }) => ruleId)]).toEqual([null, ['no-pii']]);
    const [comment] = pull.comments();
    expect(comment).toMatchObject({ login: 'github-actions[bot]' });
    expect(comment?.body).toContain('/tracklint waive');
    expect(comment?.body).not.toContain('/tracklint explain');

    await review(pull);
    expect(pull.comments()).toEqual([comment]);

    repository.push('feature', { files: { 'src/steps.ts': FILES['src/steps.ts'] } });
    const fixed = await review(pull);
    expect(fixed).toMatchObject({ code: 0, outputs: { conclusion: 'success', findings: '0' } });
    expect(fixed.lines).toEqual(['P0: 0 · P1: 0 · P2: 0 · P3: 0; nothing holds up the merge.']);
    expect(pull.comments()).toHaveLength(1);
    expect(pull.comments()[0]?.body).toContain('Nothing is left');
    github.assertNoViolations();
  });

  it.each([
    ['from a fork, whose token can only read', READ],
    ['with a token that can read the code only', CODE_ONLY],
  ])('%s gets the same but the comment', async (_, permissions) => {
    const { github, repository, review } = await stage();
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    const token = github.createToken(permissions, repository);
    const run = await review(pull, { token, env: SARIF_FILE });
    expect(run).toMatchObject({ code: 1, outputs: { conclusion: 'failure', p0: '1' } });
    expect(run.lines.filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::error file=/),
      expect.stringMatching(
        /^::notice title=Tracklint::The report is not commented, because the token may not/,
      ),
    ]);
    expect(sarifProblems(run.sarif ?? '').results).toHaveLength(1);
    expect(pull.comments()).toEqual([]);
    github.assertNoViolations();
  });

  it('without findings gets no comment and no notice', async () => {
    const { github, repository, review } = await stage();
    repository.commit('feature', { files: { 'readme.md': 'x' } });
    const pull = repository.openPullRequest({ head: 'feature' });
    const token = github.createToken(READ, repository);
    expect(await review(pull, { token })).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/^P0: 0/)],
    });
  });

  it('gets no comment where none is wanted, or comments are paused, or the head has moved on', async () => {
    const { repository, review } = await stage();
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    await review(pull, { env: { INPUT_COMMENT: 'false' } });
    const old = { ...pull.state };
    repository.push('feature', { files: { 'readme.md': 'x' } });
    const stale = await review(Object.assign(Object.create(pull) as typeof pull, { state: old }));
    expect(stale.lines.at(-2)).toContain('has moved on to another commit');
    pull.comment('maintainer', '/tracklint pause');
    const paused = await review(pull);
    expect([paused.code, paused.lines.at(-2)]).toEqual([1, expect.stringContaining('comments were paused')]);
    expect(pull.comments()).toHaveLength(1);
  });

  it('passes once someone with write access has waived what is found', async () => {
    const { repository, review } = await stage();
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    await review(pull);
    const [, id = ''] = /id `([0-9a-f]+)`/.exec(pull.comments()[0]?.body ?? '') ?? [];
    pull.comment('author', `/tracklint waive ${id} please`);
    expect(await review(pull)).toMatchObject({ code: 1 });
    pull.comment('maintainer', `/tracklint waive ${id} agreed with legal`);
    expect(await review(pull)).toMatchObject({ code: 0, outputs: { findings: '0' } });
    expect(pull.comments()[0]?.body).toContain('agreed with legal');
  });

  it('cannot let itself through by a comment in the code or by its own configuration', async () => {
    const { repository, review } = await stage();
    const [line = ''] = /^ {2}trackEvent\('Step 2.*$/m.exec(BAD_STEPS['src/steps.ts']) ?? [];
    const suppressed = BAD_STEPS['src/steps.ts'].replace(
      line,
      `  // eslint-disable-next-line mixpanel/no-pii -- fine\n${line}`,
    );
    const config = JSON.stringify({ pullRequests: { failOn: 'never' } });
    repository.commit('feature', { files: { 'src/steps.ts': suppressed, 'tracklint.config.json': config } });
    const run = await review(repository.openPullRequest({ head: 'feature' }));
    expect([run.code, run.lines[0]]).toEqual([
      1,
      expect.stringContaining('someone with write access has to agree'),
    ]);
    expect(run.summary).toContain('What this change would allow');
  });

  it('that is a draft is left alone where the base branch says so', async () => {
    const config = JSON.stringify({ pullRequests: { drafts: 'skip' } });
    const { repository, review } = await stage({ ...FILES, 'tracklint.config.json': config });
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature', draft: true });
    expect(await review(pull)).toMatchObject({ code: 0, outputs: { conclusion: 'skipped' }, summary: '' });
    pull.markReady();
    expect(await review(pull)).toMatchObject({ code: 1 });
  });

  it('with 2,500 findings shows ten of a kind and tells where the rest is', async () => {
    const { github, repository, review } = await stage();
    const properties = Array.from({ length: 100 }, () => 'email: user.email');
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`src/steps-${index}.ts`, tracking(...properties)]),
    );
    repository.commit('feature', { files });
    const pull = repository.openPullRequest({ head: 'feature' });
    const run = await review(pull, { env: SARIF_FILE });
    expect(run).toMatchObject({ code: 1, outputs: { p0: '2500' } });
    expect(run.lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(run.lines.at(-2)).toMatch(/^\d+ more findings are not annotated, .* the SARIF file\.$/);
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(run.summary)).toBeGreaterThan(900_000);
    const { problems, results } = sarifProblems(run.sarif ?? '');
    expect([problems, results.length >= 2_500]).toEqual([null, true]);
    expect(pull.comments()[0]?.body).toContain(
      '[the summary of the job](https://github.example/acme/shop/actions/runs/99) has them',
    );
    github.assertNoViolations();
  });

  it('is reviewed after GitHub asked to wait', async () => {
    const { github, repository, review } = await stage();
    repository.commit('feature', { files: BAD_STEPS });
    const pull = repository.openPullRequest({ head: 'feature' });
    const limit = { status: 403, retryAfter: 1 } as const;
    github.faults.add({ method: 'GET', path: /\/git\/trees\//, kind: limit });
    github.faults.add({ method: 'POST', path: /\/comments$/, kind: limit });
    expect(await review(pull)).toMatchObject({ code: 1 });
    expect([github.faults.happened, pull.comments().length]).toEqual([2, 1]);
  });
});
