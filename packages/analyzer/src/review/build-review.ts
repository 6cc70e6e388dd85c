import type { Analysis } from '../link/analysis.js';
import type { Category, Severity } from '../rules/rule.js';
import { compareWithBaseline, staleNotices } from './baseline.js';
import type { Baseline } from './baseline.js';
import { CATEGORIES } from './categories.js';
import type { CategorySummary, Finding, Notice, Review, ReviewScope } from './review.js';
import { unreasonedNotices } from './suppress-findings.js';
import type { LocatedFinding } from './located-finding.js';

export interface ReviewParts {
  readonly scope: ReviewScope;
  readonly analysis: Analysis;
  /** Every finding of the reviewed state, suppressed ones marked. */
  readonly all: readonly LocatedFinding[];
  /** Those that the scope and the given paths leave; a part of `all`, possibly with a cause added. */
  readonly reported: readonly Finding[];
  readonly baseline: Baseline | null;
  readonly notices: readonly Notice[];
  readonly milliseconds: number;
}

/**
 * Applies the baseline, and sums up. The baseline is compared with every finding, so that an entry is not stale only
 * because the scope leaves its finding out.
 */
export function buildReview({ analysis, baseline, ...parts }: ReviewParts): Review {
  const isCounting = ({ status }: Finding): boolean => status !== 'suppressed';
  const everything = parts.all.map(({ finding }) => finding);
  const { stale } = compareWithBaseline(everything.filter(isCounting), baseline);
  const { fresh, accepted } = compareWithBaseline(parts.reported.filter(isCounting), baseline);
  const findings = [...fresh].sort(bySeverityAndPlace);
  const unreasoned = unreasonedNotices(parts.all, parts.reported);
  return {
    scope: parts.scope,
    summary: summarise(findings),
    findings,
    accepted: [...accepted].sort(bySeverityAndPlace),
    suppressed: parts.reported.filter((finding) => !isCounting(finding)).sort(bySeverityAndPlace),
    notices: collectNotices([...parts.notices, ...unreasoned, ...staleNotices(stale)]),
    calls: analysis.project.calls,
    stats: {
      files: analysis.stats.files,
      parsed: analysis.stats.parsed,
      calls: analysis.project.calls.length,
      milliseconds: parts.milliseconds,
    },
    texts: collectTexts(analysis, parts.reported),
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
