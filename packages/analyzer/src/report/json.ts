import type { Edit } from '../rules/rule.js';
import { describeVia } from '../review/inventory.js';
import { isPrintableEdit, maskPersonalValues } from '../review/mask-values.js';
import type { Finding, Review } from '../review/review.js';
import { createPositions } from './positions.js';
import type { Positions } from './positions.js';
import type { RenderReview } from './report-options.js';

/**
 * The contract for programs: `schema/review.schema.json`. `findings` are those that count; `accepted` (baseline) and
 * `suppressed` (comment with a reason) have the same form.
 */
export const render: RenderReview = (review) => `${JSON.stringify(toJson(review), null, 2)}\n`;

function toJson(review: Review): unknown {
  const positions = createPositions(review.texts);
  const toFindings = (findings: readonly Finding[]): unknown[] =>
    findings.map((finding) => findingJson(finding, positions));
  const { mode, branch, base, date } = review.scope;
  const { P0, P1, P2, P3, categories } = review.summary;
  const { files, parsed, calls, milliseconds } = review.stats;
  return {
    version: 1,
    scope: { mode, branch, base, date },
    summary: { P0, P1, P2, P3, categories },
    findings: toFindings(review.findings),
    accepted: toFindings(review.accepted),
    suppressed: toFindings(review.suppressed),
    notices: review.notices.map(({ kind, file, line, message }) => ({ kind, file, line, message })),
    stats: { files, parsed, calls, milliseconds },
  };
}

function findingJson(finding: Finding, positions: Positions): unknown {
  const { rule, severity, category, file, line, column, endLine, endColumn, message, fix } = finding;
  return {
    ...{ rule, severity, category, file, line, column, endLine, endColumn, message, fix },
    evidence: finding.evidence,
    event: maskNullable(finding.event),
    property: maskNullable(finding.property),
    call: finding.call,
    via: describeVia(finding),
    fingerprint: finding.fingerprint,
    edits: finding.edits.filter(isPrintableEdit).map((edit) => editJson(edit, positions)),
    status: finding.status,
    piiCategory: finding.piiCategory,
    reason: finding.reason,
    cause: finding.cause,
  };
}

const maskNullable = (text: string | null): string | null =>
  text === null ? null : maskPersonalValues(text);

function editJson({ title, isSafe, changes }: Edit, positions: Positions): unknown {
  return {
    title,
    isSafe,
    changes: changes.map(({ at, text }) => ({ file: at.file, ...positions.range(at), text })),
  };
}
