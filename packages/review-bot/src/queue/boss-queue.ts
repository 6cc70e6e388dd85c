import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { RunningAttempt, type Handlers, type Outcome } from './attempt.js';
import { isDataError, type Database } from './database.js';
import { jobsById, type Delivery } from './delivery.js';
import { GroupCommit } from './group-commit.js';
import type { Job } from './job.js';
import { JobStore, type Claim } from './job-store.js';
import { Journal } from './journal.js';
import { JournaledDeliveries } from './journaled-deliveries.js';
import { Lull } from './lull.js';
import type { JobQueue, QueueStats } from './queue.js';
import { QUEUE, startBoss } from './store-schema.js';
import { interrupts, subjectOf } from './subject.js';
import { DEFAULT_TIMING, type QueueTiming } from './timing.js';

export interface BossQueueOptions {
  readonly database: Database;
  readonly log: Logger;
  /** Jobs at a time in this process. */
  readonly concurrency?: number;
  readonly timing?: Partial<QueueTiming>;
  /** The schema for the queue's tables. */
  readonly schema?: string;
  /** Told of every attempt that ended, and how many seconds it took. */
  readonly onAttempt?: (job: Job, outcome: Outcome, seconds: number) => void;
}

export const DEFAULT_SCHEMA = 'tracklint';
const DEFAULT_CONCURRENCY = 2;
const RETRY_DATABASE_MS = 1_000;

/** Opens the queue on a database, whose tables it makes or migrates. Closing the database stays with the caller. */
export async function openQueue(options: BossQueueOptions): Promise<BossQueue> {
  const schema = options.schema ?? DEFAULT_SCHEMA;
  const boss = await startBoss(options.database, schema, (error) =>
    options.log.warn({ err: error }, 'maintenance of the queue failed'),
  );
  // The first statement of its kind is slow, and the first delivery must not wait for that.
  await boss.insert([]);
  const { kind, directory } = options.database;
  const journal =
    kind === 'embedded' && directory !== null
      ? await Journal.open(join(directory, `accepted-${schema}.ndjson`))
      : null;
  if (journal && journal.unreadable > 0) {
    const lines = journal.unreadable;
    options.log.error({ lines }, 'accepted deliveries cannot be read and are left to the reconciliation');
  }
  const queue = new BossQueue(options, schema, boss, journal);
  await queue.recoverAccepted();
  return queue;
}

/** The durable queue. See `store-schema.ts` for what pg-boss does of it, `job-store.ts` for how jobs are taken. */
export class BossQueue implements JobQueue {
  readonly #timing: QueueTiming;
  readonly #store: JobStore;
  readonly #lull = new Lull();
  /** Where what is accepted goes first; null: to the database at once. */
  readonly #journaled: JournaledDeliveries | null;
  readonly #accepting: GroupCommit<Delivery> | JournaledDeliveries;
  /** By the token of the claim: a job that is handed back may be claimed anew before its first attempt is gone. */
  readonly #running = new Map<string, RunningAttempt>();
  readonly #settling = new Set<Promise<void>>();
  readonly #timers: NodeJS.Timeout[] = [];
  /** What the timers have begun. */
  readonly #begun = new Set<Promise<void>>();
  #handlers: Handlers | null = null;
  #pumping = false;
  #pumpAgain = false;
  #beating = false;
  #lastBeat = Date.now();
  #stopping = false;
  #stopped = false;

  constructor(
    private readonly options: BossQueueOptions,
    schema: string,
    private readonly boss: PgBoss,
    journal: Journal | null,
  ) {
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
    this.#store = new JobStore(options.database, schema, this.#timing.lease);
    const insert = (deliveries: readonly Delivery[]): Promise<void> => this.#insert(deliveries);
    this.#journaled = journal
      ? new JournaledDeliveries({
          journal,
          lull: this.#lull,
          insert,
          isAboutOneItem: isDataError,
          onMoved: () => this.#pump(),
          log: options.log,
        })
      : null;
    this.#accepting = this.#journaled ?? new GroupCommit(insert, isDataError);
  }

  /** Takes what a process that is gone had accepted and not got to the database. */
  async recoverAccepted(): Promise<void> {
    await this.#journaled?.recover();
  }

