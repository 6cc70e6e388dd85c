import { SEVERITIES } from '../review/categories.js';
import type { Notice, Review } from '../review/review.js';
import type { RuleInfo } from './report-options.js';
import { SEVERITY_MEANINGS } from './severity-label.js';

/** Notices that ask the reader to do something. */
const ADVICE: ReadonlySet<Notice['kind']> = new Set(['no-plan', 'types-missing', 'rule-failed']);

/** What to do next, the most urgent first: one sentence per severity, then what would make the review better. */
export function recommendations(review: Review, rules: readonly RuleInfo[]): readonly string[] {
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const counts = new Map<string, number>();
    for (const { rule, severity: own } of review.findings) {
      if (own === severity) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    if (counts.size === 0) return [];
    const list = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const parts = list.map(([rule, count]) => `${rule} (${count})`).join(', ');
    return [`${severity}, ${SEVERITY_MEANINGS[severity]}: ${parts}.`];
  });
  const worst = review.findings[0];
  const meaning = worst && rules.find(({ name }) => name === worst.rule)?.summary;
  const start = worst && meaning ? [`Start with ${worst.rule}: ${meaning}`] : [];
  const notices = review.notices.filter(({ kind }) => ADVICE.has(kind));
  const all = [...bySeverity, ...start, ...notices.map(({ message }) => message)];
  return all.length === 0 ? ['Nothing to do.'] : all;
}
