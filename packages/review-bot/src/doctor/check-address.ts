import { sign } from '@octokit/webhooks-methods';
import { randomUUID } from 'node:crypto';
import { ok, problem } from './line.js';
import type { Line } from './line.js';
import { networkFailure } from './network-failure.js';

const TOPIC = 'address';
/** As long as GitHub waits. */
const ANSWER_MS = 10_000;

/**
 * Sends a signed `ping` to where GitHub delivers to, as GitHub does when a webhook is made. Seen from here, not from
 * GitHub: what lies between GitHub and the bot shows in the deliveries.
 */
export async function checkAddress(url: string, secret: string): Promise<Line> {
  const body = JSON.stringify({ zen: 'Asked by tracklint-bot doctor.' });
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      // GitHub follows none either.
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'tracklint-bot-doctor',
        'x-github-event': 'ping',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': await sign(secret, body),
      },
    });
    await response.body?.cancel();
    return lineOf(response.status);
  } catch (error) {
    return problem(TOPIC, `${networkFailure(error, new URL(url).host)} The bot has to run for this check.`);
  }
}

function lineOf(status: number): Line {
  if (status >= 200 && status < 300)
    return ok(TOPIC, 'The bot answers at the webhook URL, and its secret is the one given here.');
  if (status >= 300 && status < 400)
    return problem(
      TOPIC,
      `The webhook URL leads elsewhere (${status}), and GitHub does not follow; set the final one.`,
    );
  switch (status) {
    case 401:
      return problem(
        TOPIC,
        'What answers at the webhook URL has another secret; start it again with this WEBHOOK_SECRET, or correct that.',
      );
    case 404:
      return problem(
        TOPIC,
        'There is something at the webhook URL, but not at its path; correct the URL, or WEBHOOK_PATH.',
      );
    default:
      return problem(
        TOPIC,
        `The webhook URL answers with ${status}; look at the log of the bot and at what is in between.`,
      );
  }
}
