import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { retry } from '@octokit/plugin-retry';
import { clientOptions, withRules } from '../github/client-rules.js';
import type { GitHubClient } from '../github/github-client.js';
import { GitHubLimit } from '../github/github-limit.js';

/** What the App's client is made of, without what an App needs besides: the bundle stays small, and starts fast. */
const Client = Octokit.plugin(retry, paginateRest, restEndpointMethods);

export type ActionClient = Pick<GitHubClient, 'request' | 'rest' | 'paginate'>;

/** A job is paid by the minute, so a limit that lasts longer ends the run; in all of a run. */
const MOST_WAIT_MS = 5 * 60_000;

/** GitHub as the token of a job sees it. Where GitHub asks to wait, it waits, for five minutes at most. */
export function actionClient(token: string, apiUrl: string): ActionClient {
  const client = withRules(
    new Client({ auth: token, baseUrl: apiUrl, userAgent: 'tracklint-action', ...clientOptions({}) }),
    null,
    {},
  );
  let waited = 0;
  client.hook.wrap('request', async (request, options) => {
    for (;;) {
      try {
        return await request(options);
      } catch (error) {
        if (!(error instanceof GitHubLimit)) throw error;
        const wait = Math.max(0, error.until.getTime() - Date.now());
        waited += wait;
        if (waited > MOST_WAIT_MS) throw error;
        await sleep(wait);
      }
    }
  });
  return client;
}
