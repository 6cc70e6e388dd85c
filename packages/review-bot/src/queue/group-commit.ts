import { setImmediate as nextTurn } from 'node:timers/promises';

/** Nobody waits longer than this for others to come along. */
const GATHER_MS = 20;

interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes items together that arrive while a write is under way. A commit costs the same for one row and for a hundred,
 * so this is what keeps the acknowledgement of a burst of webhooks short.
 */
export class GroupCommit<T> {
  #waiting: Waiting<T>[] = [];
  #writing: Promise<void> | null = null;

  /**
   * @param write stores all items or none
   * @param isAboutOneItem whether an error of `write` comes from what an item holds, so that the others can be stored
   * without it
   */
  constructor(
    private readonly write: (items: readonly T[]) => Promise<void>,
    private readonly isAboutOneItem: (error: unknown) => boolean,
  ) {}

  /** Resolves once the item is stored; rejects with the error of the write if it is not. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when nothing is being written. */
  async drained(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#waiting;
      this.#waiting = [];
      await this.#writeGroup(group);
    }
    this.#writing = null;
  }

  /** Waits while more arrives with every turn of the event loop: one alone waits for one turn. */
  async #gather(): Promise<void> {
    const deadline = performance.now() + GATHER_MS;
    let before = 0;
    while (this.#waiting.length > before && performance.now() < deadline) {
      before = this.#waiting.length;
      await nextTurn();
    }
  }

  async #writeGroup(group: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.write(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length > 1 && this.isAboutOneItem(error)) {
        for (const single of group) await this.#writeGroup([single]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
