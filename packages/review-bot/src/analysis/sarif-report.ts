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

/** The process may answer 100 MB, with the findings beside it. */
const MOST_CHARACTERS = 60_000_000;

/** A review as SARIF 2.1.0; what counts is kept first, the worst of it before the rest, up to GitHub's limit and ours. */
export async function sarifReport(review: Review): Promise<string> {
  for (let most = MOST_RESULTS; ; most = Math.floor(most / 2)) {
    const text = await render(review, most);
    if (text.length <= MOST_CHARACTERS || most === 0) return text;
  }
}

async function render(review: Review, most: number): Promise<string> {
  const findings = review.findings.slice(0, most);
  const suppressed = review.suppressed.slice(0, most - findings.length);
  const accepted = review.accepted.slice(0, most - findings.length - suppressed.length);
  const text = await renderReview(
    'sarif',
    { ...review, findings, suppressed, accepted },
    { color: false, width: 80, version: packageVersion(), rules: ruleInfos() },
  );
  // Without the indentation it is less than half as long, and no person reads it.
  return JSON.stringify(JSON.parse(text));
}
