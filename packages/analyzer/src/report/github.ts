import type { Finding } from '../review/review.js';
import type { Severity } from '../rules/rule.js';
import { findingTitle } from './finding-title.js';
import type { RenderReview } from './report-options.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  P0: 'error',
  P1: 'error',
  P2: 'warning',
  P3: 'notice',
};

/**
 * Workflow commands that GitHub Actions turns into annotations, one a line.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const render: RenderReview = (review) =>
  review.findings.map((finding) => `${toCommand(finding)}\n`).join('');

function toCommand(finding: Finding): string {
  const { severity, file, line, endLine, column, endColumn, message, fix, cause } = finding;
  // Columns only count within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const parameters = {
    ...{ file, line, endLine },
    ...columns,
    title: `[${severity}] ${findingTitle(finding)}`,
  };
  const list = Object.entries(parameters).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const causeLine = cause ? [`Caused by ${cause.file}:${cause.line}.`] : [];
  const text = [message, `Fix: ${fix}`, ...causeLine].join('\n');
  return `::${LEVELS[severity]} ${list.join(',')}::${escapeData(text)}`;
}

/** The runner decodes exactly these; see `escapeData` in actions/toolkit. */
const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
