import { z } from 'zod';
import { parseCommand } from '../commands/command.js';
import { readExternalId } from '../delivery/check-run.js';
import type { Job } from '../queue/job.js';

/**
 * Only what the bot uses of GitHub's payloads; everything else in them is ignored.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
const repository = z.object({ id: z.number(), name: z.string(), owner: z.object({ login: z.string() }) });
const installation = z.object({ id: z.number() });
const actor = z.object({ login: z.string(), type: z.string() });
const about = { repository, installation };

const pullRequestEvent = z.object({
  ...about,
  action: z.string(),
  number: z.number(),
  pull_request: z.object({ head: z.object({ sha: z.string() }), base: z.object({ sha: z.string() }) }),
  changes: z.object({ base: z.unknown().optional() }).optional(),
});
const mergeGroupEvent = z.object({
  ...about,
  action: z.string(),
  merge_group: z.object({ head_sha: z.string(), base_sha: z.string(), head_ref: z.string() }),
});
const checkRunEvent = z.object({
  ...about,
  action: z.string(),
  sender: actor,
  check_run: z.object({ id: z.number(), head_sha: z.string(), external_id: z.string().nullable() }),
  requested_action: z.object({ identifier: z.string() }).optional(),
});
const checkSuiteEvent = z.object({
  ...about,
  action: z.string(),
  check_suite: z.object({ id: z.number(), head_sha: z.string() }),
});
const commentOfPerson = z.object({ id: z.number(), body: z.string(), user: actor.nullable() });
const issueCommentEvent = z.object({
  ...about,
  action: z.string(),
  issue: z.object({ number: z.number(), pull_request: z.unknown().optional() }),
  comment: commentOfPerson,
});
const reviewCommentEvent = z.object({
  ...about,
  action: z.string(),
  pull_request: z.object({ number: z.number() }),
  comment: commentOfPerson,
});
const installationEvent = z.object({ action: z.string(), installation });

type Repository = z.infer<typeof repository>;

interface About {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
}

const aboutOf = (event: { repository: Repository; installation: { id: number } }): About => ({
  installation: event.installation.id,
  owner: event.repository.owner.login,
  repo: event.repository.name,
});

/** Actions after which a pull request has to be looked at. */
const LOOKED_AT = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review', 'closed']);

const readers: Readonly<Record<string, (payload: unknown) => readonly Job[]>> = {
  pull_request(payload) {
    const event = pullRequestEvent.parse(payload);
    const isNewBase = event.action === 'edited' && event.changes?.base !== undefined;
    if (!LOOKED_AT.has(event.action) && !isNewBase) return [];
    const { head, base } = event.pull_request;
    const job = {
      kind: 'review-pull-request',
      ...aboutOf(event),
      number: event.number,
      head: head.sha,
    } as const;
    // Another base makes another review, and what a check run has posted cannot be taken back.
    return [{ ...job, again: isNewBase ? `base-${base.sha.slice(0, 12)}` : null }];
  },
  merge_group(payload) {
    const { action, merge_group: group, ...event } = mergeGroupEvent.parse(payload);
    const shared = { ...aboutOf(event), head: group.head_sha };
    if (action === 'destroyed') return [{ kind: 'leave-merge-group', ...shared }];
    if (action !== 'checks_requested') return [];
    return [
      { kind: 'review-merge-group', ...shared, base: group.base_sha, ref: group.head_ref, again: null },
    ];
  },
  check_run(payload) {
    const event = checkRunEvent.parse(payload);
    const { id, head_sha: head, external_id: externalId } = event.check_run;
    if (readExternalId(externalId) === null) return [];
    const button = event.action === 'rerequested' ? 'review' : event.requested_action?.identifier;
    if (button === undefined || (event.action !== 'rerequested' && event.action !== 'requested_action'))
      return [];
    const shared = { ...aboutOf(event), checkRun: id, head, sender: event.sender.login };
    return [{ kind: 'press-button', ...shared, button }];
  },
  check_suite(payload) {
    const event = checkSuiteEvent.parse(payload);
    if (event.action !== 'rerequested') return [];
    return [{ kind: 'rerun-commit', ...aboutOf(event), head: event.check_suite.head_sha }];
  },
  issue_comment(payload) {
    const event = issueCommentEvent.parse(payload);
    if (event.issue.pull_request === undefined) return [];
    return commandJob(event, event.issue.number, 'issue');
  },
  pull_request_review_comment(payload) {
    const event = reviewCommentEvent.parse(payload);
    return commandJob(event, event.pull_request.number, 'review');
  },
  installation: reconcileOn('created', 'new_permissions_accepted', 'unsuspend'),
  installation_repositories: reconcileOn('added'),
};

/**
 * The work that follows from a webhook; none for events that the bot does not know.
 * @param name such as `pull_request`
 * @throws {z.ZodError} if the payload is not what GitHub documents
 */
export const jobsOf = (name: string, payload: unknown): readonly Job[] =>
  Object.hasOwn(readers, name) ? (readers[name]?.(payload) ?? []) : [];

function commandJob(
  event: z.infer<typeof reviewCommentEvent> | z.infer<typeof issueCommentEvent>,
  number: number,
  on: 'issue' | 'review',
): readonly Job[] {
  const { action, comment } = event;
  if (action !== 'created' || comment.user === null || comment.user.type === 'Bot') return [];
  if (parseCommand(comment.body) === null) return [];
  return [{ kind: 'run-command', ...aboutOf(event), number, comment: comment.id, on }];
}

function reconcileOn(...actions: readonly string[]): (payload: unknown) => readonly Job[] {
  return (payload) => {
    const event = installationEvent.parse(payload);
    return actions.includes(event.action) ? [{ kind: 'reconcile', installation: event.installation.id }] : [];
  };
}
