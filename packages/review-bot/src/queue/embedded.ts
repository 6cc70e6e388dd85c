import { PGlite } from '@electric-sql/pglite';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Queries, Row } from './database.js';
import { lockDirectory } from './directory-lock.js';

/**
 * Opens PGlite, a PostgreSQL that runs inside this process, with its data in `directory`, which is made if it does not
 * exist. A statement is on disk before it is answered.
 * @throws DirectoryInUse if another live process has the directory open: two would destroy each other's data
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  let pglite: PGlite;
  try {
    pglite = await PGlite.create(join(directory, 'database'));
  } catch (error) {
    await lock.release();
    throw error;
  }

  const ask = async (on: Pick<PGlite, 'query'>, text: string, values?: readonly unknown[]) =>
    (await on.query<Row>(text, values ? [...values] : [])).rows;

  return {
    kind: 'embedded',
    query: (text, values) => ask(pglite, text, values),
    transaction: (work) =>
      pglite.transaction(async (open) => {
        const transaction: Queries = { query: (text, values) => ask(open, text, values) };
        return work(transaction);
      }),
    script: async (text) => {
      try {
        return ((await pglite.exec(text)).at(-1)?.rows ?? []) as readonly Row[];
      } catch (error) {
        await pglite.exec('ROLLBACK');
        throw error;
      }
    },
    close: async () => {
      await pglite.close();
      await lock.release();
    },
  };
}
