import { onTestFinished } from 'vitest';
import { connectApp } from '../../../packages/review-bot/src/github/github-client.js';
import type { GitHubClient } from '../../../packages/review-bot/src/github/github-client.js';
import { startGitHubServer } from '../index.js';
import type { GitHubServer } from '../index.js';

/** A server that is closed when the test ends, and the bot's own clients at it. */
export async function serverAndClient(options: Parameters<typeof startGitHubServer>[0] = {}): Promise<{
  readonly server: GitHubServer;
  readonly appClient: GitHubClient;
  readonly client: GitHubClient;
}> {
  const server = await startGitHubServer(options);
  onTestFinished(() => server.close());
  const { id, privateKey, installations } = server.app;
  const app = connectApp({ appId: String(id), privateKey, baseUrl: `${server.url}/api/v3` });
  return { server, appClient: await app.app(), client: await app.installation(installations.get('acme')!) };
}
