import { renderReview, rules } from '@tracklint/analyzer';
import type { Review, RuleInfo } from '@tracklint/analyzer';
import { packageVersion } from './package-version.js';

/**
 * Code scanning refuses a file with more results in a run.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const MOST_RESULTS = 25_000;

const ruleInfos = (): readonly RuleInfo[] =>
  rules.map(({ name, meta }) => ({
    name,
    severity: meta.severity,
    category: meta.category,
    summary: meta.summary,
  }));

/** A review as SARIF 2.1.0; beyond GitHub's limit what counts is kept first, the worst of it before the rest. */
export function sarifReport(review: Review): Promise<string> {
  const findings = review.findings.slice(0, MOST_RESULTS);
  const suppressed = review.suppressed.slice(0, MOST_RESULTS - findings.length);
  const accepted = review.accepted.slice(0, MOST_RESULTS - findings.length - suppressed.length);
  return renderReview(
    'sarif',
    { ...review, findings, suppressed, accepted },
    { color: false, width: 80, version: packageVersion(), rules: ruleInfos() },
  );
}
