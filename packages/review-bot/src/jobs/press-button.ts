import { againAfter, readExternalId } from '../delivery/check-run.js';
import { maySettle } from '../commands/standing.js';
import { pullRequestOfGroup } from './review-merge-group.js';
import type { RepositoryApi } from '../github/repository-api.js';
import type { Job } from '../queue/job.js';
import type { BotContext } from './bot-context.js';

type ButtonJob = Extract<Job, { readonly kind: 'press-button' }>;
type RerunJob = Extract<Job, { readonly kind: 'rerun-commit' }>;

/** Follows "Re-run" and the buttons of a check run. GitHub resets nothing by itself: a new run has to be made. */
export async function pressButton(job: ButtonJob, context: BotContext): Promise<void> {
  const { api } = await context.open(job);
  const run = (await ourRuns(api, job.head)).find(({ id }) => id === job.checkRun);
  const subject = readExternalId(run?.externalId ?? null);
  if (!run || !subject) return;
  const { installation, owner, repo, head } = job;
  const repository = { installation, owner, repo };
  const again = againAfter(run);
  const { number } = subject;
  if (number === null) {
    await context.enqueue(again, await groupJobs(api, job, again));
    return;
  }
  if (!(await mayPress(api, number, job.sender))) return;
  await context.enqueue(`${again}-${job.button}`, [
    job.button === 'full'
      ? { kind: 'review-everything', ...repository, number, head, again }
      : { kind: 'review-pull-request', ...repository, number, head, again },
  ]);
}

/** Makes the newest check run of each pull request or merge group of a commit anew. */
export async function rerunCommit(job: RerunJob, context: BotContext): Promise<void> {
  const { api } = await context.open(job);
  const { installation, owner, repo, head } = job;
  const newest = new Map<number | null, number>();
  for (const { id, externalId } of await api.checkRuns(head, 'Tracklint')) {
    const subject = readExternalId(externalId);
    if (subject && !newest.has(subject.number)) newest.set(subject.number, id);
  }
  // Where the first review was lost there is no run yet.
  const pulls = newest.size > 0 ? [] : await api.pullRequestsOfHead(head);
  const shared = { kind: 'review-pull-request', installation, owner, repo, head } as const;
  const jobs: Job[] = pulls.map((number) => ({ ...shared, number, again: null }));
  for (const [number, id] of newest) {
    const again = againAfter({ id });
    if (number === null) jobs.push(...(await groupJobs(api, job, again)));
    else jobs.push({ ...shared, number, again });
  }
  await context.enqueue(`rerun-${[...newest.values()].join('-')}-${head}`, jobs);
}

const ourRuns = async (api: RepositoryApi, head: string) => [
  ...(await api.checkRuns(head, 'Tracklint')),
  ...(await api.checkRuns(head, 'Tracklint (everything)')),
];

async function mayPress(api: RepositoryApi, number: number, login: string): Promise<boolean> {
  const { author } = await api.pullRequest(number);
  return author.toLowerCase() === login.toLowerCase() || maySettle(await api.permission(login));
}

/** A merge group is known by its branch, which is gone once it has left the queue. */
async function groupJobs(
  api: RepositoryApi,
  { installation, owner, repo, head }: ButtonJob | RerunJob,
  again: string,
): Promise<readonly Job[]> {
  const group = (await api.mergeGroups()).find(({ sha }) => sha === head);
  if (!group || pullRequestOfGroup(group.ref) === null) return [];
  const shared = { kind: 'review-merge-group', installation, owner, repo, head } as const;
  return [{ ...shared, base: group.base, ref: group.ref, again }];
}
