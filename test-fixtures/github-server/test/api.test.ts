import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { octokitRepository } from '../../../packages/review-bot/src/github/octokit-repository.js';
import { serverAndClient } from './client.js';

const where = { owner: 'acme', repo: 'shop' };

describe('the fake GitHub', () => {
  it('answers every question of the bot as GitHub describes it', async () => {
    const { server, client, appClient } = await serverAndClient();
    const repository = server.createRepository();
    const base = repository.commit('main', { files: { 'src/a.ts': 'one\ntwo\nthree\n', 'b.bin': Buffer.from([0, 1, 2]) } });
    repository.branch('feature', base);
    const head = repository.commit('feature', { files: { 'src/a.ts': 'one\n2\nthree\nfour\n' } });
    const pull = repository.openPullRequest({ head: 'feature' });
    repository.permissions.set('ada', 'write');
    const api = octokitRepository(client, where, server.app.id);

    expect(await api.pullRequest(1)).toMatchObject({ state: 'open', head: { sha: head, ref: 'feature' }, author: 'author' });
    expect((await api.openPullRequests()).map(({ number }) => number)).toEqual([1]);
    expect(await api.pullRequestsOfHead(head)).toEqual([1]);
    expect(await api.branchTip('main')).toBe(base);
    expect(await api.branchTip('gone')).toBeNull();
    expect(await api.mergeBase(base, head)).toBe(base);
    expect(await api.patches(1)).toEqual(new Map([['src/a.ts', '@@ -1,3 +1,4 @@\n one\n-two\n+2\n three\n+four']]));
    expect(await api.permission('ada')).toBe('write');
    expect(await api.permission('eve')).toBe('none');
    expect(await api.repositoryId()).toBe(repository.id);

    const run = await api.createCheckRun({ name: 'Tracklint', sha: head, externalId: 'x' });
    const annotation = { path: 'src/a.ts', start_line: 2, end_line: 2, annotation_level: 'failure', message: 'm', title: 't' } as const;
    const output = { title: 't', summary: 's', annotations: [annotation] };
    await api.updateCheckRun(run.id, { conclusion: 'failure', output, actions: [{ label: 'a', description: 'b', identifier: 'c' }] });
    await api.updateCheckRun(run.id, { conclusion: 'success', output: { title: 't', summary: 's2' } });
    expect(await api.checkRuns(head, 'Tracklint')).toMatchObject([
      { id: run.id, status: 'completed', conclusion: 'success', summary: 's2', annotationsCount: 1, externalId: 'x' },
    ]);

    const comment = await api.createComment(1, 'hello');
    await api.updateComment(comment.id, 'hello again');
    await api.react(comment.id, 'issue', '+1');
    expect(await api.comments(1)).toMatchObject([{ body: 'hello again', author: 'tracklint[bot]', isBot: true }]);
    expect((await api.comment(comment.id))?.isEdited).toBe(true);
    expect(await api.comment(1)).toBeNull();

    await api.createReview(1, head, [{ path: 'src/a.ts', body: 'here', line: 2, startLine: 1 }]);
    const [line] = await api.reviewComments(1);
    await api.updateReviewComment(line!.id, 'there');
    await api.reply(1, line!.id, 'indeed');
    await api.react(line!.id, 'review', 'confused');
    expect(await api.reviewComments(1)).toMatchObject([
      { body: 'there', line: 2, path: 'src/a.ts', repliesTo: null },
      { body: 'indeed', repliesTo: line!.id },
    ]);

    const group = repository.enqueueMergeGroup(pull);
    expect(await api.mergeGroups()).toEqual([{ sha: group.headSha, base, ref: group.ref }]);
    await appClient.rest.apps.getAuthenticated();
    await appClient.paginate(appClient.rest.apps.listInstallations);
    await appClient.paginate(appClient.rest.apps.listWebhookDeliveries);
    await client.paginate(client.rest.apps.listReposAccessibleToInstallation);
    server.assertNoViolations();
  });

  it('has the trees, blobs and tarballs of git', async () => {
    const { server, client } = await serverAndClient();
    const repository = server.createRepository();
    const sha = repository.commit('main', { files: { 'src/a.ts': 'text', 'ünï "q".ts': 'x' }, symlinks: { link: '/etc/passwd' } });
    const { directory } = repository.git;
    const { data: commit } = await client.rest.git.getCommit({ ...where, commit_sha: sha });
    const { data: tree } = await client.rest.git.getTree({ ...where, tree_sha: commit.tree.sha, recursive: '1' });
    const listed = execFileSync('git', ['ls-tree', '-r', '-t', '-z', sha], { cwd: directory, encoding: 'utf8' });
    expect(tree.tree.map(({ mode, type, sha: id, path }) => `${mode} ${type} ${id}\t${path}`)).toEqual(listed.split('\0').slice(0, -1));
    expect(tree.truncated).toBe(false);
    const blob = tree.tree.find(({ path }) => path === 'src/a.ts');
    const { data } = await client.rest.git.getBlob({ ...where, file_sha: blob!.sha });
    expect(Buffer.from(data.content, 'base64').toString()).toBe('text');
    repository.treeLimit = 1;
    const { data: partial } = await client.rest.git.getTree({ ...where, tree_sha: commit.tree.sha, recursive: '1' });
    expect([partial.truncated, partial.tree.length]).toEqual([true, 1]);
    const archive = await client.request('GET /repos/{owner}/{repo}/tarball/{ref}', { ...where, ref: sha, request: { redirect: 'manual', parseSuccessResponseBody: false } });
    const bytes = Buffer.from(await (await fetch(archive.headers.location!)).arrayBuffer());
    expect(execFileSync('tar', ['-tzf', '-'], { input: bytes, encoding: 'utf8' })).toContain(`acme-shop-${sha.slice(0, 7)}/src/a.ts`);
    server.assertNoViolations();
  });

  it.each([
    ['a key of another App', { authorization: 'bearer a.b.c' }, 401],
    ['an unknown token', { authorization: 'token ghs_nothing' }, 401],
    ['nothing', {}, 401],
  ])('refuses %s', async (_, headers, status) => {
    const { server } = await serverAndClient();
    server.createRepository();
    const path = 'authorization' in headers && headers.authorization.includes('.') ? '/app' : '/repos/acme/shop';
    expect((await fetch(server.url + path, { headers })).status).toBe(status);
  });

  it('enforces permissions', async () => {
    const { server } = await serverAndClient();
    server.createRepository();
    const authorization = `token ${server.createToken({ contents: 'read', pull_requests: 'read' })}`;
    const ask = (method: string, path: string, body?: object) =>
      fetch(server.url + path, { method, headers: { authorization }, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect((await ask('GET', '/repos/acme/shop/pulls')).status).toBe(200);
    const refused = await ask('POST', '/repos/acme/shop/check-runs', { name: 'x', head_sha: 'y' });
    expect([refused.status, await refused.json()]).toMatchObject([403, { message: 'Resource not accessible by integration' }]);
  });
});
