import type { Comment, ReviewComment } from './repository-api.js';

/** Comments as GitHub's API has them, and as the bot sees them. */
export interface CommentData {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ReviewCommentData extends CommentData {
  readonly path: string;
  readonly line?: number | null;
  readonly in_reply_to_id?: number;
  /** Every comment on a line belongs to a review, also one that was written by itself. */
  readonly pull_request_review_id: number | null;
}

export interface ReviewData {
  readonly id: number;
  /** Missing as long as only its author sees it. */
  readonly submitted_at?: string | null;
}

/** A review and its comments are stored one after the other. */
const SUBMISSION_MS = 5_000;

export function toComment(data: CommentData): Comment {
  const { id, body, user, created_at, updated_at } = data;
  return {
    id,
    body: body ?? '',
    author: user?.login ?? null,
    isBot: user?.type === 'Bot',
    createdAt: created_at,
    isEdited: created_at !== updated_at,
  };
}

/**
 * Handing in a review counts as a change of its comments, also of a single one: in GitHub's own example of the webhook
 * `pull_request_review_comment` it comes a second after the writing. Only what was changed after that was edited.
 * @param reviews asked only if there may be such a comment of a person
 */
export async function toReviewComments(
  found: readonly ReviewCommentData[],
  reviews: () => Promise<readonly ReviewData[]>,
): Promise<readonly ReviewComment[]> {
  const comments = found.map((data) => ({ data, comment: toReviewComment(data) }));
  const isDoubtful = ({ comment }: { readonly comment: ReviewComment }): boolean =>
    comment.isEdited && !comment.isBot;
  const submitted = new Map(
    comments.some(isDoubtful) ? (await reviews()).map((review) => [review.id, review.submitted_at]) : [],
  );
  return comments.map(({ data, comment }) => {
    const at = submitted.get(data.pull_request_review_id ?? 0);
    const isEdited = at ? Date.parse(data.updated_at) > Date.parse(at) + SUBMISSION_MS : comment.isEdited;
    return { ...comment, isEdited };
  });
}

const toReviewComment = (data: ReviewCommentData): ReviewComment => ({
  ...toComment(data),
  path: data.path,
  line: data.line ?? null,
  repliesTo: data.in_reply_to_id ?? null,
});
