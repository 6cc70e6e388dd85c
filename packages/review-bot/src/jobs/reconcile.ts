import { againAfter, readExternalId } from '../delivery/check-run.js';
import { mayPass } from '../delivery/failure-text.js';
import type { InstalledRepository, Installation } from '../github/app-api.js';
import { isRefused } from '../github/refused.js';
import type { CheckRun, RepositoryApi } from '../github/repository-api.js';
import type { Job } from '../queue/job.js';
import { retryDelay } from '../queue/timing.js';
import type { BotContext } from './bot-context.js';
import type { ConcludedHeads } from './concluded-heads.js';

/** A review is begun within seconds; a head without a check run after this was forgotten. */
const PATIENCE_MS = 60_000;
/** Repositories and pull requests that rested longer than this were looked at before. */
const LOOKBACK_MS = 24 * 60 * 60 * 1_000;
/** What could not be reviewed is tried again after ever longer waits, for five hours in all. */
const RETRIES = { firstRetry: 5 * 60_000, longestRetry: 3 * 60 * 60_000, most: 6 };

/**
 * Compares what GitHub shows with what should be there and makes up for what was lost, with webhooks or with our own
 * store: failed deliveries are asked for again, and every head that has no finished check run, or one of a review that
 * failed for a passing reason, gets its review. What cannot be asked of one repository or one account is no reason to
 * forget the others.
 * @param installation null: all of them
 */
export async function reconcile(
  installation: number | null,
  context: BotContext,
  signal: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  const apart = async (work: () => Promise<void>): Promise<void> => {
    signal.throwIfAborted();
    try {
      await work();
    } catch (error) {
      // It would be refused again at the next attempt.
      if (!isRefused(error)) failures.push(error);
    }
  };
  if (installation === null) await apart(() => context.redeliverFailed());
  const now = context.now().getTime();
  for (const found of await context.installations()) {
    if (installation !== null && found.id !== installation) continue;
    await apart(async () => {
      for (const repository of await found.repositories()) {
        if (now - repository.pushedAt.getTime() > LOOKBACK_MS) continue;
        await apart(() => reconcileRepository(repository, found, now, context));
      }
    });
  }
  if (failures.length > 0) throw failures[0];
}

async function reconcileRepository(
  { owner, repo }: InstalledRepository,
  installation: Installation,
  now: number,
  context: BotContext,
): Promise<void> {
  const { api } = await context.open({ installation: installation.id, owner, repo });
  const jobs = [
    ...(await forgottenPulls(api, installation, now, context.concludedHeads)),
    ...(await forgottenGroups(api, installation)),
  ];
  for (const job of jobs)
    await context.enqueue(`reconcile-${nameOf(job)}-${Math.floor(now / LOOKBACK_MS)}`, [job]);
}

async function forgottenPulls(
  api: RepositoryApi,
  { id }: Installation,
  now: number,
  concluded: ConcludedHeads,
): Promise<readonly ForgottenJob[]> {
  const jobs: ForgottenJob[] = [];
  for (const pull of await api.openPullRequests()) {
    const age = now - pull.updatedAt.getTime();
    if (age > LOOKBACK_MS) break;
    if (age < PATIENCE_MS) continue;
    const head = pull.head.sha;
    if (concluded.has(pull)) continue;
    const runs = await api.checkRuns(head, 'Tracklint');
    const own = runs.filter(({ externalId }) => readExternalId(externalId)?.number === pull.number);
    const next = nextOf(own, now);
    if (next === 'none') concluded.add(pull);
    if (typeof next === 'string') continue;
    const { owner, repo } = api;
    const { number } = pull;
    jobs.push({ kind: 'review-pull-request', installation: id, owner, repo, number, head, ...next });
  }
  return jobs;
}

/**
 * What is to be done about a head: nothing any more, nothing yet, or a review.
 * @param runs its check runs, the newest first
 * @param now milliseconds since 1970
 */
function nextOf(runs: readonly CheckRun[], now: number): 'none' | 'wait' | { readonly again: string | null } {
  const [newest] = runs;
  // A review that was cancelled was so because its commit seemed not to be the head.
  if (newest?.status !== 'completed' || newest.conclusion === 'cancelled')
    return { again: readExternalId(newest?.externalId ?? null)?.again ?? null };
  const failures = runs.filter(mayPass).length;
  if (!mayPass(newest) || failures > RETRIES.most) return 'none';
  const since = now - (newest.completedAt?.getTime() ?? 0);
  // The name that a person's re-run has too, so that both are one.
  return since < retryDelay(failures, RETRIES) ? 'wait' : { again: againAfter(newest) };
}

async function forgottenGroups(api: RepositoryApi, { id }: Installation): Promise<readonly ForgottenJob[]> {
  const jobs: ForgottenJob[] = [];
  for (const { sha: head, base, ref } of await api.mergeGroups()) {
    const runs = await api.checkRuns(head, 'Tracklint');
    if (runs.some(({ status }) => status === 'completed')) continue;
    const { owner, repo } = api;
    jobs.push({ kind: 'review-merge-group', installation: id, owner, repo, head, base, ref, again: null });
  }
  return jobs;
}

type ForgottenJob = Extract<Job, { readonly kind: 'review-pull-request' | 'review-merge-group' }>;

/** Several pull requests may have the same head. */
const nameOf = ({ owner, repo, head, again, ...job }: ForgottenJob): string =>
  [owner, repo, ...('number' in job ? [job.number] : []), head, again ?? 'first'].join('-');
