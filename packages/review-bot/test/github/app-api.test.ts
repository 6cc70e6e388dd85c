import { expect, it, onTestFinished, vi } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import { appApi } from '../../src/github/app-api.js';
import { connectApp } from '../../src/github/github-client.js';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 0, 1);

/** An App whose webhook leads nowhere. */
async function undelivered(count: number) {
  const github = await startGitHubServer();
  onTestFinished(() => github.close());
  const repository = github.createRepository();
  repository.commit('main', { files: { 'a.ts': 'export const one = 1;\n' } });
  repository.branch('feature', repository.git.resolve('refs/heads/main') ?? '');
  for (let pull = 0; pull < count; pull += 1) repository.openPullRequest({ head: 'feature' });
  const { id, privateKey } = github.app;
  const app = appApi(connectApp({ appId: String(id), privateKey, baseUrl: github.url }));
  const { deliveries } = github.webhooks;
  for (const delivery of deliveries) delivery.deliveredAt = new Date(START).toISOString();
  /** How many deliveries are asked for in a minute after the start. */
  const asksFor = async (minute: number): Promise<number> => {
    const before = deliveries.length;
    const now = new Date(START + minute * MINUTE_MS);
    await app.redeliverFailed(now);
    const fresh = deliveries.slice(before);
    for (const delivery of fresh) delivery.deliveredAt = now.toISOString();
    return fresh.length;
  };
  return { github, app, deliveries, asksFor };
}

it('asks for a delivery that fails again and again less and less often', async () => {
  const { asksFor } = await undelivered(1);
  const asked: number[] = [];
  for (let minute = 0; minute <= 300; minute += 5) if ((await asksFor(minute)) > 0) asked.push(minute);
  expect(asked).toEqual([5, 10, 20, 40, 75, 135, 195, 255]);
});

it('asks for none that has arrived at last, however short ago', async () => {
  const { deliveries, asksFor } = await undelivered(1);
  expect(await asksFor(5)).toBe(1);
  deliveries[1]!.statusCode = 202;
  expect(await asksFor(6)).toBe(0);
  expect(await asksFor(60)).toBe(0);
});

it('asks for a hundred at once at most, and goes on when GitHub refuses one', async () => {
  const { github, asksFor } = await undelivered(105);
  const answer = { status: 404, body: { message: 'Not Found' } };
  github.faults.add({ method: 'POST', path: /\/attempts$/, kind: { answer } });
  expect(await asksFor(5)).toBe(99);
  expect(await asksFor(6)).toBe(6);
  github.assertNoViolations();
});

it('notices that the App was renamed, which renames the author of its comments', async () => {
  const { github, app } = await undelivered(0);
  expect((await app.identity()).botLogin).toBe('tracklint[bot]');
  Object.assign(github.app, { slug: 'acme-tracklint' });
  expect((await app.identity()).botLogin).toBe('tracklint[bot]');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE_MS });
  onTestFinished(() => void vi.useRealTimers());
  expect((await app.identity()).botLogin).toBe('acme-tracklint[bot]');
});
