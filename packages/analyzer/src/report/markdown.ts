import { CATEGORIES, SEVERITIES } from '../review/categories.js';
import { describeVia } from '../review/inventory.js';
import type { Finding, Review } from '../review/review.js';
import { findingTitle } from './finding-title.js';
import { markdownCode, markdownText } from './markdown-text.js';
import { recommendations } from './recommendations.js';
import type { RenderReview } from './report-options.js';
import { SEVERITY_WORDS } from './severity-label.js';

/** The review as a document, in the layout of the review template. */
export const render: RenderReview = (review, options) =>
  `${[
    head(review),
    summary(review),
    '## Issues Found',
    review.findings.length === 0 ? 'No issues found.' : review.findings.map(issue).join('\n\n'),
    '## Recommendations',
    recommendations(review, options.rules)
      .map((text) => `- ${markdownText(text)}`)
      .join('\n'),
    ...setAside('Suppressed', review.suppressed),
    ...setAside('Accepted by the Baseline', review.accepted),
  ].join('\n\n')}\n`;

function head({ scope }: Review): string {
  const base = scope.base === null ? '' : ` against ${markdownCode(scope.base.slice(0, 10))}`;
  return [
    '# Mixpanel Implementation Review',
    `**Branch**: ${scope.branch === null ? 'none' : markdownCode(scope.branch)}`,
    `**Scope**: ${scope.mode}${base}`,
    `**Date**: ${scope.date}`,
  ].join('\n\n');
}

function summary(review: Review): string {
  const rows = CATEGORIES.map((category) => {
    const { status, issues } = review.summary.categories[category];
    return `| ${category} | ${status} | ${issues} |`;
  });
  const counts = SEVERITIES.map((severity) => `${severity}: ${review.summary[severity]}`).join(', ');
  return [
    '## Summary',
    '',
    '| Category | Status | Issues |',
    '| --- | --- | ---: |',
    ...rows,
    '',
    counts,
  ].join('\n');
}

function issue(finding: Finding): string {
  const { severity, file, line, message, fix, cause } = finding;
  const via = describeVia(finding).map(markdownCode).join(' → ');
  return [
    `### [${severity}] ${SEVERITY_WORDS[severity]} - ${markdownText(findingTitle(finding))}`,
    `**File**: ${markdownCode(`${file}:${line}`)}`,
    `**Issue**: ${markdownText(message)}`,
    ...(via === '' ? [] : [`**Via**: ${via}`]),
    ...(cause ? [`**Caused by**: ${markdownCode(`${cause.file}:${cause.line}`)}`] : []),
    `**Fix**: ${markdownText(fix)}`,
  ].join('\n\n');
}

/** What does not count, so that a reviewer can see what was set aside and why. */
function setAside(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const items = findings.map((finding) => {
    const reason = finding.reason === null ? '' : ` - ${markdownText(finding.reason)}`;
    const place = markdownCode(`${finding.file}:${finding.line}`);
    return `- [${finding.severity}] ${markdownText(findingTitle(finding))} in ${place}${reason}`;
  });
  return [`## ${title}`, items.join('\n')];
}
