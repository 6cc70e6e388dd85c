import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Queries, Row } from './database.js';
import { job as jobSchema, type Job } from './job.js';
import type { QueueStats } from './queue.js';
import { QUEUE } from './store-schema.js';
import { replaces } from './subject.js';

/** An active job that belongs to one attempt. Only the holder of its token can settle it. */
export interface Claim {
  readonly id: string;
  readonly token: string;
  readonly job: Job;
  /** Of this attempt, from 1. */
  readonly attempt: number;
  /** What the last failed attempt threw; null if none failed. */
  readonly lastError: StoredError | null;
}

/** What is kept of an error. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
}

/** How an attempt ends: what becomes of the job. */
export type Settlement =
  | { readonly state: 'completed' | 'cancelled' }
  | { readonly state: 'failed'; readonly error: StoredError | null }
  | {
      readonly state: 'retry';
      readonly afterMilliseconds: number;
      /** False if the attempt was not the job's fault and is not counted. */
      readonly counts: boolean;
      /** Null keeps the one before. */
      readonly error: StoredError | null;
    };

/** What a sign of life finds: the tokens of the claims that are still held, and the newer jobs of their subjects. */
export type HeldClaims = ReadonlyMap<string, readonly Job[]>;

/** What is stored of a job. `place` is its place among the jobs that were stored in the same statement. */
const stored = z.object({ job: jobSchema, place: z.number() });
const storedError = z.object({ name: z.string(), message: z.string() });

