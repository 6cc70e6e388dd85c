/** GitHub asks to come back later. Not a failure: the same work goes on then. */
export class GitHubLimit extends Error {
  override readonly name = 'GitHubLimit';
  constructor(
    readonly kind: 'primary' | 'secondary',
    readonly until: Date,
  ) {
    super(`GitHub's ${kind} rate limit was reached; going on at ${until.toISOString()}.`);
  }
}

/** GitHub asks for at least this when it names no time. */
const UNNAMED_WAIT_SECONDS = 60;

/** 422 "was submitted too quickly": what GitHub says of comments and reviews that come too close upon one another. */
const TOO_QUICKLY = /submitted too quickly/i;

/**
 * The limit that an error of a request tells of, or null for any other error. A wrong permission is a 403 too, so a 403
 * counts only if it says so.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 * @param now milliseconds since 1970
 */
export function limitOf(error: unknown, now: number): GitHubLimit | null {
  if (!isRequestError(error)) return null;
  const isTooQuick = error.status === 422 && TOO_QUICKLY.test(error.message);
  if (error.status !== 403 && error.status !== 429 && !isTooQuick) return null;
  const headers = error.response?.headers ?? {};
  const isPrimary = headers['x-ratelimit-remaining'] === '0';
  const retryAfter = Number(headers['retry-after']);
  const hasRetryAfter = headers['retry-after'] !== undefined && Number.isFinite(retryAfter);
  const isLimit =
    isTooQuick ||
    error.status === 429 ||
    hasRetryAfter ||
    isPrimary ||
    /rate limit|abuse detection/i.test(error.message);
  if (!isLimit) return null;
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  const wait = hasRetryAfter ? retryAfter * 1000 : UNNAMED_WAIT_SECONDS * 1000;
  const until = !hasRetryAfter && isPrimary && reset > now ? reset : now + wait;
  return new GitHubLimit(isPrimary && !hasRetryAfter ? 'primary' : 'secondary', new Date(until));
}

interface RequestErrorLike extends Error {
  readonly status: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

/** By its form, because every copy of the client's packages has a class of its own. */
const isRequestError = (error: unknown): error is RequestErrorLike =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';
