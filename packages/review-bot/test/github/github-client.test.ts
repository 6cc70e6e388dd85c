import { expect, it, onTestFinished } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import type { GitHubServer } from '../../../../test-fixtures/github-server/index.js';
import { connectApp } from '../../src/github/github-client.js';
import type { ClientEvents } from '../../src/github/client-rules.js';
import { octokitRepository } from '../../src/github/octokit-repository.js';

async function connected(events: ClientEvents = {}) {
  const github = await startGitHubServer();
  onTestFinished(() => github.close());
  const { id, privateKey } = github.app;
  return { github, app: connectApp({ appId: String(id), privateKey, baseUrl: github.url }, events) };
}

async function openPull(github: GitHubServer) {
  const repository = github.createRepository();
  repository.commit('main', { files: { 'a.ts': 'export const one = 1;\n' } });
  repository.branch('feature', repository.git.resolve('refs/heads/main') ?? '');
  return repository.openPullRequest({ head: 'feature' });
}

it('counts every answer and every limit once, however often the client of the App is asked for', async () => {
  const seen = { answers: 0, limits: 0 };
  const onAnswer = (): void => void (seen.answers += 1);
  const { github, app } = await connected({ onAnswer, onLimit: () => void (seen.limits += 1) });
  for (let call = 0; call < 3; call += 1) await app.app();
  await (await app.app()).rest.apps.getAuthenticated();
  expect(seen.answers).toBe(1);
  github.faults.add({ method: 'GET', path: /^\/app$/, kind: { status: 429, retryAfter: 1 } });
  await expect((await app.app()).rest.apps.getAuthenticated()).rejects.toThrow(/rate limit/);
  expect(seen.limits).toBe(1);
});

it.each([
  ['nothing', 'application/json; charset=utf-8', ''],
  ['half of it', 'application/json; charset=utf-8', '[{"id":1,"body":"'],
  ['a page', 'text/html; charset=utf-8', '<html><body>Sign in</body></html>'],
  ['bytes', 'application/octet-stream', 'abc'],
])('takes no list for empty that is answered with %s', async (_, type, body) => {
  const { github, app } = await connected();
  const pull = await openPull(github);
  pull.comment('author', 'Hello.');
  const client = await app.installation(github.app.installations.get('acme')!);
  const api = octokitRepository(client, { owner: 'acme', repo: 'shop' }, github.app.id);
  const answer = { status: 200, body: Buffer.from(body), headers: { 'content-type': type } };
  github.faults.add({ method: 'GET', path: /\/comments$/, kind: { answer } });
  await expect(api.comments(1)).rejects.toThrow(/was answered with something else than JSON/);
  await expect(api.comments(1)).resolves.toHaveLength(1);
});