/** The SQL that takes jobs and settles them. Times are those of the database, so that workers' clocks do not matter. */
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly schema: string,
    private readonly leaseMilliseconds: number,
  ) {}

  /** Takes the job that has been ready the longest and whose subject is free; null if there is none. */
  async claim(): Promise<Claim | null> {
    // Looking costs less than locking, and mostly there is nothing.
    if (!(await this.#firstReady(this.database))) return null;
    return this.database.transaction(async (transaction) => {
      await this.#lock(transaction);
      for (;;) {
        const ready = await this.#firstReady(transaction);
        if (!ready) return null;
        const claim = await this.#take(transaction, String(ready['id']), String(ready['subject']));
        if (claim) return claim;
      }
    });
  }

  /** Tells that the holder of these claims lives. @returns which of them it still holds */
  async beat(tokens: readonly string[]): Promise<HeldClaims> {
    const rows = await this.database.query(
      `WITH held AS (
         UPDATE ${this.schema}.claim SET expires = now() + $2 * interval '1 ms'
         WHERE token = ANY($1::uuid[]) RETURNING job, token
       )
       SELECT held.token, newer.data FROM held
       JOIN ${this.schema}.job running ON running.name = $3 AND running.id = held.job
       LEFT JOIN ${this.schema}.job newer ON newer.name = $3 AND newer.state < 'active'
         AND newer.singleton_key = running.singleton_key
         AND (newer.created_on, (newer.data->>'place')::int) > (running.created_on, (running.data->>'place')::int)`,
      [tokens, this.leaseMilliseconds, QUEUE],
    );
    const held = new Map<string, Job[]>();
    for (const row of rows) {
      const token = String(row['token']);
      const newer = readJob(row);
      held.set(token, [...(held.get(token) ?? []), ...(newer ? [newer] : [])]);
    }
    return held;
  }

  /** Ends an attempt. @returns false if the claim was lost and another worker decides about the job */
  async settle(claim: Claim, settlement: Settlement): Promise<boolean> {
    const isRetry = settlement.state === 'retry';
    const error = 'error' in settlement ? settlement.error : null;
    const rows = await this.database.query(
      `WITH held AS (DELETE FROM ${this.schema}.claim WHERE job = $2 AND token = $3 RETURNING job)
       UPDATE ${this.schema}.job SET
         state = $4::text::${this.schema}.job_state,
         completed_on = CASE WHEN $4::text = 'retry' THEN NULL ELSE now() END,
         start_after = CASE WHEN $4::text = 'retry' THEN now() + $5 * interval '1 ms' ELSE start_after END,
         retry_count = retry_count - $6::int,
         output = COALESCE($7::jsonb, output)
       FROM held WHERE name = $1 AND id = held.job RETURNING id`,
      [
        QUEUE,
        claim.id,
        claim.token,
        settlement.state,
        isRetry ? settlement.afterMilliseconds : 0,
        isRetry && !settlement.counts ? 1 : 0,
        error === null ? null : JSON.stringify(error),
      ],
    );
    return rows.length > 0;
  }

  /**
   * Frees the jobs of workers that gave no sign of life during their lease.
   * @param whose `every-worker`: also of those whose lease runs, for a database that no other process can have open
   * @returns how many
   */
  async recover(whose: 'dead-workers' | 'every-worker'): Promise<number> {
    return this.database.transaction(async (transaction) => {
      await this.#lock(transaction);
      await transaction.query(
        `DELETE FROM ${this.schema}.claim WHERE expires < now() OR $1::text = 'every-worker'`,
        [whose],
      );
      const freed = await transaction.query(
        `UPDATE ${this.schema}.job SET state = 'retry', start_after = now()
         WHERE name = $1 AND state = 'active' AND NOT EXISTS (SELECT FROM ${this.schema}.claim WHERE job = id)
         RETURNING id`,
        [QUEUE],
      );
      return freed.length;
    });
  }

  async stats(): Promise<QueueStats> {
    const [row] = await this.database.query(
      `SELECT
         (count(*) FILTER (WHERE state < 'active'))::int AS waiting,
         (count(*) FILTER (WHERE state = 'active'))::int AS active,
         COALESCE(EXTRACT(epoch FROM now() - min(GREATEST(created_on, start_after))
           FILTER (WHERE state < 'active' AND start_after <= now())), 0)::float8 AS age
       FROM ${this.schema}.job WHERE name = $1 AND state < 'completed'`,
      [QUEUE],
    );
    return {
      waiting: Number(row?.['waiting'] ?? 0),
      active: Number(row?.['active'] ?? 0),
      oldestWaitingSeconds: Number(row?.['age'] ?? 0),
    };
  }

  /** Claims are made one after the other: only then is the order of a subject the same for all workers. */
  async #lock(transaction: Queries): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${this.schema}:claim`]);
  }

  async #firstReady(on: Queries): Promise<Row | undefined> {
    const [row] = await on.query(
      `SELECT id, singleton_key AS subject FROM ${this.schema}.job waiting
       WHERE name = $1 AND state < 'active' AND start_after <= now()
         AND NOT EXISTS (
           SELECT FROM ${this.schema}.job busy
           WHERE busy.name = $1 AND busy.state = 'active' AND busy.policy = 'singleton'
             AND COALESCE(busy.singleton_key, '') = waiting.singleton_key
         )
       ORDER BY created_on, (data->>'place')::int LIMIT 1`,
      [QUEUE],
    );
    return row;
  }

  /** Makes active what is to be done first for a subject, and cancels what that replaces. Null: look again. */
  async #take(transaction: Queries, id: string, subject: string): Promise<Claim | null> {
    const rows = await transaction.query(
      `SELECT id, data, retry_count AS attempts, start_after <= now() AS ready, output AS error
       FROM ${this.schema}.job
       WHERE name = $1 AND state < 'active' AND singleton_key = $2
       ORDER BY created_on, (data->>'place')::int FOR UPDATE`,
      [QUEUE, subject],
    );
    const waiting = rows.map((row) => ({ row, id: String(row['id']), job: readJob(row) }));
    const first = waiting.findIndex((one) => one.id === id);
    const oldest = waiting[first]?.job;
    if (!oldest) {
      // Stored by a newer version, as during an upgrade; its workers can read it.
      await transaction.query(
        `UPDATE ${this.schema}.job SET start_after = now() + interval '1 minute' WHERE name = $1 AND id = $2`,
        [QUEUE, id],
      );
      return null;
    }

    const isLater = (one: { readonly job: Job | null }, place: number) =>
      place > first && one.job !== null && replaces(one.job, oldest);
    const last = waiting.findLastIndex(isLater);
    const chosen = waiting[last < 0 ? first : last];
    const newest = chosen?.job;
    if (!chosen || !newest) return null;
    const replaced = waiting
      .slice(0, Math.max(last, 0))
      .filter((one) => one.job && replaces(newest, one.job))
      .map((one) => one.id);
    if (replaced.length > 0) await this.#cancel(transaction, replaced);
    if (chosen.row['ready'] !== true) return null;

    const token = randomUUID();
    await transaction.query(
      `WITH claimed AS (
         INSERT INTO ${this.schema}.claim (job, token, expires)
         VALUES ($2, $3, now() + $4 * interval '1 ms') RETURNING job
       )
       UPDATE ${this.schema}.job SET state = 'active', started_on = now(), retry_count = retry_count + 1
       FROM claimed WHERE name = $1 AND id = claimed.job`,
      [QUEUE, chosen.id, token, this.leaseMilliseconds],
    );
    return {
      id: chosen.id,
      token,
      job: newest,
      attempt: Number(chosen.row['attempts']) + 1,
      lastError: storedError.nullable().catch(null).parse(chosen.row['error']),
    };
  }

  async #cancel(transaction: Queries, ids: readonly string[]): Promise<void> {
    await transaction.query(
      `UPDATE ${this.schema}.job SET state = 'cancelled', completed_on = now() WHERE name = $1 AND id = ANY($2::uuid[])`,
      [QUEUE, ids],
    );
  }
}

function readJob(row: Row): Job | null {
  const result = stored.safeParse(row['data']);
  return result.success ? result.data.job : null;
}
