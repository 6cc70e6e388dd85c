import { sign } from '@octokit/webhooks-methods';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Job } from '../../src/queue/job.js';
import { createMetrics, type MetricsPage } from '../../src/server/metrics.js';
import { createBotServer, type BotServerOptions } from '../../src/server/server.js';

export const SECRET = 'a secret of the tests';

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly metrics: MetricsPage;
  /** What was accepted: deliveries and their jobs. */
  readonly accepted: (readonly [string, readonly Job[]])[];
  close(): Promise<void>;
}

/** A server on a port of its own, whose queue only remembers. */
export async function testServer(options: Partial<BotServerOptions> = {}): Promise<TestServer> {
  const accepted: (readonly [string, readonly Job[]])[] = [];
  const metrics = createMetrics(() => Promise.resolve({ waiting: 3, active: 1, oldestWaitingSeconds: 2.5 }));
  const server = createBotServer({
    secret: SECRET,
    queue: {
      accept: async (delivery, jobs) => {
        accepted.push([delivery, jobs]);
      },
    },
    jobsOf: (event) => (event === 'pull_request' ? [{ kind: 'reconcile', installation: null }] : []),
    metrics,
    metricsToken: null,
    readiness: () => Promise.resolve(null),
    log: pino({ level: 'silent' }),
    ...options,
  });
  const port = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.close());
  return { url: `http://127.0.0.1:${port}`, port, metrics, accepted, close: () => server.close() };
}

/** The headers of a delivery. */
export async function deliveryHeaders(body: string, more: Readonly<Record<string, string>> = {}) {
  return {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': 'd-1',
    'x-hub-signature-256': body === '' ? 'sha256=' : await sign(SECRET, body),
    ...more,
  };
}

export async function deliver(
  { url }: Pick<TestServer, 'url'>,
  body: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${url}/api/github/webhooks`, {
    method: 'POST',
    headers: await deliveryHeaders(body, more),
    body,
  });
  return { status: response.status, text: await response.text() };
}
