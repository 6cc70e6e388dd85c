import type { Category, Severity } from '../rules/rule.js';
import type { Review } from '../review/review.js';

export interface RuleInfo {
  readonly name: string;
  readonly severity: Severity;
  readonly category: Category;
  /** One sentence. */
  readonly summary: string;
}

export interface ReportOptions {
  /** Whether ANSI colours may be used. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Version of the tool that reports. */
  readonly version: string;
  /** Every rule, for formats that describe them. */
  readonly rules: readonly RuleInfo[];
}

/** Each report format is a file that exports one of these as `render`. Ends with a line break. */
export type RenderReview = (review: Review, options: ReportOptions) => string;
