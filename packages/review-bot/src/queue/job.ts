import { z } from 'zod';

const id = z.number().int().min(1);
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const repository = { installation: id, owner: z.string(), repo: z.string() };

/** One piece of work that follows from a webhook, a command or the clock. Small, so that it can be stored in the queue. */
export const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review-pull-request'),
    ...repository,
    number: id,
    /** The head that was seen; what is reviewed is the head at the time of the work. */
    head: commit,
    /** `changes`: what the pull request causes. `everything`: the whole head, asked for by `/tracklint full`. */
    extent: z.enum(['changes', 'everything']),
    /** True if a finished check run of this head is to be made anew. */
    again: z.boolean(),
  }),
  z.object({
    kind: z.literal('review-merge-group'),
    ...repository,
    head: commit,
    base: commit,
    again: z.boolean(),
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
  z.object({ kind: z.literal('rerun-check'), ...repository, head: commit, sender: z.string() }),
  z.object({ kind: z.literal('leave-merge-group'), ...repository, head: commit }),
  /** Compares GitHub's state with ours; for one installation or, with null, for all. */
  z.object({ kind: z.literal('reconcile'), installation: id.nullable() }),
]);

export type Job = z.infer<typeof job>;
