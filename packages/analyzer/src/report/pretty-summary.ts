import { CATEGORIES, SEVERITIES } from '../review/categories.js';
import type { Review } from '../review/review.js';
import { countOf } from './pretty-paper.js';
import type { Paper } from './pretty-paper.js';
import { terminalSafe } from './terminal-safe.js';
import { columnsOf, padColumns, wrapText } from './terminal-text.js';

/** The table of categories and the line that says how it went. */
export function prettySummary(review: Review, paper: Paper): string {
  const { colors, width } = paper;
  const nameWidth = Math.max(...CATEGORIES.map(columnsOf));
  const rows = CATEGORIES.map((category) => {
    const { status, issues } = review.summary.categories[category];
    const word = status === 'PASS' ? colors.green('PASS') : colors.red('FAIL');
    return `  ${padColumns(category, nameWidth)}  ${word}  ${status === 'PASS' ? colors.dim('0') : String(issues)}\n`;
  });
  const indent = { first: '', rest: '  ' };
  return [
    `${colors.bold('Summary')}\n${rows.join('')}\n`,
    wrapText(verdict(review, paper), width, indent),
    wrapText(colors.dim(terminalSafe(scopeLine(review))), width, indent),
  ].join('');
}

function verdict(review: Review, { colors }: Paper): string {
  const count = review.findings.length;
  if (count === 0) return `${colors.green('✔')} ${colors.bold('No findings')}`;
  const bySeverity = SEVERITIES.map((severity) => `${review.summary[severity]} ${severity}`).join(', ');
  return `${colors.red('✖')} ${colors.bold(countOf(count, 'finding'))} (${bySeverity})`;
}

function scopeLine({ scope, stats, accepted, suppressed }: Review): string {
  const base = scope.base === null ? '' : ` against ${scope.base.slice(0, 10)}`;
  const parts = [
    `${scope.mode}${scope.branch === null ? '' : ` on ${scope.branch}`}${base}`,
    `${countOf(stats.calls, 'tracking call')} in ${countOf(stats.files, 'file')}`,
    ...(accepted.length > 0 ? [`${accepted.length} accepted by the baseline`] : []),
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
  ];
  return parts.join(' · ');
}
