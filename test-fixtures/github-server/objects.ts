import { exampleOf } from './openapi.js';
import type { FakeRepository } from './fake-repository.js';
import type { CheckRunState, CommentState, PullState, ReviewCommentState, ReviewState } from './state.js';

/** Our state as the objects of GitHub's API: its own examples, with our values in them. */

/** The App as the server knows it. */
export interface AppState {
  readonly id: number;
  readonly slug: string;
  readonly botLogin: string;
  /** The ids of its installations, one per account, by its login. */
  readonly installations: Map<string, number>;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly webhookSecret: string;
  permissions: Readonly<Record<string, string>>;
  readonly settings: AppSettings;
}

/** What the owner of the App can set wrongly; tests change it as they go. */
export interface AppSettings {
  events: readonly string[];
  /** What the installation has accepted; null: all that the App asks for. */
  accepted: Readonly<Record<string, string>> | null;
  isInstalled: boolean;
  isSuspended: boolean;
  /** Its URL is where `webhooks` deliver to. */
  readonly hook: { contentType: 'json' | 'form'; hasSecret: boolean; insecureSsl: '0' | '1' };
}

type Fields = Record<string, unknown>;

const nodeId = (id: number): string => Buffer.from(`node:${id}`).toString('base64');

/** Ids of accounts, made of their names. */
const idOf = (login: string): number => [...login].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7);

export function user(login: string): Fields {
  return {
    ...exampleOf('simple-user'),
    ...{ login, id: idOf(login), node_id: nodeId(idOf(login)), site_admin: false },
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
  };
}

export function integration(app: AppState): Fields {
  return { ...exampleOf('integration'), id: app.id, slug: app.slug, name: app.slug, events: app.settings.events, permissions: app.permissions };
}

export function installation(app: AppState, account: string): Fields {
  return {
    ...exampleOf('installation'),
    ...{ id: app.installations.get(account), app_id: app.id, app_slug: app.slug, suspended_by: null },
    suspended_at: app.settings.isSuspended ? '2026-01-01T00:00:00Z' : null,
    account: user(account),
    permissions: app.settings.accepted ?? app.permissions,
    events: app.settings.events,
  };
}

/** @param name of the example: the long or the short form of a repository */
export function repository(own: FakeRepository, webUrl: string, name = 'full-repository-default-response'): Fields {
  const example = exampleOf(name);
  for (const key of ['parent', 'source', 'template_repository', 'organization', 'license']) delete example[key];
  return {
    ...example,
    ...{ id: own.id, node_id: nodeId(own.id), name: own.name, full_name: `${own.owner}/${own.name}` },
    ...{ owner: user(own.owner), html_url: `${webUrl}/${own.owner}/${own.name}`, default_branch: 'main' },
    archived: own.isArchived,
    ...{ pushed_at: own.pushedAt, private: false, visibility: 'public', license: null, language: 'TypeScript' },
  };
}

/** @param isListed the shorter form that lists have */
export function pullRequest(own: PullState, repo: FakeRepository, webUrl: string, isListed = false): Fields {
  const example = exampleOf<Fields>(isListed ? 'pull-request-simple-items' : 'pull-request');
  const full = repository(repo, webUrl, 'full-repository-default-response');
  for (const key of ['security_and_analysis', 'network_count', 'subscribers_count']) delete full[key];
  const end = (branch: string, sha: string): Fields => {
    const [ref = '', fork] = branch.split(':').reverse();
    const owner = fork ?? repo.owner;
    const forked = { ...full, id: idOf(owner), full_name: `${owner}/${repo.name}`, owner: user(owner), fork: true };
    const isGone = fork !== undefined && own.isForkDeleted;
    return {
      label: isGone ? 'unknown repository' : `${owner}:${ref}`,
      ...{ ref, sha, user: isGone ? null : user(owner), repo: isGone ? null : fork === undefined ? full : forked },
    };
  };
  return {
    ...example,
    ...{ id: repo.id * 1_000 + own.number, number: own.number, title: own.title, user: user(own.author) },
    ...{ state: own.isOpen ? 'open' : 'closed', draft: own.isDraft, locked: own.isLocked, body: null },
    ...{ updated_at: own.updatedAt, closed_at: own.isOpen ? null : own.updatedAt, merged_at: null },
    ...{ html_url: `${webUrl}/${repo.owner}/${repo.name}/pull/${own.number}` },
    ...{ assignee: null, assignees: [], requested_reviewers: [], requested_teams: [], labels: [], milestone: null },
    ...{ head: end(own.headRef, own.headSha) },
    base: end(own.baseRef, repo.git.resolve(`refs/heads/${own.baseRef}`) ?? own.headSha),
    auto_merge: null,
    ...(isListed ? {} : { merged: false, merged_by: null, merge_commit_sha: null }),
  };
}

