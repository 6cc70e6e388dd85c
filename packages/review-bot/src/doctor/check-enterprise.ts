import { ok, problem } from './line.js';
import type { Line } from './line.js';
import { networkFailure } from './network-failure.js';

const TOPIC = 'enterprise';
const ANSWER_MS = 10_000;

/**
 * Is there a GitHub Enterprise Server at GHE_HOST? It says its version in a header of every answer, also of those it
 * refuses. https://docs.github.com/en/enterprise-server/rest/meta/meta
 * @param baseUrl such as `https://github.example.com/api/v3`
 */
export async function checkEnterprise(baseUrl: string): Promise<Line> {
  const { host } = new URL(baseUrl);
  try {
    const response = await fetch(`${baseUrl}/meta`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'tracklint-bot-doctor' },
    });
    await response.body?.cancel();
    const version = response.headers.get('x-github-enterprise-version');
    return version === null
      ? problem(
          TOPIC,
          `${host} answers (${response.status}), but not as GitHub Enterprise Server; correct GHE_HOST, or leave it out for github.com.`,
        )
      : ok(TOPIC, `${host} is GitHub Enterprise Server ${version.slice(0, 60)}.`);
  } catch (error) {
    return problem(TOPIC, networkFailure(error, host));
  }
}
