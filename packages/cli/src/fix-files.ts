import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applySafeEdits, writeFileAtomic } from '@tracklint/analyzer';
import type { Finding, Review } from '@tracklint/analyzer';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes the safe edits of the findings that count into the working tree and returns the findings that were repaired.
 * A file that is not as it was reviewed (its staged version was) is left alone.
 * @throws {ReviewError} `not-writable`
 */
export function applyFixes(review: Review, root: string): readonly Finding[] {
  const onDisk = new Map<string, string>();
  for (const [file, text] of review.texts) {
    const raw = readRegularFile(join(root, file));
    if (raw !== null && raw.replace(BYTE_ORDER_MARK, '') === text) onDisk.set(file, raw);
  }
  const unchanged = new Map([...review.texts].filter(([file]) => onDisk.has(file)));
  const { texts, fixed } = applySafeEdits(review.findings, unchanged);
  for (const [file, text] of texts) {
    const mark = onDisk.get(file)?.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    writeFileAtomic(join(root, file), mark + text);
  }
  return fixed;
}

/** Null for links, which writing would follow, and for bytes that writing the text would not give back. */
function readRegularFile(path: string): string | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const bytes = readFileSync(path);
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}