  async accept(delivery: string, jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    this.#lull.delivered();
    await this.#accepting.add({ id: delivery, jobs });
    // What is in the journal can be taken once it is moved.
    if (!this.#journaled) this.#pump();
  }

  async work(handlers: Handlers): Promise<void> {
    this.#handlers = handlers;
    const embedded = this.options.database.kind === 'embedded';
    // Nobody else can have an embedded database open, so whoever had these jobs is gone.
    const recovered = await this.#store.recover(embedded ? 'every-worker' : 'dead-workers');
    if (recovered > 0) this.options.log.warn({ jobs: recovered }, 'took over the jobs of a dead worker');
    this.#timers.push(setInterval(() => this.#pump(), this.#timing.poll));
    this.#every(this.#timing.beat, () => this.#beat());
    if (!embedded) this.#every(this.#timing.lease / 4, () => this.#recover());
    this.#pump();
  }

  async stats(): Promise<QueueStats> {
    const stored = await this.#store.stats();
    return { ...stored, waiting: stored.waiting + (this.#journaled?.waiting ?? 0) };
  }

  /** True from `work` to `stop`. */
  get isWorking(): boolean {
    return this.#handlers !== null && !this.#stopping;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await within(this.#timing.stop, this.#idle());
    for (const attempt of this.#running.values()) attempt.abort('stopping');
    // An attempt ends within the grace of its abort, heeded or not; a database that does not answer holds nobody up.
    await within(2 * this.#timing.abortGrace, this.#idle());
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await within(this.#timing.abortGrace, this.#accepting.drained());
    await this.#journaled?.close();
    await within(this.#timing.abortGrace, Promise.all(this.#begun));
    await this.boss.stop({ graceful: false, close: false });
  }

  async #insert(deliveries: readonly Delivery[]): Promise<void> {
    // One statement: all or none, and what is there already stays as it is.
    await this.boss.insert(
      [...jobsById(deliveries)].map(([id, job], place) => ({
        id,
        name: QUEUE,
        data: { job, place },
        singletonKey: subjectOf(job),
      })),
    );
  }

  /** Fills the free places with work. Called often; one round at a time. */
  #pump(): void {
    if (this.#pumping) {
      this.#pumpAgain = true;
      return;
    }
    this.#pumping = true;
    void this.#fill().finally(() => {
      this.#pumping = false;
      if (this.#pumpAgain) {
        this.#pumpAgain = false;
        this.#pump();
      }
    });
  }

  async #fill(): Promise<void> {
    await this.#lull.begun();
    try {
      while (this.isWorking && this.#running.size < (this.options.concurrency ?? DEFAULT_CONCURRENCY)) {
        const claim = await this.#store.claim();
        if (!claim) return;
        this.#start(claim);
      }
    } catch (error) {
      this.options.log.warn({ err: error }, 'could not look for work');
    }
  }

  #start(claim: Claim): void {
    if (!this.#handlers) return;
    if (this.#running.size === 0) this.#lastBeat = Date.now();
    const attempt = new RunningAttempt(claim, this.#handlers, this.#timing);
    this.#running.set(claim.token, attempt);
    const settling = this.#settle(attempt).finally(() => {
      this.#settling.delete(settling);
      this.#pump();
    });
    this.#settling.add(settling);
  }

  async #settle(attempt: RunningAttempt): Promise<void> {
    const { claim } = attempt;
    const started = performance.now();
    const { outcome, settlement, error } = await attempt.ended;
    const held = settlement !== null && (await this.#persist(attempt, settlement));
    this.#running.delete(claim.token);

    const ended = settlement !== null && !held ? 'lost' : outcome;
    const seconds = (performance.now() - started) / 1000;
    this.options.onAttempt?.(claim.job, ended, seconds);
    const facts = {
      kind: claim.job.kind,
      subject: subjectOf(claim.job),
      attempt: claim.attempt,
      outcome: ended,
      seconds,
    };
    if (ended === 'failed' || ended === 'gave-up')
      this.options.log.error({ ...facts, err: error }, 'job failed');
    else this.options.log.info(facts, 'job ended');
  }

  /** Stores how an attempt ended, as often as it takes. @returns false if the claim was lost in the meantime */
  async #persist(attempt: RunningAttempt, settlement: Parameters<JobStore['settle']>[1]): Promise<boolean> {
    const deadline = Date.now() + this.#timing.lease;
    for (;;) {
      try {
        return await this.#store.settle(attempt.claim, settlement);
      } catch (error) {
        this.options.log.warn({ err: error }, 'could not store how a job ended');
        // From here on others take the job over, and do it again.
        if (this.#stopped || Date.now() > deadline) return false;
        await sleep(Math.min(RETRY_DATABASE_MS, this.#timing.beat));
      }
    }
  }

  /** Gives a sign of life for the running jobs, and aborts those that were lost or whose place is taken. */
  async #beat(): Promise<void> {
    if (this.#beating || this.#running.size === 0) return;
    this.#beating = true;
    const started = Date.now();
    const attempts = [...this.#running.values()];
    try {
      const held = await this.#store.beat(attempts.map(({ claim }) => claim.token));
      this.#lastBeat = started;
      for (const attempt of attempts) {
        const newer = held.get(attempt.claim.token);
        if (newer === undefined) attempt.abort('claim-lost');
        else if (newer.some((job) => interrupts(job, attempt.claim.job))) attempt.abort('superseded');
      }
    } catch (error) {
      this.options.log.warn({ err: error }, 'could not give a sign of life');
      // Stops well before the lease ends and another worker begins.
      if (started - this.#lastBeat > this.#timing.lease / 2) {
        for (const attempt of attempts) attempt.abort('claim-lost');
      }
    } finally {
      this.#beating = false;
    }
  }

  async #recover(): Promise<void> {
    try {
      const jobs = await this.#store.recover('dead-workers');
      if (jobs > 0) {
        this.options.log.warn({ jobs }, 'took over the jobs of a dead worker');
        this.#pump();
      }
    } catch (error) {
      this.options.log.warn({ err: error }, 'could not look for dead workers');
    }
  }

  async #idle(): Promise<void> {
    while (!this.#stopped && (this.#pumping || this.#settling.size > 0)) {
      await Promise.all(this.#settling);
      await sleep(5);
    }
  }

  /** @param act never rejects */
  #every(milliseconds: number, act: () => Promise<void>): void {
    const begin = (): void => {
      const begun = act().finally(() => this.#begun.delete(begun));
      this.#begun.add(begun);
    };
    this.#timers.push(setInterval(begin, milliseconds));
  }
}

/** Resolves when the work is done or the time is over. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, sleep(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}
