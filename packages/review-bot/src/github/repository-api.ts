/**
 * What the bot asks of a repository at GitHub, in its own words, so that everything above can be read without knowing
 * GitHub's API. Every function rejects with `GitHubLimit` when GitHub asks to wait.
 */

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly author: string;
  readonly updatedAt: Date;
  readonly head: { readonly sha: string; readonly ref: string };
  readonly base: { readonly ref: string };
  readonly repositoryId: number;
  /** Address of the repository for people, without a slash at the end. */
  readonly repositoryUrl: string;
}

export interface MergeGroup {
  readonly sha: string;
  /** The commit below it. */
  readonly base: string;
  /** Full name of its branch. */
  readonly ref: string;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Null for a deleted account. */
  readonly author: string | null;
  readonly isBot: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Changed after others could see it. */
  readonly isEdited: boolean;
}

export interface ReviewComment extends Comment {
  readonly path: string;
  /** Where the place is now, as GitHub follows it; null once its lines were changed. */
  readonly line: number | null;
  /** The comment that this one replies to; null for the first of a thread. */
  readonly repliesTo: number | null;
}

export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'timed_out';

export interface CheckRun {
  readonly id: number;
  readonly externalId: string | null;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly annotationsCount: number;
  readonly headSha: string;
  readonly completedAt: Date | null;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title: string;
}

export interface CheckButton {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly Annotation[];
}

export interface CheckUpdate {
  readonly status?: 'in_progress';
  readonly conclusion?: Conclusion;
  readonly output?: CheckOutput;
  readonly actions?: readonly CheckButton[];
}

export interface InlineComment {
  readonly path: string;
  readonly body: string;
  /** Last line of the place, in the new file. */
  readonly line: number;
  /** First line if there are several. */
  readonly startLine: number | null;
}

/** `Tracklint` is what teams put into their branch protection; a review of everything must not stand in its place. */
export type CheckName = 'Tracklint' | 'Tracklint (everything)';

export type Permission = 'admin' | 'write' | 'read' | 'none';

export interface RepositoryApi {
  readonly owner: string;
  readonly repo: string;
  repositoryId(): Promise<number>;
  pullRequest(number: number): Promise<PullRequest>;
  /** Open pull requests, those that were changed last first. */
  openPullRequests(): Promise<readonly PullRequest[]>;
  /** Numbers of the open pull requests whose head is this commit. */
  pullRequestsOfHead(sha: string): Promise<readonly number[]>;
  /** The commit that a branch points at; null if there is no such branch any more. */
  branchTip(branch: string): Promise<string | null>;
  mergeBase(base: string, head: string): Promise<string>;
  /** The groups in the merge queue. */
  mergeGroups(): Promise<readonly MergeGroup[]>;
  /** GitHub's hunks of each changed file of a pull request, by path now; a file is absent where GitHub shows none. */
  patches(number: number): Promise<ReadonlyMap<string, string>>;
  permission(login: string): Promise<Permission>;

  /** Our check runs of a commit, the newest first. */
  checkRuns(sha: string, name: CheckName): Promise<readonly CheckRun[]>;
  createCheckRun(run: {
    readonly name: CheckName;
    readonly sha: string;
    readonly externalId: string;
  }): Promise<CheckRun>;
  updateCheckRun(id: number, update: CheckUpdate): Promise<CheckRun>;

  /** In the order of their creation. */
  comments(number: number): Promise<readonly Comment[]>;
  comment(id: number): Promise<Comment | null>;
  createComment(number: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<void>;
  react(comment: number, on: 'issue' | 'review', reaction: '+1' | 'confused'): Promise<void>;

  reviewComments(number: number): Promise<readonly ReviewComment[]>;
  reviewComment(number: number, id: number): Promise<ReviewComment | null>;
  updateReviewComment(id: number, body: string): Promise<void>;
  reply(number: number, to: number, body: string): Promise<void>;
  /** One review with all the comments. GitHub takes all of them or none. */
  createReview(number: number, sha: string, comments: readonly InlineComment[]): Promise<void>;
}
