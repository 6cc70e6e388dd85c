import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Delivery } from './delivery.js';
import { job } from './job.js';

/** It is empty most of the time; only one that never is grows so large. */
const LARGEST_BYTES = 16 * 1024 * 1024;

const delivery = z.object({ id: z.string(), jobs: z.array(job) });

/**
 * Deliveries that are stored but not in the database yet, in a file that only grows until it is empty. Adding a line and
 * syncing the file takes a few milliseconds, where the embedded database takes more than that for every row.
 *
 * One line is a checksum, a space and JSON. A process that dies while it writes leaves a line that is not whole; nobody was
 * told that it is stored, so it is left out.
 */
export class Journal {
  readonly #pending: Delivery[];
  #length: number;
  /** Changes of the file come one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private file: FileHandle,
    pending: Delivery[],
    length: number,
    /** Lines that were found and could not be read: damaged, or written by a newer version. */
    readonly unreadable: number,
    private readonly largestBytes: number,
  ) {
    this.#pending = pending;
    this.#length = length;
  }

  /**
   * Opens the journal with what an earlier process left in it.
   * @param path of a file that no other process has open; made if it is not there
   * @param largestBytes from which size on it is written anew, without what was removed
   */
  static async open(path: string, largestBytes = LARGEST_BYTES): Promise<Journal> {
    const file = await open(path, 'a+', 0o600);
    try {
      await syncDirectory(path);
      const bytes = await file.readFile();
      const length = bytes.lastIndexOf('\n') + 1;
      await file.truncate(length);
      const lines = bytes.toString('utf8', 0, length).split('\n').slice(0, -1);
      const deliveries = lines.map(parseLine);
      const pending = deliveries.filter((found) => found !== null);
      return new Journal(path, file, pending, length, lines.length - pending.length, largestBytes);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** What was appended and not removed, from old to new. */
  get pending(): readonly Delivery[] {
    return this.#pending;
  }

  /** Resolves once all are on disk. @throws if they are not; then none is in the journal */
  append(deliveries: readonly Delivery[]): Promise<void> {
    return this.#alone(async () => {
      const bytes = Buffer.from(deliveries.map(toLine).join(''));
      try {
        await this.file.appendFile(bytes);
        await this.file.datasync();
      } catch (error) {
        await this.file.truncate(this.#length);
        throw error;
      }
      this.#length += bytes.length;
      this.#pending.push(...deliveries);
    });
  }

  /** Takes away the oldest ones. A crash may bring them back. */
  remove(count: number): Promise<void> {
    return this.#alone(async () => {
      this.#pending.splice(0, count);
      if (this.#pending.length === 0) {
        await this.file.truncate(0);
        this.#length = 0;
      } else if (this.#length > this.largestBytes) await this.#rewrite();
    });
  }

  close(): Promise<void> {
    return this.#alone(() => this.file.close());
  }

  async #rewrite(): Promise<void> {
    const bytes = Buffer.from(this.#pending.map(toLine).join(''));
    const temporary = `${this.path}.new`;
    await rm(temporary, { force: true });
    const file = await open(temporary, 'a+', 0o600);
    try {
      await file.appendFile(bytes);
      await file.datasync();
      await rename(temporary, this.path);
    } catch (error) {
      await file.close();
      throw error;
    }
    await this.file.close();
    this.file = file;
    this.#length = bytes.length;
    await syncDirectory(this.path);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function toLine(delivery: Delivery): string {
  const json = JSON.stringify(delivery);
  return `${crc32(json).toString(16)} ${json}\n`;
}

function parseLine(line: string): Delivery | null {
  const [checksum = ''] = line.split(' ', 1);
  const json = line.slice(checksum.length + 1);
  if (json === '' || crc32(json).toString(16) !== checksum) return null;
  const result = delivery.safeParse(JSON.parse(json));
  return result.success ? result.data : null;
}

/** A new name is on disk only when its directory is. Windows has no such thing. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
