import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send, type Answer } from './answer.js';
import type { MetricsPage } from './metrics.js';
import { BodyReader, DEFAULT_BODY_LIMITS, type BodyLimits } from './request-body.js';
import { webhookEndpoint, type WebhookEndpointOptions } from './webhook-endpoint.js';

export const WEBHOOK_PATH = '/api/github/webhooks';

export interface BotServerOptions extends Omit<WebhookEndpointOptions, 'metrics'> {
  /** Where GitHub delivers to. */
  readonly webhookPath?: string;
  readonly metrics: MetricsPage;
  /** Needed as bearer token for `/metrics`; null leaves it open. */
  readonly metricsToken: string | null;
  /** Null if work can be taken, else what is missing, in one sentence. */
  readonly readiness: () => Promise<string | null>;
  readonly limits?: Partial<ServerLimits>;
}

export interface ServerLimits extends BodyLimits {
  readonly headersMilliseconds: number;
  /** For a whole request, from its first byte. */
  readonly requestMilliseconds: number;
  /** How long `close` waits for requests that are being answered. */
  readonly closeMilliseconds: number;
}

const DEFAULT_LIMITS: ServerLimits = {
  ...DEFAULT_BODY_LIMITS,
  // GitHub itself gives up after 10 s.
  headersMilliseconds: 10_000,
  requestMilliseconds: 20_000,
  closeMilliseconds: 5_000,
};

export interface BotServer {
  /** @param port 0 for a free one. @returns the port. @throws if it cannot be had */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more requests and waits for those that are being answered. */
  close(): Promise<void>;
}

/** The HTTP side of the bot: GitHub's deliveries, health and metrics. */
export function createBotServer(options: BotServerOptions): BotServer {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const webhook = webhookEndpoint(options, new BodyReader(limits));

  const route = async (request: IncomingMessage): Promise<Answer> => {
    const path = (request.url ?? '').split('?', 1)[0];
    switch (path) {
      case options.webhookPath ?? WEBHOOK_PATH:
        return request.method === 'POST' ? webhook(request) : wrongMethod('POST');
      case '/healthz':
        return isGet(request) ? { status: 200, text: 'Alive.' } : wrongMethod('GET');
      case '/readyz':
        return isGet(request) ? readinessAnswer(options.readiness) : wrongMethod('GET');
      case '/metrics':
        return isGet(request) ? metricsAnswer(request, options) : wrongMethod('GET');
      default:
        return { status: 404, text: 'There is nothing here.' };
    }
  };

  const server = createServer(
    {
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMilliseconds),
    },
    (request, response) => {
      route(request)
        .catch((error: unknown) => {
          options.log.error({ err: error, path: request.url }, 'request failed');
          return { status: 500, text: 'Something went wrong; the log has more.' };
        })
        .then((answer) => send(request, response, answer))
        .catch((error: unknown) => options.log.error({ err: error }, 'answer could not be sent'));
    },
  );

  return {
    listen: (port, host) => listen(server, port, host),
    close: () => close(server, limits.closeMilliseconds),
  };
}

async function readinessAnswer(readiness: () => Promise<string | null>): Promise<Answer> {
  const missing = await readiness().catch(() => 'The database does not answer.');
  return missing === null ? { status: 200, text: 'Ready.' } : { status: 503, text: missing };
}

async function metricsAnswer(request: IncomingMessage, options: BotServerOptions): Promise<Answer> {
  const { metrics, metricsToken } = options;
  if (metricsToken !== null && !isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
    return { status: 401, text: 'METRICS_TOKEN is needed as bearer token.' };
  }
  return { status: 200, text: await metrics.text(), headers: { 'content-type': metrics.contentType } };
}

/** Takes as long whatever is the same of the two. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function isGet(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function wrongMethod(allow: string): Answer {
  return { status: 405, text: `Only ${allow} is answered here.`, headers: { allow } };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // A burst connects faster than one turn of the event loop accepts.
    server.listen({ port, host, backlog: 2_048 }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), milliseconds).unref();
  });
}
