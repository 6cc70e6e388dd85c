import type { FilePath, Source } from '../source/source.js';
import type { LocatedFinding } from './located-finding.js';
import { maskPersonalValues } from './mask-values.js';
import type { Finding, Notice } from './review.js';
import { readSuppressions } from './suppressions.js';
import type { FileSuppressions } from './suppressions.js';

/** Marks the findings that a comment suppresses. A comment without a reason suppresses nothing, but is remembered. */
export function suppressFindings(
  findings: readonly LocatedFinding[],
  source: Pick<Source, 'read'>,
): readonly LocatedFinding[] {
  const files = new Map<FilePath, FileSuppressions>();
  const suppressionsOf = (file: FilePath): FileSuppressions => {
    let found = files.get(file);
    if (!found) files.set(file, (found = readSuppressions(file, source.read(file) ?? '')));
    return found;
  };
  return findings.map((item) => {
    const { finding, problem } = item;
    const suppression = suppressionsOf(finding.file).find(finding.rule, finding.line, problem.at.start);
    if (!suppression) return item;
    if (suppression.reason === null) return { ...item, unreasonedLine: suppression.line };
    const reason = maskPersonalValues(suppression.reason);
    return { ...item, finding: { ...finding, status: 'suppressed', reason } };
  });
}

/** One notice for each reported finding that a comment would suppress if it gave a reason. */
export function unreasonedNotices(
  all: readonly LocatedFinding[],
  reported: readonly Finding[],
): readonly Notice[] {
  const fingerprints = new Set(reported.map(({ fingerprint }) => fingerprint));
  return all.flatMap(({ finding, unreasonedLine }) => {
    if (unreasonedLine === null || !fingerprints.has(finding.fingerprint)) return [];
    const { rule, file } = finding;
    const message = `The comment gives no reason, so ${rule} is still reported; add one: "eslint-disable-next-line mixpanel/${rule} -- reason".`;
    return [{ kind: 'suppression-without-reason', file, line: unreasonedLine, message }];
  });
}
