import { toComment, toReviewComments } from './comment-data.js';
import type { GitHubClient } from './github-client.js';
import type { CheckRun, Permission, PullRequest, RepositoryApi } from './repository-api.js';
import { statusOf } from './status-of.js';

/** GitHub makes these branches, and puts the commit below a group at the end of its name. */
const MERGE_QUEUE_BRANCHES = 'heads/gh-readonly-queue/';
/** GitHub's largest page. */
const PER_PAGE = 100;

interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/**
 * @param appId only check runs of this App count as ours; null: those of whoever the token belongs to (an Action)
 */
export function octokitRepository(
  client: Pick<GitHubClient, 'rest' | 'paginate'>,
  { owner, repo }: RepositoryName,
  appId: number | null,
): RepositoryApi {
  const { rest } = client;
  const own = { owner, repo };
  return {
    ...own,
    async repositoryId() {
      return (await rest.repos.get(own)).data.id;
    },
    async pullRequest(number) {
      return toPullRequest((await rest.pulls.get({ ...own, pull_number: number })).data);
    },
    async openPullRequests() {
      const found = await client.paginate(rest.pulls.list, {
        ...own,
        state: 'open',
        sort: 'updated',
        direction: 'desc',
        per_page: PER_PAGE,
      });
      return found.map(toPullRequest);
    },
    async pullRequestsOfHead(sha) {
      const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({ ...own, commit_sha: sha });
      return data.filter((pull) => pull.state === 'open' && pull.head.sha === sha).map((pull) => pull.number);
    },
    async branchTip(branch) {
      return orNull(async () => (await rest.git.getRef({ ...own, ref: `heads/${branch}` })).data.object.sha);
    },
    async mergeBase(base, head) {
      const compared = await rest.repos.compareCommitsWithBasehead({
        ...own,
        basehead: `${base}...${head}`,
        per_page: 1,
      });
      return compared.data.merge_base_commit.sha;
    },
    async mergeGroups() {
      const refs = await client.paginate(rest.git.listMatchingRefs, {
        ...own,
        ref: MERGE_QUEUE_BRANCHES,
      });
      return refs.flatMap(({ ref, object }) => {
        const base = /-([0-9a-f]{40,64})$/.exec(ref)?.[1];
        return base === undefined ? [] : [{ sha: object.sha, base, ref }];
      });
    },
    async patches(number) {
      const options = { ...own, pull_number: number, per_page: PER_PAGE };
      const files = await client.paginate(rest.pulls.listFiles, options).catch((error: unknown) => {
        // "Sorry, this diff is taking too long to generate.": then GitHub shows no lines to anybody.
        if (statusOf(error) === 422) return [];
        throw error;
      });
      return new Map(
        files.flatMap((file) => (file.patch === undefined ? [] : [[file.filename, file.patch]])),
      );
    },
    async permission(login) {
      try {
        const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...own, username: login });
        return toPermission(data.permission);
      } catch (error) {
        if (isMissing(error)) return 'none';
        throw error;
      }
    },

    async checkRuns(sha, name) {
      const runs = await client.paginate(rest.checks.listForRef, {
        ...own,
        ref: sha,
        check_name: name,
        filter: 'all',
        per_page: PER_PAGE,
        ...(appId === null ? {} : { app_id: appId }),
      });
      return runs.map(toCheckRun).sort((a, b) => b.id - a.id);
    },
    async createCheckRun({ name, sha, externalId }) {
      const { data } = await rest.checks.create({
        ...own,
        name,
        head_sha: sha,
        external_id: externalId,
        status: 'in_progress',
      });
      return toCheckRun(data);
    },
    async updateCheckRun(id, { status, conclusion, output, actions }) {
      const { data } = await rest.checks.update({
        ...own,
        check_run_id: id,
        ...(status ? { status } : {}),
        ...(conclusion ? { status: 'completed', conclusion } : {}),
        ...(output
          ? { output: { ...output, annotations: output.annotations ? [...output.annotations] : [] } }
          : {}),
        ...(actions ? { actions: [...actions] } : {}),
      });
      return toCheckRun(data);
    },

    async comments(number) {
      const found = await client.paginate(rest.issues.listComments, {
        ...own,
        issue_number: number,
        per_page: PER_PAGE,
      });
      return found.map(toComment);
    },
    async comment(id) {
      return orNull(async () => toComment((await rest.issues.getComment({ ...own, comment_id: id })).data));
    },
    async createComment(number, body) {
      return toComment((await rest.issues.createComment({ ...own, issue_number: number, body })).data);
    },
    async updateComment(id, body) {
      await rest.issues.updateComment({ ...own, comment_id: id, body });
    },
    async react(comment, on, content) {
      if (on === 'issue')
        await rest.reactions.createForIssueComment({ ...own, comment_id: comment, content });
      else await rest.reactions.createForPullRequestReviewComment({ ...own, comment_id: comment, content });
    },

    async reviewComments(number) {
      const found = await client.paginate(rest.pulls.listReviewComments, {
        ...own,
        pull_number: number,
        per_page: PER_PAGE,
      });
      const reviews = () =>
        client.paginate(rest.pulls.listReviews, { ...own, pull_number: number, per_page: PER_PAGE });
      return toReviewComments(found, reviews);
    },
    async reviewComment(number, id) {
      return orNull(async () => {
        const { data } = await rest.pulls.getReviewComment({ ...own, comment_id: id });
        const review_id = data.pull_request_review_id ?? 0;
        const review = async () => [
          (await rest.pulls.getReview({ ...own, pull_number: number, review_id })).data,
        ];
        return (await toReviewComments([data], review))[0] ?? null;
      });
    },
    async updateReviewComment(id, body) {
      await rest.pulls.updateReviewComment({ ...own, comment_id: id, body });
    },
    async reply(number, to, body) {
      await rest.pulls.createReplyForReviewComment({ ...own, pull_number: number, comment_id: to, body });
    },
    async createReview(number, sha, comments) {
      await rest.pulls.createReview({
        ...own,
        pull_number: number,
        commit_id: sha,
        event: 'COMMENT',
        comments: comments.map(({ path, body, line, startLine }) => ({
          path,
          body,
          line,
          side: 'RIGHT',
          ...(startLine === null ? {} : { start_line: startLine, start_side: 'RIGHT' }),
        })),
      });
    },
  };
}

