import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is asked: one statement with values, or a script of several. */
export interface ThreadRequest {
  readonly id: number;
  readonly text: string;
  /** Null: a script. */
  readonly values: readonly unknown[] | null;
}

export type ThreadAnswer =
  | { readonly id: number; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly code: string | undefined };
      /** Nothing will be answered any more: the server has given up, as when its log cannot be written. */
      readonly isLast: boolean;
    };

/** The thread in which PGlite runs: a statement keeps its thread busy, and deliveries must be taken meanwhile. */
async function serve(directory: string): Promise<void> {
  const pglite = await PGlite.create(directory);
  const answer = async ({ id, text, values }: ThreadRequest): Promise<ThreadAnswer> => {
    try {
      const result = values ? await pglite.query(text, [...values]) : (await pglite.exec(text)).at(-1);
      return { id, rows: (result?.rows ?? []) as readonly Readonly<Record<string, unknown>>[] };
    } catch (error) {
      const { message, code, severity } = error as Error & { code?: string; severity?: string };
      return { id, error: { message, code }, isLast: severity === 'PANIC' || severity === 'FATAL' };
    }
  };
  parentPort?.on('message', (request: ThreadRequest | 'close') => {
    if (request === 'close') void pglite.close().then(() => parentPort?.close());
    else
      void answer(request).then((reply) => {
        parentPort?.postMessage(reply);
        // The next statement would keep the thread busy for ever.
        if ('error' in reply && reply.isLast) parentPort?.close();
      });
  });
  parentPort?.postMessage('open');
}

await serve(workerData as string);
