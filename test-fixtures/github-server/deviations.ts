/**
 * Where GitHub answers otherwise than its own description says, by the beginning of the problem, each with its reason. Kept
 * short and by name, so that everything else is checked.
 */
export const DEVIATIONS: ReadonlyMap<string, string> = new Map([
  ['POST /repos/{owner}/{repo}/check-runs 422', 'an unknown head_sha is refused; only 201 is described'],
  ['PATCH /repos/{owner}/{repo}/check-runs/{check_run_id} 422', 'limits are refused; only 200 is described'],
  ['PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id} 404', 'a missing comment; only 200 is described'],
  [
    'GET /app/installations 200: /0/account',
    'the description wants an account to be a user and an enterprise at once',
  ],
]);