export function checkRun(own: CheckRunState, app: AppState, apiUrl: string, repo: FakeRepository): Fields {
  const url = `${apiUrl}/repos/${repo.owner}/${repo.name}/check-runs/${own.id}`;
  return {
    ...exampleOf('check-run-example-of-completed-conclusion'),
    ...{ id: own.id, node_id: nodeId(own.id), name: own.name, head_sha: own.headSha, external_id: own.externalId },
    ...{ url, html_url: url, details_url: url, status: own.status, conclusion: own.conclusion },
    ...{ started_at: '2026-01-01T00:00:00Z', completed_at: own.completedAt, pull_requests: [] },
    output: {
      ...{ title: own.title, summary: own.summary, text: null },
      annotations_count: own.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: 5 },
    app: own.app === 'ours' ? integration(app) : { ...integration(app), id: 15_368, slug: 'github-actions' },
  };
}

export function issueComment(own: CommentState, app: AppState): Fields {
  return {
    ...exampleOf('issue-comment'),
    ...{ id: own.id, node_id: nodeId(own.id), body: own.body, user: user(own.login) },
    ...{ created_at: own.createdAt, updated_at: own.updatedAt, author_association: 'NONE' },
    performed_via_github_app: own.login === app.botLogin ? integration(app) : null,
  };
}

export function reviewComment(own: ReviewCommentState): Fields {
  const { in_reply_to_id: _, ...example } = exampleOf('pull-request-review-comment');
  return {
    ...example,
    ...{ id: own.id, node_id: nodeId(own.id), body: own.body, user: user(own.login) },
    ...{ created_at: own.createdAt, updated_at: own.updatedAt, author_association: 'NONE' },
    ...{ pull_request_review_id: own.reviewId, path: own.path, commit_id: own.originalCommit },
    ...{ original_commit_id: own.originalCommit, line: own.line, original_line: own.originalLine },
    ...{ start_line: own.startLine, original_start_line: null, side: 'RIGHT', start_side: null },
    ...{ position: own.line, original_position: 1, subject_type: 'line' },
    ...(own.inReplyTo === null ? {} : { in_reply_to_id: own.inReplyTo }),
  };
}

export function review(own: ReviewState): Fields {
  return {
    ...exampleOf('pull-request-review'),
    ...{ id: own.id, node_id: nodeId(own.id), user: user(own.login), body: own.body },
    ...{ state: 'COMMENTED', commit_id: own.commit, submitted_at: own.submittedAt },
  };
}

export function commitObject(repo: FakeRepository, sha: string, apiUrl: string): Fields {
  const example = exampleOf<Fields>('git-commit');
  const url = `${apiUrl}/repos/${repo.owner}/${repo.name}/git/commits/`;
  const link = (id: string): Fields => ({ sha: id, url: url + id, html_url: url + id });
  return {
    ...example,
    ...{ sha, node_id: nodeId(1), url: url + sha, html_url: url + sha, message: repo.git.messageOf(sha) },
    ...{ tree: { sha: repo.git.treeOf(sha), url }, parents: repo.git.parentsOf(sha).map(link) },
  };
}
