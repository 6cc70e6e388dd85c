import { sign } from '@octokit/webhooks-methods';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gate } from '../queue/test-queue.js';
import { deliver, deliveryHeaders, SECRET, testServer, type TestServer } from './test-server.js';

const body = JSON.stringify({ action: 'opened', title: 'Zähler 💥' });

describe('a delivery', () => {
  it.each<[string, string, Readonly<Record<string, string>>, number, RegExp]>([
    ['that is right', body, {}, 202, /Accepted/],
    ['of an event that is not known', body, { 'x-github-event': 'star' }, 202, /Accepted/],
    ['with a wrong signature', body, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401, /secret/],
    ['with a signature of another length', body, { 'x-hub-signature-256': 'sha256=00' }, 401, /secret/],
    [
      'with the old kind of signature alone',
      body,
      { 'x-hub-signature-256': '', 'x-hub-signature': 'sha1=00' },
      400,
      /X-Hub-Signature-256/,
    ],
    ['without an event', body, { 'x-github-event': '' }, 400, /X-GitHub-Event/],
    ['without an id', body, { 'x-github-delivery': '' }, 400, /X-GitHub-Delivery/],
    ['with an id that is endless', body, { 'x-github-delivery': 'x'.repeat(1000) }, 400, /X-GitHub-Delivery/],
    ['without a body', '', {}, 401, /secret/],
    ['that is not JSON', 'payload=%7B%7D', {}, 400, /application\/json/],
    [
      'that is not JSON and not signed',
      'payload=%7B%7D',
      { 'x-hub-signature-256': 'sha256=00' },
      401,
      /secret/,
    ],
  ])('%s is answered with %s', async (_name, text, headers, status, answer) => {
    const server = await testServer();
    expect(await deliver(server, text, headers)).toEqual({ status, text: expect.stringMatching(answer) });
    expect(server.accepted).toHaveLength(status === 202 ? 1 : 0);
  });

  it('hands on its id and the jobs that follow from it', async () => {
    const server = await testServer();
    await deliver(server, body, { 'x-github-delivery': 'd-7' });
    await deliver(server, body, { 'x-github-delivery': 'd-8', 'x-github-event': 'star' });
    expect(server.accepted).toEqual([
      ['d-7', [{ kind: 'reconcile', installation: null }]],
      ['d-8', []],
    ]);
  });

  it('is answered with 500 when it cannot be stored, so that GitHub shows it as failed', async () => {
    const server = await testServer({ queue: { accept: () => Promise.reject(new Error('no database')) } });
    expect(await deliver(server, body)).toEqual({
      status: 500,
      text: expect.stringContaining('deliver it again'),
    });
  });

  it('is answered with 500 when its payload is not what it should be', async () => {
    const server = await testServer({
      jobsOf: () => {
        throw new TypeError('no installation');
      },
    });
    expect((await deliver(server, body)).status).toBe(500);
  });

  it('whose bytes are no text is refused', async () => {
    const server = await testServer();
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const response = await fetch(`${server.url}/api/github/webhooks`, {
      method: 'POST',
      headers: { ...(await deliveryHeaders('{}')), 'x-hub-signature-256': await sign(SECRET, '{?}') },
      body: bytes,
    });
    expect(response.status).toBe(401);
  });
});

/** A request as bytes, to send it as no client would. */
class RawRequest {
  text = '';
  readonly closed: Promise<void>;
  private constructor(readonly socket: Socket) {
    socket.on('data', (data) => (this.text += data.toString('latin1')));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.on('close', () => resolve()));
  }

  static async open(server: TestServer, headers: Readonly<Record<string, string>>): Promise<RawRequest> {
    const socket = connect(server.port, '127.0.0.1');
    const raw = new RawRequest(socket);
    const lines = Object.entries({ host: 'bot', ...headers }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST /api/github/webhooks HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    return raw;
  }

  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.text)?.[1] ?? 0);
  }
}

describe('a body', () => {
  it('that is announced as too large is refused before it is sent, and the connection is closed', async () => {
    const server = await testServer({ limits: { bodyBytes: 1000 } });
    const raw = await RawRequest.open(server, { ...(await deliveryHeaders('{}')), 'content-length': '1001' });
    await raw.closed;
    expect(raw.status).toBe(413);
    expect(raw.text.toLowerCase()).toContain('connection: close');
  });

  it('that turns out to be too large is refused while it is still being sent', async () => {
    const server = await testServer({ limits: { bodyBytes: 1000 } });
    const raw = await RawRequest.open(server, {
      ...(await deliveryHeaders('{}')),
      'transfer-encoding': 'chunked',
    });
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let sent = 0;
    for (; sent < 400 && raw.status === 0; sent++) {
      raw.socket.write(`${chunk.length.toString(16)}\r\n`);
      raw.socket.write(chunk);
      raw.socket.write('\r\n');
      await sleep(1);
    }
    expect(raw.status).toBe(413);
    expect(sent).toBeLessThan(200);
    await raw.closed;
  });

  it('of exactly the largest size is taken', async () => {
    const text = JSON.stringify({ text: 'x'.repeat(989) });
    expect(text).toHaveLength(1000);
    const server = await testServer({ limits: { bodyBytes: 1000 } });
    expect((await deliver(server, text)).status).toBe(202);
  });

  it.each([
    ['bodies', { bodies: 1 }],
    ['bytes', { allBytes: body.length + 20 }],
  ])('is refused with 503 while too many %s are in flight, and taken after it', async (_name, limits) => {
    const started = gate();
    const goOn = gate();
    const server = await testServer({
      limits,
      queue: {
        accept: () => {
          started.open();
          return goOn.opened;
        },
      },
    });
    const first = deliver(server, body);
    await started.opened;
    expect(await deliver(server, body)).toMatchObject({
      status: 503,
      text: expect.stringContaining('Too many'),
    });
    goOn.open();
    expect((await first).status).toBe(202);
    expect((await deliver(server, body)).status).toBe(202);
  });

  it('that does not come to its end is not waited for', async () => {
    const server = await testServer({
      limits: { headersMilliseconds: 200, requestMilliseconds: 300, bodies: 1 },
    });
    const raw = await RawRequest.open(server, { ...(await deliveryHeaders('{}')), 'content-length': '500' });
    raw.socket.write('{');
    await raw.closed;
    expect(raw.status).toBe(408);
    // Its place is free again.
    expect((await deliver(server, body)).status).toBe(202);
    expect(server.accepted).toHaveLength(1);
  });

  it('whose sender goes away leaves its place', async () => {
    const server = await testServer({ limits: { bodies: 1 } });
    const raw = await RawRequest.open(server, { ...(await deliveryHeaders('{}')), 'content-length': '500' });
    raw.socket.write('{');
    await sleep(50);
    raw.socket.destroy();
    await sleep(50);
    expect((await deliver(server, body)).status).toBe(202);
  });
});
