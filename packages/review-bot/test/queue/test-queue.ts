import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Handlers } from '../../src/queue/attempt.js';
import { openQueue, type BossQueue } from '../../src/queue/boss-queue.js';
import type { Database } from '../../src/queue/database.js';
import type { Job } from '../../src/queue/job.js';
import type { QueueTiming } from '../../src/queue/timing.js';

const silent = pino({ level: 'silent' });

/** Fast enough to wait for, in the same proportions as the defaults. */
export const FAST: QueueTiming = {
  poll: 20,
  lease: 2_000,
  beat: 50,
  attempt: 20_000,
  abortGrace: 200,
  stop: 300,
  firstRetry: 20,
  longestRetry: 80,
  attempts: 3,
};

export interface TestQueueOptions {
  readonly timing?: Partial<QueueTiming>;
  readonly concurrency?: number;
}

/** A queue as one worker process has it; stopped when the test ends. */
export async function testQueue(
  database: Database,
  schema: string,
  { timing, concurrency }: TestQueueOptions = {},
): Promise<BossQueue> {
  const queue = await openQueue({
    database,
    schema,
    log: silent,
    timing: { ...FAST, ...timing },
    ...(concurrency === undefined ? {} : { concurrency }),
  });
  onTestFinished(() => queue.stop());
  return queue;
}

/** The same database as several processes would see it, also where it is embedded and allows only one. */
export function shared(database: Database): Database {
  return { ...database, kind: 'postgres' };
}

/** As a process that was killed: whatever it asks from now on is not answered. */
export function mortal(database: Database): { readonly database: Database; readonly kill: () => void } {
  let dead = false;
  const alive = <T>(answer: Promise<T>): Promise<T> =>
    answer.then(
      (result) => (dead ? new Promise<T>(() => undefined) : result),
      (error: unknown) => (dead ? new Promise<T>(() => undefined) : Promise.reject(error)),
    );
  const ask = <T>(question: () => Promise<T>): Promise<T> =>
    dead ? new Promise<T>(() => undefined) : alive(question());
  return {
    kill: () => {
      dead = true;
    },
    database: {
      ...database,
      query: (text, values) => ask(() => database.query(text, values)),
      script: (text) => ask(() => database.script(text)),
      transaction: (work) =>
        ask(() =>
          database.transaction((transaction) =>
            work({
              query: (text, values) =>
                // The server ends a transaction whose connection is gone.
                dead ? Promise.reject(new Error('connection lost')) : transaction.query(text, values),
            }),
          ),
        ),
    },
  };
}

export const never: Handlers['giveUp'] = () => Promise.reject(new Error('gave up'));

const repository = { installation: 1, owner: 'example', repo: 'shop' } as const;

export function commitOf(letter: string): string {
  return letter.repeat(40);
}

/** @param head one hexadecimal digit */
export function review(
  number: number,
  head = 'a',
  more: Partial<Extract<Job, { kind: 'review-pull-request' }>> = {},
): Job {
  return {
    kind: 'review-pull-request',
    ...repository,
    number,
    head: commitOf(head),
    again: null,
    ...more,
  };
}

export function command(number: number, comment: number): Job {
  return { kind: 'run-command', ...repository, number, comment, on: 'issue' };
}

export function mergeGroup(head = 'a', again: string | null = null): Job {
  const base = commitOf('b');
  const ref = `refs/heads/gh-readonly-queue/main/pr-1-${base}`;
  return { kind: 'review-merge-group', ...repository, head: commitOf(head), base, ref, again };
}

export function leaveMergeGroup(head = 'a'): Job {
  return { kind: 'leave-merge-group', ...repository, head: commitOf(head) };
}

/** A job in a few characters, for the tables of the tests. */
export function nameOf(job: Job): string {
  switch (job.kind) {
    case 'review-pull-request': {
      return `review ${job.number}${job.head[0]}${job.again === null ? '' : ' again'}`;
    }
    case 'run-command':
      return `command ${job.number}/${job.comment}`;
    case 'review-merge-group':
      return `group ${job.head[0]}`;
    case 'leave-merge-group':
      return `leave ${job.head[0]}`;
    case 'reconcile':
      return `reconcile ${job.installation ?? 'all'}`;
    case 'press-button':
    case 'rerun-commit':
    case 'review-everything':
      return `${job.kind} ${job.head[0]}`;
  }
}

/** A promise that somebody else settles. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Resolves when the signal is aborted, with its reason. */
export function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}
