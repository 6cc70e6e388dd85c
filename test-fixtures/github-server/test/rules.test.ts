import { describe, expect, it } from 'vitest';
import type { GitHubServer } from '../index.js';
import { serverAndClient } from './client.js';

const where = { owner: 'acme', repo: 'shop' };
const PATH = 'src/a.ts';
const annotation = (own: object = {}) => ({
  ...{ path: PATH, start_line: 1, end_line: 1, annotation_level: 'notice' as const, message: 'm', title: 't' },
  ...own,
});

/** A pull request that changes the middle of a file, and the client of the App. */
async function scene() {
  const { server, client } = await serverAndClient();
  const repository = server.createRepository();
  const lines = (middle: string): string => [...Array(40).keys()].map((line) => (line === 19 ? middle : `${line + 1}`)).join('\n');
  repository.branch('feature', repository.commit('main', { files: { [PATH]: lines('old'), 'src/b.ts': 'same' } }));
  const head = repository.commit('feature', { files: { [PATH]: lines('new') } });
  const pull = repository.openPullRequest({ head: 'feature' });
  return { server, client, head, pull, repository };
}

const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Error && 'status' in error ? Number(error.status) : 0),
  );

describe('check runs', () => {
  it.each<[string, object, number]>([
    ['50 annotations', { annotations: Array(50).fill(annotation()) }, 200],
    ['51 annotations', { annotations: Array(51).fill(annotation()) }, 422],
    ['a summary of 65,535 characters', { summary: 'x'.repeat(65_535) }, 200],
    ['a summary of 65,536 characters', { summary: 'x'.repeat(65_536) }, 422],
    ['a title of 255 characters', { annotations: [annotation({ title: 'x'.repeat(255) })] }, 200],
    ['a title of 256 characters', { annotations: [annotation({ title: 'x'.repeat(256) })] }, 422],
    ['columns on one line', { annotations: [annotation({ start_column: 1, end_column: 2 })] }, 200],
    ['columns on two lines', { annotations: [annotation({ end_line: 2, start_column: 1, end_column: 2 })] }, 422],
  ])('%s', async (_name, own, status) => {
    const { client, head } = await scene();
    const output = { title: 't', summary: 's', ...own };
    const work = client.rest.checks.create({ ...where, name: 'x', head_sha: head, status: 'in_progress', output });
    expect(await statusOf(work)).toBe(status);
  });

  it.each<[string, number, number]>([
    ['three buttons', 3, 200],
    ['four buttons', 4, 422],
  ])('%s', async (_name, count, status) => {
    const { client, head } = await scene();
    const actions = Array(count).fill({ label: 'a', description: 'b', identifier: 'c' }) as { label: string; description: string; identifier: string }[];
    const work = client.rest.checks.create({ ...where, name: 'x', head_sha: head, status: 'in_progress', actions });
    expect(await statusOf(work)).toBe(status);
  });

  it('adds annotations and never replaces them', async () => {
    const { client, head, repository } = await scene();
    const { data } = await client.rest.checks.create({ ...where, name: 'x', head_sha: head, status: 'in_progress' });
    const output = { title: 't', summary: 's', annotations: [annotation()] };
    for (let time = 1; time <= 2; time += 1) await client.rest.checks.update({ ...where, check_run_id: data.id, output });
    expect(repository.checkRuns(head)[0]?.annotations).toHaveLength(2);
  });

  it('are refused for a commit that is not there', async () => {
    const { client } = await scene();
    expect(await statusOf(client.rest.checks.create({ ...where, name: 'x', head_sha: 'a'.repeat(40), status: 'queued' }))).toBe(422);
  });
});

describe('reviews', () => {
  type Draft = { path: string; body: string; line: number; start_line?: number; side: string };
  const on = (line: number, own: object = {}): Draft => ({ path: PATH, body: 'b', line, side: 'RIGHT', ...own });
  it.each<[string, Draft[], number]>([
    ['the changed line', [on(20)], 200],
    ['context before and after', [on(17), on(23)], 200],
    ['a line outside of the hunk', [on(16)], 422],
    ['one good and one bad', [on(20), on(24)], 422],
    ['a file that is not changed', [on(1, { path: 'src/b.ts' })], 422],
    ['several lines', [on(20, { start_line: 18, start_side: 'RIGHT' })], 200],
    ['a start outside of the hunk', [on(20, { start_line: 16, start_side: 'RIGHT' })], 422],
    ['a start that is the end', [on(20, { start_line: 20, start_side: 'RIGHT' })], 422],
    ['a body of 65,536 characters', [on(20, { body: 'x'.repeat(65_536) })], 200],
    ['a body of 65,537 characters', [on(20, { body: 'x'.repeat(65_537) })], 422],
  ])('%s', async (_name, comments, status) => {
    const { client, head, pull } = await scene();
    const work = client.rest.pulls.createReview({ ...where, pull_number: 1, commit_id: head, event: 'COMMENT', comments });
    expect(await statusOf(work)).toBe(status);
    // All or none.
    expect(pull.reviewComments()).toHaveLength(status === 200 ? comments.length : 0);
  });
});

describe('faults', () => {
  const comment = (server: GitHubServer, client: Awaited<ReturnType<typeof scene>>['client']) => {
    expect(server.faults.happened).toBe(0);
    return statusOf(client.rest.issues.createComment({ ...where, issue_number: 1, body: 'x' }));
  };
  it.each([
    ['drop-before', 500, 0],
    ['drop-after', 500, 1],
    ['bad-gateway-before', 502, 0],
    ['bad-gateway-after', 502, 1],
  ] as const)('%s', async (kind, status, effects) => {
    const { server, client, pull } = await scene();
    server.faults.add({ method: 'POST', path: /comments$/, kind });
    expect(await comment(server, client)).toBe(status);
    expect([pull.comments().length, server.faults.happened]).toEqual([effects, 1]);
  });

  it('refuses too much content with a time to come back', async () => {
    const { server, client } = await serverAndClient({ contentPerMinute: 2 });
    const repository = server.createRepository();
    repository.branch('feature', repository.commit('main', { files: { a: '1' } }));
    repository.openPullRequest({ head: 'feature' });
    const post = () => client.rest.issues.createComment({ ...where, issue_number: 1, body: 'x' });
    await post();
    await post();
    await expect(post()).rejects.toMatchObject({ name: 'GitHubLimit', kind: 'secondary' });
  });
});
