import { z } from 'zod';

const id = z.number().int().min(1);
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/**
 * Names the request for another check run beside one that is finished already, so that a second attempt finds the run of
 * the first; null: the first review of a commit.
 */
const again = z
  .string()
  .regex(/^[0-9a-z-]{1,60}$/)
  .nullable();
const repository = { installation: id, owner: z.string(), repo: z.string() };

/** One piece of work that follows from a webhook, a command or the clock. Small, so that it can be stored in the queue. */
export const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review-pull-request'),
    ...repository,
    number: id,
    /** A job whose commit is no longer the head only closes the check of that commit. */
    head: commit,
    again,
  }),
  /** Reviews the whole head beside the gate, without comments. */
  z.object({ kind: z.literal('review-everything'), ...repository, number: id, head: commit, again }),
  z.object({
    kind: z.literal('review-merge-group'),
    ...repository,
    head: commit,
    base: commit,
    /** Full name of the group's branch, which holds the number of the pull request. */
    ref: z.string(),
    again,
  }),
  z.object({
    kind: z.literal('run-command'),
    ...repository,
    number: id,
    comment: id,
    /** Review comments have ids of their own. */
    on: z.enum(['issue', 'review']),
  }),
  z.object({
    kind: z.literal('press-button'),
    ...repository,
    checkRun: id,
    head: commit,
    button: z.string(),
    sender: z.string(),
  }),
  /** Makes every check run of ours on a commit anew. */
  z.object({ kind: z.literal('rerun-commit'), ...repository, head: commit }),
  z.object({ kind: z.literal('leave-merge-group'), ...repository, head: commit }),
  /** Compares GitHub's state with ours; for one installation or, with null, for all. */
  z.object({ kind: z.literal('reconcile'), installation: id.nullable() }),
]);

export type Job = z.infer<typeof job>;
