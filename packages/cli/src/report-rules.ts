import { rules } from '@tracklint/analyzer';
import type { RuleInfo } from '@tracklint/analyzer';

/** What reports say about each rule. */
export const reportRules: readonly RuleInfo[] = rules.map(({ name, meta }) => ({
  name,
  severity: meta.severity,
  category: meta.category,
  summary: meta.summary,
}));
