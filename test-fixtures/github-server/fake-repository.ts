import { GitRepository } from './git-repository.js';
import type { Change } from './git-repository.js';
import { lineMap } from './line-map.js';
import type {
  CheckRunState,
  CommentState,
  Permission,
  PullState,
  ReviewCommentState,
  ReviewState,
} from './state.js';

/** What a repository needs of the server around it. */
export interface Surroundings {
  newId(): number;
  /** ISO 8601; each a second later than the one before. */
  now(): string;
  /** Tells the webhook's receiver, if there is one. */
  notify(event: string, action: string, repository: FakeRepository, about: object, login?: string): void;
}

/** A repository at the fake GitHub. What is done here is what people and GitHub do; the bot comes by the API. */
export class FakeRepository {
  readonly git = new GitRepository();
  readonly checkRunStates: CheckRunState[] = [];
  readonly issueComments: CommentState[] = [];
  readonly lineComments: ReviewCommentState[] = [];
  readonly reviewStates: ReviewState[] = [];
  readonly pulls: PullState[] = [];
  readonly permissions = new Map<string, Permission>();
  pushedAt: string;
  isArchived = false;
  /** Served instead of the real tarball. */
  tarball: Buffer | null = null;
  /** More entries are left out of a recursive tree. */
  treeLimit: number | null = null;

  constructor(
    readonly id: number,
    readonly owner: string,
    readonly name: string,
    readonly surroundings: Surroundings,
  ) {
    this.pushedAt = surroundings.now();
  }

  /**
   * Commits on a branch, which is made if there is none, without telling anybody.
   * @param branch `somebody:name` is one of somebody's fork, whose commits GitHub has here too, but no ref of it
   */
  commit(branch: string, change: Change & { readonly parent?: string }): string {
    const parent = change.parent ?? this.git.resolve(refOf(branch));
    const sha = this.git.commit(parent, change);
    this.branch(branch, sha);
    return sha;
  }

  /** Makes a branch or moves it. */
  branch(name: string, sha: string): void {
    this.git.setRef(refOf(name), sha);
    this.pushedAt = this.surroundings.now();
  }

  openPullRequest(own: {
    /** `somebody:name` for a branch of somebody's fork. */
    readonly head: string;
    readonly base?: string;
    readonly title?: string;
    readonly author?: string;
    readonly draft?: boolean;
  }): FakePullRequest {
    const pull: PullState = {
      number: this.pulls.length + 1,
      title: own.title ?? 'A change',
      author: own.author ?? 'author',
      headRef: own.head,
      baseRef: own.base ?? 'main',
      headSha: this.git.resolve(refOf(own.head)) ?? '',
      isDraft: own.draft ?? false,
      isOpen: true,
      isForkDeleted: false,
      isLocked: false,
      updatedAt: this.surroundings.now(),
    };
    this.pulls.push(pull);
    this.surroundings.notify('pull_request', 'opened', this, { pull });
    return new FakePullRequest(this, pull);
  }

  /** Commits on a branch and tells of the pull requests that it moves. */
  push(branch: string, change: Change): string {
    const sha = this.commit(branch, change);
    this.#moved(branch, sha);
    return sha;
  }

  forcePush(branch: string, sha: string): void {
    this.branch(branch, sha);
    this.#moved(branch, sha);
  }

  #moved(branch: string, sha: string): void {
    for (const pull of this.pulls.filter(({ headRef, isOpen }) => isOpen && headRef === branch)) {
      const before = pull.headSha;
      this.#follow(pull, before, sha);
      pull.headSha = sha;
      pull.updatedAt = this.surroundings.now();
      this.surroundings.notify('pull_request', 'synchronize', this, { pull, before });
    }
  }

  /** GitHub keeps a comment on its line while that is unchanged; else it is outdated. */
  #follow(pull: PullState, before: string, after: string): void {
    const files = this.git.diff(before, after);
    for (const comment of this.lineComments.filter(({ number }) => number === pull.number)) {
      const file = files.find(({ path, previousPath }) => (previousPath ?? path) === comment.path);
      if (!file) continue;
      const toNew = file.status === 'removed' ? () => null : lineMap(file.patch ?? '');
      const { line, startLine } = comment;
      comment.line = line === null ? null : toNew(line);
      comment.startLine = startLine === null || comment.line === null ? null : toNew(startLine);
      comment.path = file.path;
    }
  }

  enqueueMergeGroup(pull: FakePullRequest): { readonly headSha: string; readonly baseSha: string; readonly ref: string } {
    const { baseRef, headSha, number } = pull.state;
    const baseSha = this.git.resolve(`refs/heads/${baseRef}`) ?? '';
    const group = {
      headSha: this.git.merge(baseSha, headSha),
      baseSha,
      ref: `refs/heads/gh-readonly-queue/${baseRef}/pr-${number}-${baseSha}`,
    };
    this.git.setRef(group.ref, group.headSha);
    this.surroundings.notify('merge_group', 'checks_requested', this, { group, baseRef });
    return group;
  }

  destroyMergeGroup(group: { readonly headSha: string; readonly baseSha: string; readonly ref: string }): void {
    this.git.setRef(group.ref, null);
    this.surroundings.notify('merge_group', 'destroyed', this, { group, baseRef: 'main' });
  }

  rerequestCheckRun(id: number, login = 'author'): void {
    const run = this.checkRunStates.find((own) => own.id === id);
    this.surroundings.notify('check_run', 'rerequested', this, { run }, login);
  }

  rerequestCheckSuite(sha: string): void {
    this.surroundings.notify('check_suite', 'rerequested', this, { sha });
  }

  pressButton(id: number, identifier: string, login = 'author'): void {
    const run = this.checkRunStates.find((own) => own.id === id);
    this.surroundings.notify('check_run', 'requested_action', this, { run, identifier }, login);
  }

  /** The check runs of a commit, the oldest first. */
  checkRuns(sha: string): readonly CheckRunState[] {
    return this.checkRunStates.filter(({ headSha }) => headSha === sha);
  }
}