/** The error is GitHub's "there is no such thing". */
const isMissing = (error: unknown): boolean => statusOf(error) === 404 || statusOf(error) === 410;

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function toPermission(permission: string): Permission {
  return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none';
}

interface PullRequestData {
  readonly number: number;
  readonly state: string;
  readonly draft?: boolean;
  readonly user: { readonly login: string } | null;
  readonly updated_at: string;
  readonly head: { readonly sha: string; readonly ref: string };
  readonly base: { readonly ref: string; readonly repo: { readonly id: number; readonly html_url: string } };
}

function toPullRequest(data: PullRequestData): PullRequest {
  return {
    number: data.number,
    state: data.state === 'open' ? 'open' : 'closed',
    isDraft: data.draft ?? false,
    author: data.user?.login ?? '',
    updatedAt: new Date(data.updated_at),
    head: { sha: data.head.sha, ref: data.head.ref },
    base: { ref: data.base.ref },
    repositoryId: data.base.repo.id,
    repositoryUrl: data.base.repo.html_url,
  };
}

interface CheckRunData {
  readonly id: number;
  readonly external_id: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly head_sha: string;
  readonly completed_at: string | null;
  readonly output: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly annotations_count: number;
  };
}

function toCheckRun(data: CheckRunData): CheckRun {
  const { status } = data;
  return {
    id: data.id,
    externalId: data.external_id,
    status: status === 'completed' || status === 'in_progress' ? status : 'queued',
    conclusion: data.conclusion,
    title: data.output.title,
    summary: data.output.summary,
    annotationsCount: data.output.annotations_count,
    headSha: data.head_sha,
    completedAt: data.completed_at === null ? null : new Date(data.completed_at),
  };
}
