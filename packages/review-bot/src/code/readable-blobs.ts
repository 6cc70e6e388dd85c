import { MAX_FILE_BYTES, fileKind } from '@tracklint/analyzer';

/** The baseline is data and may be long: 2,000 entries are about a megabyte. */
const MAX_DATA_BYTES = 10_000_000;

/**
 * Up to how many bytes of a file an analysis may read, by its path; null: it never reads such a file, so its content is
 * not fetched at all.
 */
export function readableBytes(path: string): number | null {
  const kind = fileKind(path);
  if (kind === null || kind === 'generated') return null;
  return kind === 'data' ? MAX_DATA_BYTES : MAX_FILE_BYTES;
}
