import { readStanding } from '../commands/standing.js';
import type { Standing } from '../commands/standing.js';
import { fingerprintOf } from '../delivery/inline-comments.js';
import type { MarkerSigner } from '../github/marker.js';
import type { Comment, RepositoryApi, ReviewComment } from '../github/repository-api.js';

/** What was said on a pull request, by us and by people. */
export interface Conversation {
  readonly comments: readonly Comment[];
  readonly reviewComments: readonly ReviewComment[];
  readonly standing: Standing;
  isOurs(comment: Comment): boolean;
}

export async function readConversation(
  api: RepositoryApi,
  number: number,
  signer: MarkerSigner,
  botLogin: string,
): Promise<Conversation> {
  const comments = await api.comments(number);
  const reviewComments = await api.reviewComments(number);
  const isOurs = (comment: Comment): boolean =>
    comment.isBot && comment.author?.toLowerCase() === botLogin.toLowerCase();
  const standing = await readStanding(
    {
      comments,
      reviewComments,
      findingOf: (comment) => (isOurs(comment) ? fingerprintOf(comment.body, signer) : null),
    },
    (login) => api.permission(login),
  );
  return { comments, reviewComments, standing, isOurs };
}
