import { z } from 'zod';

/**
 * What the analysis process answers, as JSON. It has read hostile files, so its answer counts as input from outside: it
 * is checked by these schemas, and whatever is shown of it is escaped.
 */

const line = z.number().int().min(1);
const text = (limit: number) => z.string().max(limit);
const place = z.object({ file: text(4096), line });
const severity = z.enum(['P0', 'P1', 'P2', 'P3']);

const trait = z.string().regex(/^[0-9a-f]{12}$/);

const finding = z.object({
  rule: text(100),
  severity,
  category: text(100),
  file: text(4096),
  line,
  column: line,
  endLine: line,
  endColumn: line,
  message: text(20_000),
  fix: text(20_000),
  evidence: z.array(text(20_000)),
  event: text(4096).nullable(),
  property: text(4096).nullable(),
  /** The wrappers between the call and the SDK, as `trackEvent (src/analytics.ts:4)`. */
  via: z.array(text(8192)),
  /** Survives line shifts, renames of the file and reformatting. */
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  /**
   * By what the finding is known again once its fingerprint has changed, the most telling first: everything but its place;
   * without the function around it; without the event; only what is wrong.
   */
  traits: z.tuple([trait, trait, trait, trait]),
  /** The changed place that causes a finding in a file that the change does not touch. */
  cause: place.nullable(),
  /** True if the finding's line was added or changed. */
  isOnChangedLine: z.boolean(),
  /**
   * New text of whole lines of the head's file that mends the finding: it was parsed and reviewed again. Null if there
   * is none, or none that may be shown.
   */
  suggestion: z.object({ startLine: line, endLine: line, text: text(20_000) }).nullable(),
});

/** What the change does to the gate itself. Nothing of it is in force before it is merged, apart from suppressions. */
const relaxation = z.object({
  kind: z.enum(['allow-list', 'rule', 'ignore', 'baseline', 'configuration']),
  /** One sentence, without values of the repository that could be personal. */
  what: text(4096),
  file: text(4096),
});

export const analysisResult = z.object({
  /** Findings that count, sorted by severity, file, line, column, rule. */
  findings: z.array(finding),
  /** What a comment that the change adds suppresses, with the reason given. */
  suppressed: z.array(finding.extend({ reason: text(4096).nullable() })),
  /** How many are in the baseline. */
  accepted: z.number().int().min(0),
  relaxations: z.array(relaxation),
  notices: z.array(z.object({ message: text(8192), file: text(4096).nullable(), line: line.nullable() })),
  stats: z.object({
    files: z.number().int(),
    parsed: z.number().int(),
    calls: z.number().int(),
    milliseconds: z.number(),
  }),
  /** From the base branch's configuration. */
  pullRequests: z.object({
    failOn: z.enum(['P0', 'P1', 'P2', 'P3', 'never']),
    drafts: z.enum(['review', 'skip']),
    suppressions: z.enum(['gate', 'accept']),
    inlineComments: z.number().int().min(0).max(30),
  }),
  /** The findings as SARIF 2.1.0, if it was asked for. */
  sarif: z.string().nullable(),
});

export type AnalysisResult = Readonly<z.infer<typeof analysisResult>>;
export type BotFinding = AnalysisResult['findings'][number];
export type SuppressedFinding = AnalysisResult['suppressed'][number];
