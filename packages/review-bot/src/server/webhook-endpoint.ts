import { verify } from '@octokit/webhooks-methods';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Job } from '../queue/job.js';
import type { JobQueue } from '../queue/queue.js';
import type { Answer } from './answer.js';
import type { Metrics } from './metrics.js';
import { BodyRefused, type BodyReader } from './request-body.js';

export interface WebhookEndpointOptions {
  readonly secret: string;
  readonly queue: Pick<JobQueue, 'accept'>;
  /** What is to be done for an event. Nothing for the ones that are not known. */
  readonly jobsOf: (event: string, payload: unknown) => readonly Job[];
  readonly metrics: Pick<Metrics, 'webhook'>;
  readonly log: Logger;
}

/** GitHub's are UUIDs; what is longer is from someone else. */
const LONGEST_HEADER = 200;

/**
 * Answers a delivery once its jobs are stored, so that whatever was acknowledged will be done, and whatever could not be
 * stored shows as failed at GitHub, from where it can be delivered again.
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function webhookEndpoint(options: WebhookEndpointOptions, bodies: BodyReader) {
  return async (request: IncomingMessage): Promise<Answer> => {
    const started = performance.now();
    const { answer, event } = await answerDelivery(request, options, bodies);
    options.metrics.webhook(event, answer.status, (performance.now() - started) / 1000);
    return answer;
  };
}

interface Answered {
  readonly answer: Answer;
  readonly event: string;
}

async function answerDelivery(
  request: IncomingMessage,
  options: WebhookEndpointOptions,
  bodies: BodyReader,
): Promise<Answered> {
  const unverified = (status: number, text: string): Answered => ({
    answer: { status, text },
    event: 'unverified',
  });
  const event = header(request, 'x-github-event');
  const delivery = header(request, 'x-github-delivery');
  const signature = header(request, 'x-hub-signature-256');
  if (!event || !delivery || !signature) {
    return unverified(
      400,
      'X-GitHub-Event, X-GitHub-Delivery and X-Hub-Signature-256 are needed; set a secret for the webhook.',
    );
  }
  try {
    return await bodies.read(request, async (body) => {
      // A byte that is not UTF-8 becomes another one here, and the signature is wrong for it.
      const text = body.toString('utf8');
      if (text === '' || !(await verify(options.secret, text, signature))) {
        return unverified(401, 'The signature does not match; the secret of the webhook is another one.');
      }
      return { answer: await store(event, delivery, text, options), event };
    });
  } catch (error) {
    if (error instanceof BodyRefused) return unverified(error.status, error.message);
    throw error;
  }
}

async function store(
  event: string,
  delivery: string,
  text: string,
  { jobsOf, queue, log }: WebhookEndpointOptions,
): Promise<Answer> {
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return {
      status: 400,
      text: 'The body is not JSON; choose application/json as the content type of the webhook.',
    };
  }
  try {
    const jobs = jobsOf(event, payload);
    await queue.accept(delivery, jobs);
    // A line takes longer than an answer, and those of a burst are waiting.
    setImmediate(() => log.info({ event, delivery, jobs: jobs.length }, 'delivery accepted'));
    return { status: 202, text: 'Accepted.' };
  } catch (error) {
    log.error({ event, delivery, err: error }, 'delivery could not be stored');
    return { status: 500, text: 'The delivery could not be stored; deliver it again.' };
  }
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_HEADER ? value : null;
}
