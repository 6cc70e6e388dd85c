import type { TrackingCall, ViaStep } from '../link/call.js';
import type { Category, Edit, Severity } from '../rules/rule.js';

export type FindingStatus = 'new' | 'baseline' | 'suppressed';

/** One problem at one place, ready for any report. Lines and columns are 1-based, ends exclusive in columns. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly fix: string;
  readonly evidence: readonly string[];
  readonly event: string | null;
  readonly property: string | null;
  readonly call: { readonly file: string; readonly line: number } | null;
  /** The wrappers between the call and the SDK; empty if there are none or the finding is not about a call. */
  readonly via: readonly ViaStep[];
  /** Survives line shifts, file renames and reformatting. 32 hex digits. */
  readonly fingerprint: string;
  readonly edits: readonly Edit[];
  readonly status: FindingStatus;
  readonly piiCategory: string | null;
  /** The reason given in the suppression comment, for `suppressed`. */
  readonly reason: string | null;
  /** For `staged` and `branch`: the changed place that causes a finding in an untouched file. */
  readonly cause: { readonly file: string; readonly line: number } | null;
}

export interface ReviewScope {
  readonly mode: 'staged' | 'branch' | 'all';
  /** Current branch, or null (detached, not git). */
  readonly branch: string | null;
  /** Merge base commit for `branch`, HEAD for `staged`, null for `all`. */
  readonly base: string | null;
  /** YYYY-MM-DD. */
  readonly date: string;
}

export interface Notice {
  readonly kind:
    | 'unparsed'
    | 'skipped-large'
    | 'skipped-generated'
    | 'types-missing'
    | 'no-plan'
    | 'plan-issue'
    | 'stale-baseline'
    | 'suppression-without-reason'
    | 'rule-failed'
    | 'limit';
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

export interface CategorySummary {
  readonly status: 'PASS' | 'FAIL';
  readonly issues: number;
}

export interface ReviewStats {
  /** Reviewable files in the scope's tree. */
  readonly files: number;
  readonly parsed: number;
  readonly calls: number;
  readonly milliseconds: number;
}

/** The one value that every report reads. `findings` is sorted by severity, file, line, column, rule. */
export interface Review {
  readonly scope: ReviewScope;
  readonly summary: Readonly<Record<Severity, number>> & {
    readonly categories: Readonly<Record<Category, CategorySummary>>;
  };
  /** Findings that count: status `new`. */
  readonly findings: readonly Finding[];
  /** In the baseline: accepted for now. */
  readonly accepted: readonly Finding[];
  /** Suppressed by a comment with a reason. */
  readonly suppressed: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Every tracking call, for inventories and charts. */
  readonly calls: readonly TrackingCall[];
  readonly stats: ReviewStats;
  /** Text of the files that findings and via steps refer to, for code frames; by path. */
  readonly texts: ReadonlyMap<string, string>;
}
