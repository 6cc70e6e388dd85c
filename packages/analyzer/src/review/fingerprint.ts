import { createHash } from 'node:crypto';
import { normaliseCode } from './normalise-code.js';

/** What a finding is about, without where it is: neither file nor line nor layout are part of it. */
export interface FindingIdentity {
  readonly rule: string;
  readonly event: string | null;
  readonly property: string | null;
  /** Name of the innermost named function around the place. */
  readonly functionName: string | null;
  /** Source text of the offending node, as written. */
  readonly code: string;
}

/** The identity as one string; equal for findings that only their position tells apart. */
export function identityKey(identity: FindingIdentity): string {
  const { rule, event, property, functionName, code } = identity;
  return JSON.stringify([rule, event, property, functionName, normaliseCode(code)]);
}

/**
 * Fingerprints of findings, in the order given (which has to be by file and place): 32 hex digits each.
 *
 * Equal findings are numbered. So the fingerprints of n equal findings are the first n of a fixed series: when one of
 * them is fixed, exactly the last of the series disappears and the others stay; when one is added, exactly one
 * fingerprint is new. Moving or renaming their files only permutes them.
 */
export function fingerprintsOf(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return createHash('sha256')
      .update(key)
      .update('\0')
      .update(String(occurrence))
      .digest('hex')
      .slice(0, 32);
  });
}
