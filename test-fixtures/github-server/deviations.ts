/**
 * Where GitHub answers otherwise than its own description says, each with its reason. Kept short and by name, so that
 * everything else is checked.
 */
export const DEVIATIONS: readonly { readonly problem: RegExp; readonly reason: string }[] = [
  {
    problem: /^POST \/repos\/\{owner\}\/\{repo\}\/check-runs 422 is not described$/,
    reason: 'An unknown head_sha is refused; only 201 is described.',
  },
  {
    problem: /^PATCH \/repos\/\{owner\}\/\{repo\}\/check-runs\/\{check_run_id\} 422 is not described$/,
    reason: 'What is beyond the limits is refused; only 200 is described.',
  },
  {
    problem: /^GET \/app\/installations 200: \/\d+\/account /,
    reason: 'The description wants an account to be a user and an enterprise at once.',
  },
  {
    problem: /\/pulls\/(?:\{pull_number\}\/)?comments(?:\/\{comment_id\})? 200: (?:\/\d+)?\/(?:position|line) must be integer/,
    reason: 'Both are null for a comment whose lines have changed since ("outdated").',
  },
  {
    problem: /\/pulls(?:\/\{pull_number\})? 200: (?:\/\d+)?\/head\/(?:repo|user) must be object/,
    reason: 'Both are null when the fork that the head is of was deleted ("unknown repository").',
  },
];
