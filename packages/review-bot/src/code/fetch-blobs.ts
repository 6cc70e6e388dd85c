import { readArchive } from './archive-files.js';
import { blobId } from './blob-files.js';
import type { BlobStore } from './blob-store.js';
import type { CodeClient, TreeEntry } from './code-client.js';
import { CodeError } from './code-error.js';
import { inParallel } from './in-parallel.js';
import { readableBytes } from './readable-blobs.js';

/** Up to so many blobs are fetched one by one; an archive holds the whole repository, whatever is missing. */
const MAX_FETCHED_SINGLY = 200;
/** What an archive leaves out, or changes, is fetched too; with more than this, an hour's requests would be used up. */
const MAX_FETCHED_AFTER_ARCHIVE = 2_000;
/** GitHub allows 100 requests at a time, for all that an app does. */
const PARALLEL = 10;

/**
 * Fills the store with the blobs of these files that an analysis may read. Contents count by their hash alone, so it does
 * not matter that an archive is written as `.gitattributes` says: what it leaves out, or holds in another form, is
 * fetched as a blob.
 * @throws {CodeError} `too-many-blobs`, `archive-too-large`, `blob-mismatch`
 */
export async function fetchBlobs(
  client: Pick<CodeClient, 'getBlob' | 'downloadTarball'>,
  commit: string,
  files: readonly TreeEntry[],
  store: BlobStore,
): Promise<void> {
  let missing = await findMissing(files, store);
  if (missing.size > MAX_FETCHED_SINGLY) {
    await takeFromArchive(client, commit, files, missing, store);
    missing = await findMissing(files, store);
    if (missing.size > MAX_FETCHED_AFTER_ARCHIVE) {
      const advice = 'take "export-ignore" and the like for source code out of .gitattributes';
      const message = `The archive of the commit lacks ${missing.size} files, too many to fetch one by one; ${advice}.`;
      throw new CodeError('too-many-blobs', message);
    }
  }
  await inParallel([...missing], PARALLEL, async ([id, { maxBytes }]) => {
    const bytes = await client.getBlob(id);
    // A host that does not say how large a blob is has it sent before we know.
    if (bytes.length > maxBytes) await store.putLarge(id);
    else await store.put(id, bytes);
  });
}

interface WantedBlob {
  /** The most that a file with this content may have to be read. */
  readonly maxBytes: number;
}

/** By id, the readable blobs that the store has not. Those that are too large are marked there and not missing. */
async function findMissing(
  files: readonly TreeEntry[],
  store: BlobStore,
): Promise<ReadonlyMap<string, WantedBlob>> {
  const wanted = new Map<string, WantedBlob & { readonly size: number | null }>();
  for (const { path, id, size } of files) {
    const maxBytes = readableBytes(path);
    if (maxBytes === null) continue;
    wanted.set(id, { maxBytes: Math.max(maxBytes, wanted.get(id)?.maxBytes ?? 0), size });
  }
  const found = await store.find(wanted.keys());
  const large: string[] = [];
  const missing = new Map<string, WantedBlob>();
  for (const [id, { maxBytes, size }] of wanted) {
    const isTooLarge = size !== null && size > maxBytes;
    const stored = found.get(id);
    // One of another size was cut off when the power failed.
    if (typeof stored === 'number' && (size === null || stored === size)) continue;
    if (isTooLarge && stored !== 'large') large.push(id);
    // It may have been too large as code, and be small enough as data.
    else if (stored === undefined || (size !== null && !isTooLarge)) missing.set(id, { maxBytes });
  }
  await inParallel(large, PARALLEL, (id) => store.putLarge(id));
  return missing;
}

async function takeFromArchive(
  client: Pick<CodeClient, 'downloadTarball'>,
  commit: string,
  files: readonly TreeEntry[],
  missing: ReadonlyMap<string, WantedBlob>,
  store: BlobStore,
): Promise<void> {
  const idOf = new Map(files.flatMap(({ path, id }) => (missing.has(id) ? [[path, id] as const] : [])));
  const taken = new Set<string>();
  await readArchive(
    await client.downloadTarball(commit),
    (path) => {
      const id = idOf.get(path);
      if (id === undefined || taken.has(id)) return null;
      // Line ends that `eol=crlf` adds may double the size.
      return (missing.get(id)?.maxBytes ?? 0) * 2;
    },
    async (path, bytes) => {
      const id = idOf.get(path) ?? '';
      const content = [bytes, withoutCarriageReturns(bytes)].find((each) => blobId(each, id) === id);
      if (!content || taken.has(id)) return;
      taken.add(id);
      await store.put(id, content);
    },
  );
}

/** What `eol=crlf` in `.gitattributes` did to a text when it was archived, undone. */
function withoutCarriageReturns(bytes: Buffer): Buffer {
  return bytes.includes('\r\n')
    ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : bytes;
}
