import type { AnnotationInput } from './rules.js';
import type { FakeRepository } from './fake-repository.js';

export type Permission = 'admin' | 'write' | 'read' | 'none';

export interface CheckRunState {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
  readonly app: 'ours' | 'actions';
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  readonly annotations: AnnotationInput[];
  actions: readonly Readonly<Record<string, string>>[];
  completedAt: string | null;
}

export interface CommentState {
  readonly id: number;
  /** Of the pull request. */
  readonly number: number;
  readonly login: string;
  readonly isBot: boolean;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
  isDeleted: boolean;
  readonly reactions: { readonly login: string; readonly content: string }[];
}

export interface ReviewCommentState extends CommentState {
  readonly reviewId: number;
  readonly inReplyTo: number | null;
  readonly originalCommit: string;
  readonly originalLine: number;
  /** Where it is at the pull request's head; null: outdated. */
  path: string;
  line: number | null;
  startLine: number | null;
}

export interface ReviewState {
  readonly id: number;
  readonly number: number;
  readonly login: string;
  readonly body: string;
  readonly commit: string;
  readonly submittedAt: string;
}

export interface PullState {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly headRef: string;
  baseRef: string;
  headSha: string;
  isDraft: boolean;
  /** The head is of a fork that is not there any more. */
  isForkDeleted: boolean;
  isOpen: boolean;
  isLocked: boolean;
  updatedAt: string;
}

/** A token as the server has given it out. */
export interface Token {
  readonly login: string;
  readonly app: 'ours' | 'actions';
  readonly permissions: Readonly<Record<string, string>>;
  /** The account whose installation it is for; null: that of `repository`. */
  readonly owner: string | null;
  /** Null: all repositories of the account. */
  readonly repository: FakeRepository | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
}
