import { createHash } from 'node:crypto';

/**
 * The id of the nth job of a delivery, always the same, so that a delivery that GitHub repeats (with the same id, up to
 * 3 days later) meets the rows of the first time.
 * @param index from 0
 * @returns a UUID of version 8, whose content is free (RFC 9562)
 */
export function jobId(delivery: string, index: number): string {
  const hash = createHash('sha256').update(`${delivery}\n${index}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
