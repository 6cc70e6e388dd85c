import { ok, paged, pullOf, read, repositoryOf } from '../context.js';
import type { Route } from '../context.js';
import { pullRequest } from '../objects.js';
import { PATCH_BYTES, PATCH_LINES, PULL_FILES } from '../rules.js';
import { diffEntry } from './git-data.js';

const pulls = read('pull_requests');

export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    access: pulls,
    handle(context) {
      const own = repositoryOf(context);
      const state = context.query.get('state') ?? 'open';
      const found = own.pulls
        .filter(({ isOpen }) => state === 'all' || (state === 'open') === isOpen)
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
      const path = '/repos/{owner}/{repo}/pulls';
      return paged(context, path, found, (page) =>
        page.map((pull) => pullRequest(pull, own, context.server.url, true)),
      );
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    access: pulls,
    handle: (context) => ok(pullRequest(pullOf(context), repositoryOf(context), context.server.url)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    access: pulls,
    handle(context) {
      const { git } = repositoryOf(context);
      const { baseRef, headSha } = pullOf(context);
      const base = git.mergeBase(`refs/heads/${baseRef}`, headSha) ?? headSha;
      const files = git.diff(base, headSha).slice(0, PULL_FILES).map(withoutLargePatch).map(diffEntry);
      return paged(context, '/repos/{owner}/{repo}/pulls/{pull_number}/files', files);
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    access: pulls,
    handle(context) {
      const own = repositoryOf(context);
      const sha = context.params['commit_sha'];
      const found = own.pulls.filter(({ headSha }) => headSha === sha);
      const path = '/repos/{owner}/{repo}/commits/{commit_sha}/pulls';
      return paged(context, path, found, (page) =>
        page.map((pull) => pullRequest(pull, own, context.server.url, true)),
      );
    },
  },
];

function withoutLargePatch<T extends { readonly patch: string | null }>(file: T): T {
  const { patch } = file;
  const isLarge = patch !== null && (patch.length > PATCH_BYTES || patch.split('\n').length > PATCH_LINES);
  return isLarge ? { ...file, patch: null } : file;
}
