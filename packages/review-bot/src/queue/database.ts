import { openEmbedded } from './embedded.js';
import { openPostgres } from './postgres.js';

/** Rows as the driver makes them: columns by name, timestamps as `Date`, jsonb as values. */
export type Row = Readonly<Record<string, unknown>>;

/** Something that answers single statements: the database, or an open transaction of it. */
export interface Queries {
  /** Runs one statement. @throws what the driver throws, for example when the database cannot be reached */
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/**
 * One interface for PostgreSQL and for the embedded PGlite, which speaks the same SQL, so that the queue is written and
 * tested once.
 */
export interface Database extends Queries {
  /** `embedded`: this process is the only one that can have the data open. */
  readonly kind: 'postgres' | 'embedded';
  /** Where the embedded one's data is, for files beside it; null for a server. */
  readonly directory: string | null;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (transaction: Queries) => Promise<T>): Promise<T>;
  /** Runs several statements without values; an error leaves no transaction open. Gives the rows of the last one. */
  script(text: string): Promise<readonly Row[]>;
  /** Resolves with the reason when this process has lost the database for good; a server is waited for. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

/** Where the data is: a PostgreSQL server by its URL, or else a directory of this process. */
export type DatabaseLocation = { readonly url: string } | { readonly directory: string };

/**
 * Opens the database.
 * @throws DirectoryInUse if another live process has the directory open; else what the driver throws
 */
export function openDatabase(location: DatabaseLocation): Promise<Database> {
  return 'url' in location ? openPostgres(location.url) : openEmbedded(location.directory);
}

/** SQLSTATE class 22: what the statement was given cannot be stored, for example a NUL character in a text. */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22');
}
