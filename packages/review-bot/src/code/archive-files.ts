import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser } from 'tar';
import type { ReadEntry } from 'tar';
import { CodeError } from './code-error.js';

export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Of the archive as it is sent. */
  readonly maxBytes: number;
  readonly maxUnpackedBytes: number;
  /** Unpacked to packed bytes. Deflate reaches 1,032; code about 10. */
  readonly maxRatio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxEntries: 1_000_000,
  maxBytes: 2_000_000_000,
  maxUnpackedBytes: 10_000_000_000,
  maxRatio: 200,
};

/** A small archive of equal lines packs well and harms nobody. */
const RATIO_COUNTS_FROM_BYTES = 100_000_000;
const MAX_ENTRIES_UNDER_WAY = 64;
const OPTIONS = { strict: false, maxMetaEntrySize: 64_000, zstd: false, brotli: false } as const;

/**
 * Reads a gzipped tarball as a stream and hands on the regular files that are wanted. Nothing is written under a name of the archive.
 * Links, devices and folders are passed over, so are names that are absolute, lead upwards or come a second time.
 * @param maxBytesOf how large a file at this path may be to be handed on; null: it is not wanted. The path is below the
 *   archive's one folder
 * @throws {CodeError} `archive-too-large`, `archive-broken`
 */
export async function readArchive(
  archive: AsyncIterable<Uint8Array>,
  maxBytesOf: (path: string) => number | null,
  take: (path: string, bytes: Buffer) => Promise<void>,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<void> {
  const seen = new Set<string>();
  let underWay: Promise<void>[] = [];
  let entries = 0;
  let failure: CodeError | null = null;
  const parser = new Parser({
    ...OPTIONS,
    onReadEntry(entry) {
      if (++entries > limits.maxEntries) failure ??= tooLarge('has more files than are read');
      const path = safePath(entry.path);
      const isWanted = entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile';
      const maxBytes = path !== null && isWanted && !seen.has(path) ? maxBytesOf(path) : null;
      if (failure || path === null || maxBytes === null || entry.size > maxBytes) {
        entry.resume();
        return;
      }
      seen.add(path);
      const work = contentOf(entry).then((bytes) => take(path, bytes));
      // It is waited for below; until then its error must not count as one that nobody hears.
      work.catch(() => undefined);
      underWay.push(work);
    },
  });
  let isAtEnd = false;
  parser.on('eof', () => (isAtEnd = true));
  try {
    for await (const chunk of unpack(archive, limits)) {
      // What follows the end the parser would only hoard.
      if (!isAtEnd) parser.write(chunk);
      if (failure) throw failure as CodeError;
      // What is taken is written before more is read, so that memory does not grow with the archive.
      if (underWay.length > MAX_ENTRIES_UNDER_WAY) {
        const done = underWay.slice(0, -1);
        underWay = underWay.slice(-1);
        await Promise.all(done);
      }
    }
    parser.end();
  } catch (error) {
    await Promise.allSettled(underWay.slice(0, -1));
    throw error;
  }
  await Promise.all(underWay);
}

async function* unpack(archive: AsyncIterable<Uint8Array>, limits: ArchiveLimits): AsyncGenerator<Buffer> {
  let packed = 0;
  let unpacked = 0;
  const gunzip = createGunzip();
  const input = Readable.from(
    (async function* () {
      for await (const chunk of archive) {
        packed += chunk.length;
        if (packed > limits.maxBytes) throw tooLarge('is larger than is read');
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
  input.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      if (unpacked === 0 && isCompressed(chunk)) {
        throw new CodeError('archive-broken', 'The archive of the commit is packed twice.');
      }
      unpacked += chunk.length;
      if (unpacked > limits.maxUnpackedBytes) throw tooLarge('is larger than is read');
      if (unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > packed * limits.maxRatio) {
        throw tooLarge('unpacks to far more than it is');
      }
      yield chunk;
    }
  } catch (error) {
    const isOfZlib = error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
    if (!isOfZlib) throw error;
    throw new CodeError('archive-broken', 'The archive of the commit is damaged or incomplete.');
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** The parser would unpack a second time what begins like this. */
const isCompressed = (chunk: Buffer): boolean => chunk[0] === 0x1f && chunk[1] === 0x8b;

/** The path below the archive's one folder, or null if no file may have such a name. */
function safePath(path: string): string | null {
  if (path.startsWith('/') || path.includes('\\') || path.includes('\0')) return null;
  const [folder, ...parts] = path.split('/');
  const isSafe = [folder, ...parts].every((part) => part !== '' && part !== '.' && part !== '..');
  return isSafe && parts.length > 0 ? parts.join('/') : null;
}

function contentOf(entry: ReadEntry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.on('end', () => resolve(Buffer.concat(chunks)));
    entry.on('error', reject);
  });
}

const tooLarge = (what: string): CodeError =>
  new CodeError('archive-too-large', `The archive of the commit ${what}, so it is not reviewed.`);
