import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, lutimes, mkdir, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LARGE, blobFile, blobId } from './blob-files.js';
import { CodeError } from './code-error.js';
import { inParallel } from './in-parallel.js';

/**
 * Contents of files by git's blob id, on disk, shared by all pull requests and all processes on a machine: the base and
 * the head of a pull request, and the heads of two pushes, have nearly all their blobs in common.
 */
export interface BlobStore {
  /** Absolute. */
  readonly directory: string;
  /**
   * Which of these blobs are here, and with how many bytes; says at the same time that they are in use, so that they stay.
   */
  find(ids: Iterable<string>): Promise<ReadonlyMap<string, number | 'large'>>;
  /** @throws {CodeError} `blob-mismatch` if the bytes are not what the id names */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Remembers that a blob is too large to be reviewed, in place of its content. */
  putLarge(id: string): Promise<void>;
}

export interface BlobStoreOptions {
  /** Beyond so many bytes, those that were used least recently go. */
  readonly maxBytes?: number;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

const DEFAULT_MAX_BYTES = 5_000_000_000;
/** Room is made for more than the next blob, because looking for it means reading the whole directory. */
const KEPT_AFTER_EVICTION = 0.9;
const SCAN_AFTER = 0.05;
/** Marking a use costs a write, so one that was marked a short while ago is not marked again. */
const MARK_AGAIN_AFTER_MS = 10 * 60_000;
/** What was in use so recently may be in use by an analysis that is still running. */
const PROTECTED_MS = 60 * 60_000;
const PARALLEL = 32;

/** Opens a store, and makes the directory if there is none. Several processes may use one directory. */
export async function openBlobStore(directory: string, options: BlobStoreOptions = {}): Promise<BlobStore> {
  const { maxBytes = DEFAULT_MAX_BYTES, now = Date.now } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const folders = new Set<string>();
  let sinceScan = Infinity;
  let scan: Promise<void> | null = null;

  const ensureFolder = async (folder: string): Promise<void> => {
    if (folders.has(folder)) return;
    await mkdir(folder, { mode: 0o700 }).catch(ignoreCode('EEXIST'));
    if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no directory; remove it.`);
    folders.add(folder);
  };
  /**
   * A reader sees either nothing or the whole file, also if the process is killed in between. If the power fails the file
   * can be too short, which shows when it is looked for: that is cheaper than waiting for the disk each time.
   */
  const write = async (file: string, bytes: Uint8Array): Promise<void> => {
    await ensureFolder(dirname(file));
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeFile(temporary, bytes, { flag: 'wx', mode: 0o600 });
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    sinceScan += bytes.length;
    if (sinceScan > maxBytes * SCAN_AFTER) {
      sinceScan = 0;
      // One at a time; who comes meanwhile need not wait for it.
      scan ??= evict(directory, maxBytes, now).finally(() => (scan = null));
      await scan;
    }
  };
  const sizeOf = async (file: string): Promise<number | null> => {
    const status = await lstat(file).catch(ignoreCode('ENOENT', 'ENOTDIR'));
    if (!status?.isFile()) return null;
    if (now() - status.mtimeMs > MARK_AGAIN_AFTER_MS) await mark(file, now());
    return status.size;
  };

  return {
    directory,
    async find(ids) {
      const found = new Map<string, number | 'large'>();
      await inParallel([...new Set(ids)], PARALLEL, async (id) => {
        const file = blobFile(directory, id);
        const size = await sizeOf(file);
        if (size !== null) found.set(id, size);
        else if ((await sizeOf(file + LARGE)) !== null) found.set(id, 'large');
      });
      return found;
    },
    async put(id, bytes) {
      if (blobId(bytes, id) !== id) {
        throw new CodeError('blob-mismatch', `What was sent as the blob ${id} is another content.`);
      }
      await write(blobFile(directory, id), bytes);
    },
    putLarge: (id) => write(blobFile(directory, id) + LARGE, new Uint8Array()),
  };
}

const mark = async (file: string, time: number): Promise<void> => {
  await lutimes(file, time / 1000, time / 1000).catch(ignoreCode('ENOENT'));
};

interface StoredFile {
  readonly file: string;
  readonly bytes: number;
  readonly used: number;
}

async function evict(directory: string, maxBytes: number, now: () => number): Promise<void> {
  const files: StoredFile[] = [];
  for (const folder of await readdir(directory, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const path = join(directory, folder.name);
    await inParallel(await readdir(path), PARALLEL, async (name) => {
      const status = await lstat(join(path, name)).catch(ignoreCode('ENOENT'));
      if (status) files.push(describe(join(path, name), status));
    });
  }
  const isOld = ({ used }: StoredFile): boolean => now() - used > PROTECTED_MS;
  // Left by a process that was killed while it wrote.
  const leftovers = files.filter((file) => file.file.endsWith('.tmp') && isOld(file));
  for (const { file } of leftovers) await remove(file);
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxBytes) return;
  const oldestFirst = files.filter(isOld).sort((a, b) => a.used - b.used);
  for (const { file, bytes, used } of oldestFirst) {
    if (total <= maxBytes * KEPT_AFTER_EVICTION) return;
    const status = await lstat(file).catch(ignoreCode('ENOENT'));
    // Another process may have begun to use it meanwhile.
    if (status && status.mtimeMs !== used) continue;
    await remove(file);
    total -= bytes;
  }
}

const describe = (file: string, status: Stats): StoredFile => ({
  file,
  bytes: status.size,
  used: status.mtimeMs,
});

const remove = async (file: string): Promise<void> => {
  await unlink(file).catch(ignoreCode('ENOENT', 'EISDIR', 'EPERM'));
};

const ignoreCode =
  (...codes: readonly string[]) =>
  (error: unknown): undefined => {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
    throw error;
  };
