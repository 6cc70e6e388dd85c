import examples from '@octokit/webhooks-examples';
import type { FakeRepository } from './fake-repository.js';
import { checkRun, installation, integration, issueComment, pullRequest, repository, reviewComment, user } from './objects.js';
import type { AppState } from './objects.js';
import type { CheckRunState, CommentState, PullState, ReviewCommentState } from './state.js';

type Fields = Record<string, unknown>;

const NO_REACTIONS = {
  url: 'https://api.github.com/reactions',
  ...{ total_count: 0, '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 },
};

interface Example {
  readonly name: string;
  readonly examples: readonly Fields[];
}

const ALL = ((examples as { default?: unknown }).default ?? examples) as readonly Example[];

/** What happened, by what is needed to tell of it. */
export interface About {
  readonly pull?: PullState;
  readonly before?: string;
  readonly changedFrom?: string;
  readonly run?: CheckRunState;
  readonly identifier?: string;
  readonly sha?: string;
  readonly comment?: CommentState | ReviewCommentState;
  readonly group?: { readonly headSha: string; readonly baseSha: string; readonly ref: string };
  readonly baseRef?: string;
}

function exampleOf(event: string, action: string): Fields {
  const all = ALL.find(({ name }) => name === event)?.examples ?? [];
  const found = all.find((example) => example['action'] === action) ?? all[0];
  if (!found) throw new Error(`There is no example of ${event}.`);
  return structuredClone(found);
}

/** The payload of a webhook: a real one, with our values in it. */
export function payloadOf(
  event: string,
  action: string,
  repo: FakeRepository,
  about: About,
  surroundings: { readonly app: AppState; readonly url: string; readonly login: string },
): Fields {
  const { app, url, login } = surroundings;
  const example = exampleOf(event, action);
  return {
    ...example,
    action,
    sender: { ...(example['sender'] as Fields), ...user(login) },
    repository: { ...(example['repository'] as Fields), ...repository(repo, url) },
    installation: { id: app.installations.get(repo.owner), node_id: 'aW5zdGFsbGF0aW9u' },
    ...parts[event]?.(example, action, repo, about, surroundings),
  };
}

type Part = (
  example: Fields,
  action: string,
  repo: FakeRepository,
  about: About,
  surroundings: { readonly app: AppState; readonly url: string },
) => Fields;

const pullPart: Part = (example, action, repo, { pull, before, changedFrom }, { url }) => {
  if (!pull) throw new Error('A pull request is needed.');
  return {
    number: pull.number,
    pull_request: { ...(example['pull_request'] as Fields), ...pullRequest(pull, repo, url) },
    ...(action === 'synchronize' ? { before, after: pull.headSha } : {}),
    ...(changedFrom === undefined ? {} : { changes: { base: { ref: { from: changedFrom }, sha: { from: pull.headSha } } } }),
  };
};

const parts: Readonly<Record<string, Part>> = {
  pull_request: pullPart,
  merge_group: (example, action, _repo, { group, baseRef = 'main' }) => ({
    merge_group: {
      ...(example['merge_group'] as Fields),
      ...{ head_sha: group?.headSha, head_ref: group?.ref, base_sha: group?.baseSha, base_ref: `refs/heads/${baseRef}` },
    },
    ...(action === 'destroyed' ? { reason: 'dequeued' } : {}),
  }),
  check_run: (example, action, repo, { run, identifier }, { app, url }) => {
    if (!run) throw new Error('A check run is needed.');
    const old = example['check_run'] as Fields;
    return {
      check_run: { ...old, ...checkRun(run, app, url, repo), check_suite: { ...(old['check_suite'] as Fields), head_sha: run.headSha, app: integration(app) } },
      ...(action === 'requested_action' ? { requested_action: { identifier } } : {}),
    };
  },
  check_suite: (example, _action, _repo, { sha }) => ({
    check_suite: { ...(example['check_suite'] as Fields), head_sha: sha, after: sha },
  }),
  issue_comment: (example, _action, _repo, { pull, comment }, { app, url }) => ({
    issue: {
      ...(example['issue'] as Fields),
      ...{ number: pull?.number, title: pull?.title, labels: [], active_lock_reason: null },
      reactions: NO_REACTIONS,
      pull_request: { url, html_url: url, diff_url: url, patch_url: url, merged_at: null },
    },
    comment: { ...(example['comment'] as Fields), ...issueComment(comment as CommentState, app), reactions: NO_REACTIONS },
  }),
  pull_request_review_comment: (example, action, repo, about, surroundings) => {
    const { number: _, ...rest } = pullPart(example, action, repo, about, surroundings);
    return {
      ...rest,
      comment: { ...(example['comment'] as Fields), ...reviewComment(about.comment as ReviewCommentState), reactions: NO_REACTIONS },
    };
  },
  installation: (_example, _action, { owner }, _about, { app }) => ({ installation: installation(app, owner) }),
};
