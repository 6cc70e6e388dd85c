import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { CodeClient, Tree } from './code-client.js';
import { CodeError } from './code-error.js';

export interface GitHubCodeOptions {
  readonly owner: string;
  readonly repo: string;
  readonly signal?: AbortSignal;
  /** For the archive, which lies on another host than the API. */
  readonly fetch?: typeof fetch;
}

/** A slow archive is worth waiting for, one that has stopped is not. */
const ARCHIVE_TIMEOUT_MS = 5 * 60_000;
/** The link to an archive is good for five minutes; a second one may work where the first did not. */
const ARCHIVE_ATTEMPTS = 2;

const blobAnswer = z.object({ content: z.string(), encoding: z.enum(['base64', 'utf-8']) });
const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      // A submodule has no id in some answers; it is no file either.
      sha: z.string().nullish(),
      size: z.number().nullish(),
    }),
  ),
});

/** The code of a repository on GitHub, or on a server that speaks its API. */
export function githubCode(
  octokit: Pick<InstanceType<typeof ProbotOctokit>, 'request'>,
  { owner, repo, signal, fetch: fetchArchive = globalThis.fetch }: GitHubCodeOptions,
): CodeClient {
  const request = signal ? { signal } : {};
  const repository = { owner, repo };
  const openArchive = async (commit: string): Promise<AsyncIterable<Uint8Array>> => {
    // Followed here and not by the client, which would send its token along.
    const answer: { readonly url: string; readonly status: number; readonly headers: { location?: string } } =
      await octokit.request('GET /repos/{owner}/{repo}/tarball/{ref}', {
        ...repository,
        ref: commit,
        request: { ...request, redirect: 'manual', parseSuccessResponseBody: false },
      });
    const location = answer.headers.location;
    if (location === undefined) throw unexpected('the archive', `status ${answer.status} without a link`);
    const link = new URL(location, answer.url);
    const isSecure = link.protocol === 'https:' || new URL(answer.url).protocol === 'http:';
    if (!isSecure) throw unexpected('the archive', 'a link that is not encrypted');
    const timeout = AbortSignal.timeout(ARCHIVE_TIMEOUT_MS);
    const response = await fetchArchive(link, {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok || !response.body) throw unexpected('the archive', `status ${response.status}`);
    return response.body as AsyncIterable<Uint8Array>;
  };
  return {
    async getCommit(commit) {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...repository,
        commit_sha: commit,
        request,
      });
      return { tree: data.tree.sha };
    },
    async getTree(tree, depth): Promise<Tree> {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
        ...repository,
        tree_sha: tree,
        ...(depth === 'recursive' ? { recursive: '1' } : {}),
        request,
      });
      const answer = treeAnswer.safeParse(data);
      if (!answer.success) throw unexpected('a tree', 'another form');
      return {
        isTruncated: answer.data.truncated,
        entries: answer.data.tree.flatMap(({ path, mode, sha, size }) =>
          sha ? [{ path, mode, id: sha, size: size ?? null }] : [],
        ),
      };
    },
    async getBlob(blob) {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
        ...repository,
        file_sha: blob,
        request,
      });
      const answer = blobAnswer.safeParse(data);
      if (!answer.success) throw unexpected('a blob', 'another form');
      return Buffer.from(answer.data.content, answer.data.encoding);
    },
    async downloadTarball(commit) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await openArchive(commit);
        } catch (error) {
          if (!(error instanceof CodeError) || attempt === ARCHIVE_ATTEMPTS) throw error;
        }
      }
    },
  };
}

const unexpected = (what: string, answer: string): CodeError =>
  new CodeError('unexpected-answer', `GitHub answered the request for ${what} with ${answer}.`);
