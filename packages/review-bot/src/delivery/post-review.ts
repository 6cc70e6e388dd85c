import { statusOf } from '../github/status-of.js';
import type { InlineComment, RepositoryApi } from '../github/repository-api.js';

/** How often a refused review is halved before its rest is left to the report. */
const MOST_HALVINGS = 3;

/**
 * Posts comments on lines in one review. GitHub refuses a review whole for a single line that it does not show, and does
 * not say which; so a refused one is posted in halves, and what stays refused is in the report anyway.
 * @param isCurrent whether the commit is still the head; a refusal because it is not needs no second try
 */
export async function postReview(
  api: RepositoryApi,
  number: number,
  sha: string,
  comments: readonly InlineComment[],
  ask: { readonly beforeRequest: () => Promise<void>; readonly isCurrent: () => Promise<boolean> },
  halvings = MOST_HALVINGS,
): Promise<void> {
  if (comments.length === 0) return;
  await ask.beforeRequest();
  try {
    await api.createReview(number, sha, comments);
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    if (halvings === 0 || comments.length === 1 || !(await ask.isCurrent())) return;
    const middle = Math.ceil(comments.length / 2);
    await postReview(api, number, sha, comments.slice(0, middle), ask, halvings - 1);
    await postReview(api, number, sha, comments.slice(middle), ask, halvings - 1);
  }
}
