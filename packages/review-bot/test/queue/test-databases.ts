import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type DatabaseLocation } from '../../src/queue/database.js';

/** A database to run tests on, and how to leave nothing behind. */
export interface TestDatabase {
  readonly name: 'PGlite' | 'PostgreSQL';
  readonly location: DatabaseLocation;
  open(): Promise<Database>;
  /** After the database was closed. */
  remove(): void;
}

const GUESSES = [
  'postgres://postgres:postgres@127.0.0.1:5432/postgres',
  'postgres://tracklint:tracklint@127.0.0.1:5432/tracklint',
  'postgres://root@127.0.0.1:5432/test',
];

/** PGlite always; PostgreSQL where one listens, with a note where none does. */
export async function testDatabases(): Promise<readonly TestDatabase[]> {
  const url = await postgresUrl();
  if (url === null) console.warn('PostgreSQL does not listen on 127.0.0.1:5432; its tests are skipped.');
  return [pglite(), ...(url === null ? [] : [postgres(url)])];
}

/** A name for a schema that no other test has. */
export function freshSchema(): string {
  return `test_${randomBytes(8).toString('hex')}`;
}

function pglite(): TestDatabase {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-queue-'));
  const location = { directory };
  return {
    name: 'PGlite',
    location,
    open: () => openDatabase(location),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function postgres(url: string): TestDatabase {
  const location = { url };
  return { name: 'PostgreSQL', location, open: () => openDatabase(location), remove: () => undefined };
}

/** @throws if a server listens and lets nobody in: then the tests must not pass without it */
async function postgresUrl(): Promise<string | null> {
  const given = process.env['TRACKLINT_TEST_DATABASE_URL'];
  if (!given && !(await listens(5432))) return null;
  const failures: string[] = [];
  for (const url of given ? [given] : GUESSES) {
    try {
      await (await openDatabase({ url })).close();
      return url;
    } catch (error) {
      failures.push(`${url}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`PostgreSQL lets nobody in; set TRACKLINT_TEST_DATABASE_URL.\n${failures.join('\n')}`);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