const refOf = (branch: string): string =>
  branch.includes(':') ? `refs/forks/${branch.replace(':', '/')}` : `refs/heads/${branch}`;

/** A pull request, as its author and its reviewers see it. */
export class FakePullRequest {
  constructor(
    readonly repository: FakeRepository,
    readonly state: PullState,
  ) {}

  get number(): number {
    return this.state.number;
  }

  get headSha(): string {
    return this.state.headSha;
  }

  changeBase(base: string): void {
    const from = this.state.baseRef;
    this.state.baseRef = base;
    this.#tell('edited', { changedFrom: from });
  }

  markReady(): void {
    this.state.isDraft = false;
    this.#tell('ready_for_review');
  }

  close(): void {
    this.state.isOpen = false;
    this.#tell('closed');
  }

  #tell(action: string, more: object = {}): void {
    this.state.updatedAt = this.repository.surroundings.now();
    this.repository.surroundings.notify('pull_request', action, this.repository, { pull: this.state, ...more });
  }

  comment(login: string, body: string): CommentState {
    const { surroundings } = this.repository;
    const at = surroundings.now();
    const comment: CommentState = {
      ...{ id: surroundings.newId(), number: this.number, login, isBot: false },
      ...{ createdAt: at, updatedAt: at, body, isDeleted: false, reactions: [] },
    };
    this.repository.issueComments.push(comment);
    surroundings.notify('issue_comment', 'created', this.repository, { pull: this.state, comment }, login);
    return comment;
  }

  /**
   * Every comment on a line is part of a review, and handing that in is what changes it last: in GitHub's own example
   * (`@octokit/webhooks-examples`, `pull_request_review_comment.created`) a second after it was written.
   */
  reply(to: number, login: string, body: string): ReviewCommentState {
    const { surroundings, lineComments } = this.repository;
    const parent = lineComments.find(({ id }) => id === to);
    if (!parent) throw new Error(`There is no comment ${to}.`);
    const at = surroundings.now();
    const submittedAt = surroundings.now();
    const reviewId = surroundings.newId();
    const commit = this.headSha;
    this.repository.reviewStates.push({ id: reviewId, number: this.number, login, body: '', commit, submittedAt });
    const comment: ReviewCommentState = {
      ...parent,
      ...{ id: surroundings.newId(), reviewId, login, isBot: false, body, createdAt: at, updatedAt: submittedAt },
      ...{ inReplyTo: to, isDeleted: false, reactions: [] },
    };
    lineComments.push(comment);
    surroundings.notify('pull_request_review_comment', 'created', this.repository, { pull: this.state, comment }, login);
    return comment;
  }

  /** A minute later. */
  edit(comment: CommentState, body: string): void {
    comment.body = body;
    comment.updatedAt = new Date(Date.parse(comment.updatedAt) + 60_000).toISOString().replace('.000Z', 'Z');
  }

  comments(): readonly CommentState[] {
    return this.repository.issueComments.filter(({ number, isDeleted }) => number === this.number && !isDeleted);
  }

  reviewComments(): readonly ReviewCommentState[] {
    return this.repository.lineComments.filter(({ number, isDeleted }) => number === this.number && !isDeleted);
  }

  /** Those of bots. */
  reviews(): readonly ReviewState[] {
    return this.repository.reviewStates.filter(
      ({ number, login }) => number === this.number && login.endsWith('[bot]'),
    );
  }
}
