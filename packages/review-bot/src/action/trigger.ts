import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ActionError } from './action-error.js';
import type { ActionEnvironment } from './action-environment.js';

/** What a run of the workflow is to review. All ids are of commits. */
export type Trigger =
  | {
      readonly kind: 'pull-request';
      readonly repositoryId: number;
      readonly number: number;
      readonly head: string;
      readonly headBranch: string;
      readonly baseBranch: string;
      readonly isDraft: boolean;
    }
  | {
      readonly kind: 'merge-group';
      readonly repositoryId: number;
      readonly head: string;
      readonly base: string;
      /** Full name of the group's branch. */
      readonly ref: string;
    }
  | { readonly kind: 'commit'; readonly head: string; readonly branch: string | null }
  | { readonly kind: 'nothing'; readonly why: string };

const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const repository = z.object({ id: z.number().int() });
const pullRequestEvent = z.object({
  repository,
  pull_request: z.object({
    number: z.number().int().min(1),
    draft: z.boolean().default(false),
    head: z.object({ sha: commit, ref: z.string() }),
    base: z.object({ ref: z.string() }),
  }),
});
const mergeGroupEvent = z.object({
  repository,
  merge_group: z.object({ head_sha: commit, base_sha: commit, head_ref: z.string() }),
});
const pushEvent = z.object({ deleted: z.boolean().default(false) });

const NOT_PULL_REQUEST_TARGET =
  'Tracklint does not run on pull_request_target, which gives a token that can write, and secrets, to a run for code that nobody has looked at; use "on: pull_request", which is enough also for forks.';

/**
 * Reads from the event what is to be reviewed.
 * @throws {ActionError} if it is an event that this Action does not run on, or another form than GitHub describes
 */
export async function readTrigger({
  eventName,
  eventPath,
  sha,
  refName,
}: Pick<ActionEnvironment, 'eventName' | 'eventPath' | 'sha' | 'refName'>): Promise<Trigger> {
  if (eventName === 'pull_request_target') throw new ActionError(NOT_PULL_REQUEST_TARGET);
  const read = async <T>(schema: z.ZodType<T>): Promise<T> => checked(schema, await readPayload(eventPath));
  switch (eventName) {
    case 'pull_request': {
      const { repository: own, pull_request: pull } = await read(pullRequestEvent);
      return {
        kind: 'pull-request',
        repositoryId: own.id,
        number: pull.number,
        head: pull.head.sha,
        headBranch: pull.head.ref,
        baseBranch: pull.base.ref,
        isDraft: pull.draft,
      };
    }
    case 'merge_group': {
      const { repository: own, merge_group: group } = await read(mergeGroupEvent);
      return {
        kind: 'merge-group',
        repositoryId: own.id,
        head: group.head_sha,
        base: group.base_sha,
        ref: group.head_ref,
      };
    }
    case 'push':
      if ((await read(pushEvent)).deleted) return { kind: 'nothing', why: 'The branch was deleted.' };
      return { kind: 'commit', head: checked(commit, sha), branch: refName };
    case 'workflow_dispatch':
    case 'schedule':
      return { kind: 'commit', head: checked(commit, sha), branch: refName };
    default:
      throw new ActionError(
        'Tracklint does not run on this event; use one of pull_request, merge_group, push, workflow_dispatch and schedule.',
      );
  }
}

async function readPayload(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new ActionError('The event in GITHUB_EVENT_PATH cannot be read; leave it as the runner sets it.');
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ActionError('The event has another form than GitHub describes; leave it as the runner sets it.');
}
