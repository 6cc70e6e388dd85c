import { notFound } from '../api-error.js';
import { ok, paged, read, repositoryOf } from '../context.js';
import type { Context, Route } from '../context.js';
import type { FakeRepository } from '../fake-repository.js';
import { commitObject, repository } from '../objects.js';
import { exampleOf } from '../openapi.js';
import { COMPARE_FILES, TREE_ENTRIES } from '../rules.js';

const contents = read('contents');

function reference(context: Context, own: FakeRepository, ref: string, sha: string) {
  const url = `${context.server.url}/repos/${own.owner}/${own.name}/git/`;
  return {
    ...exampleOf('git-ref'),
    ...{ ref, url: url + ref, object: { type: 'commit', sha, url: `${url}commits/${sha}` } },
  };
}

export const gitDataRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    access: read('metadata'),
    handle: (context) => ok(repository(repositoryOf(context), context.server.url)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const ref = `refs/${context.params['ref'] ?? ''}`;
      const sha = own.git.resolve(ref);
      if (sha === null) throw notFound();
      return ok(reference(context, own, ref, sha));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const refs = own.git
        .matchingRefs(`refs/${(context.params['ref'] ?? '').replace(/\/$/, '')}`)
        .map(({ ref, sha }) => reference(context, own, ref, sha));
      return paged(context, '/repos/{owner}/{repo}/git/matching-refs/{ref}', refs);
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const sha = context.params['commit_sha'] ?? '';
      if (own.git.resolve(sha) === null) throw notFound();
      return ok(commitObject(own, sha, context.server.url));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const sha = context.params['tree_sha'] ?? '';
      const isRecursive = context.query.has('recursive');
      const entries = own.git.tree(sha, isRecursive);
      if (entries === null) throw notFound();
      // A folder by itself is a far smaller answer.
      const limit = isRecursive ? (own.treeLimit ?? TREE_ENTRIES) : TREE_ENTRIES;
      const url = `${context.server.url}/repos/${own.owner}/${own.name}/git/`;
      const tree = entries.slice(0, limit).map(({ size, ...entry }) => ({
        ...entry,
        url: `${url}${entry.type}s/${entry.sha}`,
        ...(size === null ? {} : { size }),
      }));
      return ok({ sha, url: `${url}trees/${sha}`, truncated: entries.length > limit, tree });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const sha = context.params['file_sha'] ?? '';
      const bytes = own.git.blob(sha);
      if (bytes === null) throw notFound();
      if (context.accept.includes('raw')) return { status: 200, body: bytes };
      const content = bytes.toString('base64').replace(/(.{60})/g, '$1\n');
      return ok({ ...exampleOf('blob'), sha, size: bytes.length, encoding: 'base64', content });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/tarball/{ref}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const commit = own.git.resolve(context.params['ref'] ?? '');
      if (commit === null) throw notFound();
      return { status: 302, headers: { location: context.server.archiveLink(own, commit) } };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    access: contents,
    handle(context) {
      const own = repositoryOf(context);
      const [base = '', head = ''] = (context.params['basehead'] ?? '').split('...');
      const mergeBase = own.git.resolve(base) && own.git.resolve(head) ? own.git.mergeBase(base, head) : null;
      if (mergeBase === null) throw notFound();
      const example = exampleOf<{ merge_base_commit: object }>('commit-comparison');
      const ahead = own.git.commitsBetween(base, head);
      return ok({
        ...example,
        ...{ base_commit: { ...example.merge_base_commit, sha: base } },
        ...{ merge_base_commit: { ...example.merge_base_commit, sha: mergeBase } },
        ...{ ahead_by: ahead.length, behind_by: own.git.commitsBetween(head, base).length },
        ...{ total_commits: ahead.length, commits: [], files: own.git.diff(mergeBase, head).slice(0, COMPARE_FILES).map(diffEntry) },
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    access: read('metadata'),
    handle(context) {
      const login = context.params['username'] ?? '';
      const permission = repositoryOf(context).permissions.get(login);
      if (permission === undefined) throw notFound();
      const example = exampleOf<{ user: object }>(
        'repository-collaborator-permission-response-if-user-has-admin-permissions',
      );
      return ok({ ...example, permission, role_name: permission, user: { ...example.user, login, role_name: permission } });
    },
  },
];

export function diffEntry(file: ReturnType<FakeRepository['git']['diff']>[number]): Record<string, unknown> {
  const lines = (file.patch ?? '').split('\n');
  const additions = lines.filter((line) => line.startsWith('+')).length;
  const deletions = lines.filter((line) => line.startsWith('-')).length;
  const { patch: _, ...example } = exampleOf('diff-entry-items');
  return {
    ...example,
    ...{ sha: file.sha, filename: file.path, status: file.status },
    ...{ additions, deletions, changes: additions + deletions },
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
    ...(file.patch === null ? {} : { patch: file.patch }),
  };
}
