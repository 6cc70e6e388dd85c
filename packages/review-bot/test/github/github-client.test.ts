import { expect, it, onTestFinished } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import { connectApp } from '../../src/github/github-client.js';
import type { ClientEvents } from '../../src/github/client-rules.js';

async function connected(events: ClientEvents = {}) {
  const github = await startGitHubServer();
  onTestFinished(() => github.close());
  const { id, privateKey } = github.app;
  return { github, app: connectApp({ appId: String(id), privateKey, baseUrl: github.url }, events) };
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
