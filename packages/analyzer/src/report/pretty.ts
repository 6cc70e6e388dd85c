import pc from 'picocolors';
import { describeVia } from '../review/inventory.js';
import { SEVERITIES } from '../review/categories.js';
import type { Finding } from '../review/review.js';
import type { Severity } from '../rules/rule.js';
import { codeFrame } from './code-frame.js';
import { createPositions } from './positions.js';
import type { Positions } from './positions.js';
import { badge, countOf } from './pretty-paper.js';
import type { Paper } from './pretty-paper.js';
import { prettyNotices } from './pretty-notices.js';
import { prettySummary } from './pretty-summary.js';
import type { RenderReview } from './report-options.js';
import { SEVERITY_MEANINGS, SEVERITY_WORDS } from './severity-label.js';
import { terminalSafe } from './terminal-safe.js';
import { columnsOf, wrapText } from './terminal-text.js';

const MIN_WIDTH = 30;
const MAX_WIDTH = 110;

/** The report for people at a terminal: by severity, each finding with its code, its way to the SDK and its fix. */
export const render: RenderReview = (review, options) => {
  const paper: Paper = {
    colors: pc.createColors(options.color),
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width)),
  };
  const positions = createPositions(review.texts);
  const groups = SEVERITIES.map((severity) =>
    prettyGroup(
      severity,
      review.findings.filter((finding) => finding.severity === severity),
      positions,
      paper,
    ),
  );
  return [...groups, prettyNotices(review.notices, paper), prettySummary(review, paper)].join('');
};

function prettyGroup(
  severity: Severity,
  findings: readonly Finding[],
  positions: Positions,
  paper: Paper,
): string {
  if (findings.length === 0) return '';
  const { bold, dim } = paper.colors;
  const sign = badge(severity, paper.colors);
  const head = `${bold(SEVERITY_WORDS[severity])} ${dim(`${SEVERITY_MEANINGS[severity]} · ${countOf(findings.length, 'finding')}`)}`;
  const body = findings.map((finding) => `${prettyFinding(finding, positions, paper)}\n`).join('');
  return `${wrapText(head, paper.width, { first: `${sign} `, rest: '   ' })}\n${body}`;
}

function prettyFinding(finding: Finding, positions: Positions, paper: Paper): string {
  const { colors, width } = paper;
  const detail = (label: string, text: string): string =>
    wrapText(terminalSafe(text), width, {
      first: `    ${colors.dim(label.padEnd(6))}`,
      rest: ' '.repeat(10),
    });
  return [
    prettyHeader(finding, paper),
    wrapText(terminalSafe(finding.message), width, { first: '    ', rest: '    ' }),
    prettyFrame(finding, positions, paper),
    finding.via.length > 0 ? detail('via', describeVia(finding).join(' → ')) : '',
    finding.cause ? detail('cause', `changed at ${finding.cause.file}:${finding.cause.line}`) : '',
    detail('fix', finding.fix),
  ].join('');
}

function prettyHeader({ file, line, column, rule }: Finding, { colors, width }: Paper): string {
  const place = `${terminalSafe(file)}:${line}:${column}`;
  const fits = columnsOf(place) + columnsOf(rule) + 4 <= width;
  return `  ${colors.underline(place)}${fits ? '  ' : '\n    '}${colors.dim(rule)}\n`;
}

function prettyFrame(finding: Finding, positions: Positions, { colors, width }: Paper): string {
  const numberWidth = Math.max(3, String(finding.endLine + 1).length);
  const room = Math.max(16, width - numberWidth - 9);
  const frame = codeFrame(positions.lines(finding.file), finding, { width: room, context: 1, maxLines: 4 });
  if (frame.length === 0) return '';
  const rows = frame.map(({ line, text, isMarked }) => {
    const gutter = `${(line === null ? '' : String(line)).padStart(numberWidth)} │`;
    if (line === null) return `      ${colors.dim(gutter)} ${colors.red(text)}`;
    const sign = isMarked ? colors.red('›') : ' ';
    const code = terminalSafe(text);
    return `    ${sign} ${colors.dim(gutter)} ${isMarked ? code : colors.dim(code)}`;
  });
  return `\n${rows.map((row) => `${row.trimEnd()}\n`).join('')}\n`;
}
