import { GitHubServer } from './server.js';
import type { ServerOptions } from './server.js';

export type { FakePullRequest, FakeRepository } from './fake-repository.js';
export type { FaultKind } from './faults.js';
export type { GitHubServer, LoggedRequest } from './server.js';
export type { CheckRunState } from './state.js';

/** Starts a fake GitHub on a free port of this machine. Nothing of it ever talks to github.com. */
export async function startGitHubServer(options: ServerOptions = {}): Promise<GitHubServer> {
  const server = new GitHubServer(options);
  await server.listen();
  return server;
}
