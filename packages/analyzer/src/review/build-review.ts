import type { Analysis } from '../link/analysis.js';
import type { Category, Severity } from '../rules/rule.js';
import { compareWithBaseline, staleNotices } from './baseline.js';
import type { Baseline } from './baseline.js';
import { CATEGORIES } from './categories.js';
import { maskPersonalValues } from './mask-values.js';
import type { CategorySummary, Finding, Notice, Review, ReviewScope } from './review.js';
import { readSuppressions } from './suppressions.js';
import type { FileSuppressions } from './suppressions.js';
import type { LocatedFinding } from './located-finding.js';

export interface ReviewParts {
  readonly scope: ReviewScope;
  readonly analysis: Analysis;
  /** Every finding of the reviewed state. */
  readonly all: readonly LocatedFinding[];
  /** Those that the scope and the given paths leave; a part of `all`, possibly with a cause added. */
  readonly reported: readonly Finding[];
  readonly baseline: Baseline | null;
  readonly notices: readonly Notice[];
  readonly milliseconds: number;
}

/**
 * Applies suppression comments and the baseline, and sums up. A comment without a reason suppresses nothing and is
 * named in a notice. The baseline is compared with every finding, so that an entry is not stale only because the scope
 * leaves its finding out.
 */
export function buildReview(parts: ReviewParts): Review {
  const { analysis, baseline } = parts;
  const suppress = createSuppressor(analysis);
  const everything = parts.all.map(({ finding, problem }) => suppress.apply(finding, problem.at.start));
  const isCounting = ({ status }: Finding): boolean => status !== 'suppressed';
  const stale = compareWithBaseline(everything.filter(isCounting), baseline).stale;
  const byFingerprint = new Map(everything.map((finding) => [finding.fingerprint, finding]));
  const marked = parts.reported.map((finding) => {
    const judged = byFingerprint.get(finding.fingerprint);
    return judged ? { ...judged, cause: finding.cause } : finding;
  });
  const { fresh, accepted } = compareWithBaseline(marked.filter(isCounting), baseline);
  const findings = [...fresh].sort(bySeverityAndPlace);
  return {
    scope: parts.scope,
    summary: summarise(findings),
    findings,
    accepted: [...accepted].sort(bySeverityAndPlace),
    suppressed: marked.filter((finding) => !isCounting(finding)).sort(bySeverityAndPlace),
    notices: collectNotices([...parts.notices, ...suppress.notices(marked), ...staleNotices(stale)]),
    calls: analysis.project.calls,
    stats: {
      files: analysis.stats.files,
      parsed: analysis.stats.parsed,
      calls: analysis.project.calls.length,
      milliseconds: parts.milliseconds,
    },
    texts: collectTexts(analysis, marked),
  };
}

interface Suppressor {
  apply(finding: Finding, offset: number): Finding;
  /** One per finding that a comment would suppress if it gave a reason. */
  notices(findings: readonly Finding[]): readonly Notice[];
}

function createSuppressor(analysis: Analysis): Suppressor {
  const files = new Map<string, FileSuppressions>();
  const unreasoned = new Map<string, number>();
  const suppressionsOf = (file: string): FileSuppressions => {
    let found = files.get(file);
    if (!found) files.set(file, (found = readSuppressions(file, analysis.source.read(file) ?? '')));
    return found;
  };
  return {
    apply(finding, offset) {
      const suppression = suppressionsOf(finding.file).find(finding.rule, finding.line, offset);
      if (!suppression) return finding;
      if (suppression.reason === null) {
        unreasoned.set(finding.fingerprint, suppression.line);
        return finding;
      }
      return { ...finding, status: 'suppressed', reason: maskPersonalValues(suppression.reason) };
    },
    notices: (findings) =>
      findings.flatMap(({ fingerprint, rule, file }) => {
        const line = unreasoned.get(fingerprint);
        if (line === undefined) return [];
        const message = `The comment gives no reason, so ${rule} is still reported; add one: "eslint-disable-next-line mixpanel/${rule} -- reason".`;
        return [{ kind: 'suppression-without-reason' as const, file, line, message }];
      }),
  };
}

function summarise(findings: readonly Finding[]): Review['summary'] {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const categories = Object.fromEntries(
    CATEGORIES.map((category): [Category, CategorySummary] => {
      const issues = findings.filter((finding) => finding.category === category).length;
      return [category, { status: issues > 0 ? 'FAIL' : 'PASS', issues }];
    }),
  ) as Record<Category, CategorySummary>;
  return { P0: count('P0'), P1: count('P1'), P2: count('P2'), P3: count('P3'), categories };
}

/** Texts for code frames: of the findings, of the wrappers on their way, and of what edits would change. */
function collectTexts(analysis: Analysis, findings: readonly Finding[]): ReadonlyMap<string, string> {
  const files = new Set(
    findings.flatMap(({ file, call, via, edits }) => [
      file,
      ...(call ? [call.file] : []),
      ...via.map((step) => step.place.file),
      ...edits.flatMap((edit) => edit.changes.map((change) => change.at.file)),
    ]),
  );
  const texts = new Map<string, string>();
  for (const file of [...files].sort()) {
    const text = analysis.source.read(file);
    if (text !== null) texts.set(file, text);
  }
  return texts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bySeverityAndPlace(a: Finding, b: Finding): number {
  return (
    compare(a.severity, b.severity) ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** Sorted, each once. */
function collectNotices(notices: readonly Notice[]): readonly Notice[] {
  const byContent = new Map(notices.map((notice) => [JSON.stringify(notice), notice]));
  return [...byContent.values()].sort(byFileAndLine);
}

function byFileAndLine(a: Notice, b: Notice): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compare(a.kind, b.kind) ||
    compare(a.message, b.message)
  );
}
