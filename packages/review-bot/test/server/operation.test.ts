import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../src/server/readiness.js';
import { gate } from '../queue/test-queue.js';
import { deliver, testServer } from './test-server.js';

async function get(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the server', () => {
  it.each([
    ['GET', '/healthz', 200],
    ['HEAD', '/healthz', 200],
    ['GET', '/healthz?from=probe', 200],
    ['POST', '/healthz', 405],
    ['GET', '/readyz', 200],
    ['GET', '/api/github/webhooks', 405],
    ['GET', '/', 404],
    ['POST', '/api/github/webhooks/', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const { url } = await testServer();
    expect((await get(`${url}${path}`, { method })).status).toBe(status);
  });

  it('takes deliveries where it is told to', async () => {
    const { url } = await testServer({ webhookPath: '/hooks' });
    expect((await get(`${url}/hooks`, { method: 'POST' })).status).toBe(400);
    expect((await get(`${url}/api/github/webhooks`, { method: 'POST' })).status).toBe(404);
  });

  it('answers what it is answering before it closes, and nothing after', async () => {
    const started = gate();
    const goOn = gate();
    const server = await testServer({
      queue: {
        accept: () => {
          started.open();
          return goOn.opened;
        },
      },
    });
    const answer = deliver(server, '{}');
    await started.opened;
    const closed = server.close();
    await sleep(20);
    goOn.open();
    expect((await answer).status).toBe(202);
    await closed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });
});

describe('readiness', () => {
  const database = { query: () => Promise.resolve([]) };
  it.each([
    ['a database and workers', database, true, null],
    ['workers that are not started', database, false, /not started, or stopping/],
    [
      'a database that does not answer',
      { query: () => new Promise<never>(() => undefined) },
      true,
      /database/,
    ],
    ['a database that is gone', { query: () => Promise.reject(new Error('gone')) }, true, /database/],
  ])('with %s', async (_name, queries, isWorking, missing) => {
    const readiness = readinessOf(queries, { isWorking });
    const { url } = await testServer({ readiness });
    const { status, text } = await get(`${url}/readyz`);
    expect(status).toBe(missing === null ? 200 : 503);
    if (missing) expect(text).toMatch(missing);
  });
});

describe('/metrics', () => {
  it('tells what was recorded', async () => {
    const server = await testServer();
    await deliver(server, '{}');
    await deliver(server, '{}', { 'x-hub-signature-256': 'sha256=00' });
    server.metrics.job('review-pull-request', 'done', 4);
    server.metrics.requestsRemaining(7, 4321);
    server.metrics.limitHit('secondary');
    server.metrics.contentRequest('check');
    const { status, text, headers } = await get(`${server.url}/metrics`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const line of [
      'tracklint_queue_waiting_jobs 3',
      'tracklint_queue_active_jobs 1',
      'tracklint_queue_oldest_waiting_seconds 2.5',
      'tracklint_job_seconds_count{kind="review-pull-request",outcome="done"} 1',
      'tracklint_webhooks_total{event="pull_request",status="202"} 1',
      'tracklint_webhooks_total{event="unverified",status="401"} 1',
      'tracklint_webhook_acknowledgement_seconds_count 1',
      'github_requests_remaining{installation="7"} 4321',
      'github_limit_hits_total{kind="secondary"} 1',
      'github_limit_hits_total{kind="primary"} 0',
      'github_content_requests_total{purpose="check"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('process_resident_memory_bytes');
  });

  it.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer wrong' }, 401],
    ['the token', { authorization: 'Bearer token-of-the-test' }, 200],
  ])('asked with %s', async (_name, headers, status) => {
    const { url } = await testServer({ metricsToken: 'token-of-the-test' });
    expect((await get(`${url}/metrics`, { headers })).status).toBe(status);
  });
});
