import type { Comment, RepositoryApi } from '../github/repository-api.js';
import type { MarkerSigner } from '../github/marker.js';

/** GitHub refuses longer comments: 422 "body is too long (maximum is 65536 characters)". */
export const COMMENT_LIMIT = 65_536;
/** Room for the marker. */
export const REPORT_LIMIT = COMMENT_LIMIT - 200;

const NOTHING_LEFT =
  '# Mixpanel Implementation Review\n\nNothing is left of what was found in this pull request.';

/** Our report among the comments of a pull request; the oldest, should there be several. */
export function findReportComment(
  comments: readonly Comment[],
  isOurs: (comment: Comment) => boolean,
  signer: MarkerSigner,
): Comment | null {
  return comments.find((comment) => isOurs(comment) && signer.read(comment.body)?.kind === 'report') ?? null;
}

/**
 * Brings the one report comment of a pull request to what it should say. Where nothing was ever to be said there is none.
 * @param report null if there is nothing to say
 */
export async function convergeReportComment(
  api: RepositoryApi,
  number: number,
  existing: Comment | null,
  report: string | null,
  signer: MarkerSigner,
  beforeRequest: () => Promise<void>,
): Promise<void> {
  if (existing === null && report === null) return;
  const body = `${report ?? NOTHING_LEFT}\n\n${signer.mark({ kind: 'report', key: '' })}`;
  if (existing?.body === body) return;
  await beforeRequest();
  if (existing) await api.updateComment(existing.id, body);
  else await api.createComment(number, body);
}
