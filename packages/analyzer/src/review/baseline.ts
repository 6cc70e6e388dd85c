import { readFileSync } from 'node:fs';
import { writeFileAtomic } from './atomic-write.js';
import type { Finding, Notice } from './review.js';
import { ReviewError } from './review-error.js';

/** A finding that is accepted for now. Only the fingerprint is compared; the rest is for readers. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
  readonly message: string;
}

export interface Baseline {
  /** Path as shown to people. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * Reads a baseline file; `label` is how messages call it. Null if there is no such file.
 * @throws {ReviewError} `baseline-invalid`, `baseline-unreadable`
 */
export function readBaseline(path: string, label = path): Baseline | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new ReviewError(
      'baseline-unreadable',
      `The baseline ${label} cannot be read; check that it is a file.`,
    );
  }
  return parseBaseline(text, label);
}

/** @throws {ReviewError} `baseline-invalid` */
export function parseBaseline(text: string, label: string): Baseline {
  const advice = 'repair it, or delete it and run "tracklint baseline create"';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ReviewError('baseline-invalid', `The baseline ${label} is not valid JSON; ${advice}.`);
  }
  if (!isRecord(json) || json['version'] !== 1 || !Array.isArray(json['findings'])) {
    throw new ReviewError('baseline-invalid', `The baseline ${label} is not of version 1; ${advice}.`);
  }
  const entries: readonly unknown[] = json['findings'];
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  if (wrong === -1) return { path: label, entries: entries.filter(isEntry) };
  throw new ReviewError(
    'baseline-invalid',
    `The baseline ${label} has no valid entry at findings.${wrong}; ${advice}.`,
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { fingerprint, rule, file, message } = value;
  const texts = [fingerprint, rule, file, message];
  return texts.every((text) => typeof text === 'string') && /^[0-9a-f]{32}$/.test(String(fingerprint));
}

/** The text of a baseline file: sorted, so that its diffs are small. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const findings = entries
    .map(({ fingerprint, rule, file, message }) => ({ fingerprint, rule, file, message }))
    .sort(
      (a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
    );
  return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
}

/** @throws {ReviewError} `not-writable` */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  writeFileAtomic(path, formatBaseline(entries));
}

export interface BaselineComparison {
  readonly fresh: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** Entries whose finding is gone: fixed, or changed so much that it is a new one. */
  readonly stale: readonly BaselineEntry[];
}

/** Splits findings into those that the baseline accepts and the rest. An entry accepts one finding. */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: Baseline | null,
): BaselineComparison {
  const known = new Set(baseline?.entries.map((entry) => entry.fingerprint));
  const present = new Set(findings.map((finding) => finding.fingerprint));
  return {
    fresh: findings.filter((finding) => !known.has(finding.fingerprint)),
    accepted: findings
      .filter((finding) => known.has(finding.fingerprint))
      .map((finding) => ({ ...finding, status: 'baseline' })),
    stale: baseline?.entries.filter((entry) => !present.has(entry.fingerprint)) ?? [],
  };
}

/** One notice per stale entry: a baseline may only shrink, so they have to go. */
export function staleNotices(stale: readonly BaselineEntry[]): readonly Notice[] {
  return stale.map(({ rule, file }) => ({
    kind: 'stale-baseline',
    file,
    line: null,
    message: `The baseline still accepts a ${rule} finding of ${file} that no longer exists; run "tracklint baseline prune".`,
  }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
