import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Delivery } from './delivery.js';
import { GroupCommit } from './group-commit.js';
import type { Journal } from './journal.js';
import type { Lull } from './lull.js';

/** Rows of one statement: other statements wait for it. */
const GROUP = 100;
const RETRY_MS = 1_000;

export interface JournaledDeliveriesOptions {
  readonly journal: Journal;
  /** As long as deliveries arrive, the database is left alone. */
  readonly lull: Lull;
  /** Stores all in the database or none; what is there already stays as it is. */
  readonly insert: (deliveries: readonly Delivery[]) => Promise<void>;
  /** Whether an error of `insert` comes from what a delivery holds. */
  readonly isAboutOneItem: (error: unknown) => boolean;
  /** Told when some have got to the database. */
  readonly onMoved: () => void;
  readonly log: Logger;
}

/** Stores deliveries in the journal, and moves them from there to the database. */
export class JournaledDeliveries {
  readonly #commit: GroupCommit<Delivery>;
  #moving: Promise<void> | null = null;
  #stopped = false;

  constructor(private readonly options: JournaledDeliveriesOptions) {
    const { journal } = options;
    this.#commit = new GroupCommit(
      (deliveries) => journal.append(deliveries),
      () => false,
    );
  }

  /** Jobs that are stored and not in the database yet. */
  get waiting(): number {
    return this.options.journal.pending.reduce((sum, { jobs }) => sum + jobs.length, 0);
  }

  /** Resolves once it is stored. @throws if it is not, as what the database could never take */
  async add(delivery: Delivery): Promise<void> {
    if (!isStorable(delivery)) throw new Error('A job holds a character that cannot be stored.');
    await this.#commit.add(delivery);
    this.#moving ??= this.#moveLater();
  }

  /** Moves what an earlier process left. @throws what `insert` throws if the database cannot be used */
  async recover(): Promise<void> {
    while (this.options.journal.pending.length > 0) await this.#moveGroup();
  }

  /** Resolves when nothing is being written or moved. */
  async drained(): Promise<void> {
    await this.#commit.drained();
    await this.#moving;
  }

  /** What has not been moved is the next process's. */
  async close(): Promise<void> {
    this.#stopped = true;
    await this.options.journal.close();
  }

  async #moveLater(): Promise<void> {
    while (this.options.journal.pending.length > 0) {
      await this.options.lull.begun();
      if (this.#stopped) break;
      try {
        await this.#moveGroup();
        this.options.onMoved();
      } catch (error) {
        this.options.log.warn({ err: error }, 'could not move accepted deliveries to the database');
        await sleep(RETRY_MS);
      }
    }
    this.#moving = null;
  }

  async #moveGroup(): Promise<void> {
    const { journal, insert, isAboutOneItem, log } = this.options;
    const group = journal.pending.slice(0, GROUP);
    try {
      await insert(group);
    } catch (error) {
      if (!isAboutOneItem(error)) throw error;
      for (const delivery of group) {
        await insert([delivery]).catch((reason: unknown) => {
          if (!isAboutOneItem(reason)) throw reason;
          log.error({ delivery: delivery.id, err: reason }, 'a delivery cannot be stored and is left out');
        });
      }
    }
    await journal.remove(group.length);
  }
}

/** PostgreSQL's texts hold no NUL, and only whole characters. */
const isStorable = ({ jobs }: Delivery): boolean =>
  jobs.every((job) =>
    Object.values(job).every((value) => typeof value !== 'string' || !/[\0\p{Surrogate}]/u.test(value)),
  );
