import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database, Row } from './database.js';
import { lockDirectory } from './directory-lock.js';
import type { ThreadAnswer, ThreadRequest } from './embedded-thread.js';

/** The compiled thread, also for the tests, which run the sources. */
const THREAD = new URL('../../dist/queue/embedded-thread.js', import.meta.url);

/**
 * Opens PGlite, a PostgreSQL that runs inside this process, with its data in `directory`, which is made if it does not
 * exist. A statement is on disk before it is answered.
 * @throws DirectoryInUse if another live process has the directory open: two would destroy each other's data
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  try {
    const thread = await DatabaseThread.start(join(directory, 'database'));
    return databaseOf(thread, directory, async () => {
      await thread.close();
      await lock.release();
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function databaseOf(thread: DatabaseThread, directory: string, close: () => Promise<void>): Database {
  // There is one session, so whatever is between BEGIN and COMMIT has it alone.
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const undone = async (error: unknown): Promise<never> => {
    // Whatever becomes of it, the error is the one that tells what happened.
    await thread.ask('ROLLBACK', null).catch(() => undefined);
    throw error;
  };
  return {
    kind: 'embedded',
    directory,
    query: (text, values = []) => alone(() => thread.ask(text, values)),
    transaction: (work) =>
      alone(async () => {
        await thread.ask('BEGIN', null);
        try {
          const result = await work({ query: (text, values = []) => thread.ask(text, values) });
          await thread.ask('COMMIT', null);
          return result;
        } catch (error) {
          return undone(error);
        }
      }),
    script: (text) => alone(() => thread.ask(text, null).catch(undone)),
    lost: thread.lost,
    close: () => alone(close),
  };
}

interface Asked {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** The other end of `embedded-thread.ts`. */
class DatabaseThread {
  /** Resolves when it ends without having been asked to. */
  readonly lost: Promise<Error>;
  #onLost: (error: Error) => void = () => undefined;
  #isClosing = false;
  readonly #asked = new Map<number, Asked>();
  #last = 0;
  #ended: Error | null = null;

  private constructor(private readonly worker: Worker) {
    this.lost = new Promise((resolve) => (this.#onLost = resolve));
    worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end(new Error('The embedded database is closed.')));
  }

  /** @throws what PGlite throws if it cannot open the directory */
  static async start(directory: string): Promise<DatabaseThread> {
    const worker = new Worker(THREAD, { workerData: directory, execArgv: [] });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    return new DatabaseThread(worker);
  }

  ask(text: string, values: readonly unknown[] | null): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      const request: ThreadRequest = { id: ++this.#last, text, values };
      this.#asked.set(request.id, { resolve, reject });
      this.worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#ended) return;
    const exit = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.postMessage('close');
    await exit;
  }

  #settle(answer: ThreadAnswer): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ('rows' in answer) asked?.resolve(answer.rows);
    else {
      const error = Object.assign(new Error(answer.error.message), { code: answer.error.code });
      asked?.reject(error);
      if (answer.isLast) this.#end(error);
    }
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
    if (!this.#isClosing) this.#onLost(this.#ended);
  }
}
