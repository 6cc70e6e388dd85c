import { createHash } from 'node:crypto';
import { CATEGORIES, SEVERITIES } from '../review/categories.js';
import type { Finding, Review } from '../review/review.js';
import { barChart } from './html/charts.js';
import type { Bar } from './html/charts.js';
import { findingArticle } from './html/finding-article.js';
import { propertyRows } from './html/property-rows.js';
import type { PropertyRow } from './html/property-rows.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import { html } from './html/text.js';
import { createPositions } from './positions.js';
import type { RenderReview } from './report-options.js';
import { SEVERITY_MEANINGS } from './severity-label.js';

const MAX_FILES_IN_CHART = 15;

/** One self-contained page: it requests nothing, and its policy allows only its own style sheet and script. */
export const render: RenderReview = (review) =>
  [
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Mixpanel Implementation Review</title><style>${STYLE}</style></head><body>`,
    head(review),
    `<div class="cards">${cards(review)}</div>`,
    `<h2>Overview</h2><div class="charts">${charts(review)}</div>`,
    `<h2>Findings</h2>${findings(review)}`,
    setAside('Suppressed', review.suppressed),
    setAside('Accepted by the baseline', review.accepted),
    `<h2>What is sent</h2>${properties(propertyRows(review))}`,
    notices(review),
    `<script>${SCRIPT}</script></body></html>\n`,
  ].join('\n');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (): string =>
  `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

function head({ scope }: Review): string {
  const branch = scope.branch === null ? '' : ` on ${scope.branch}`;
  const base = scope.base === null ? '' : ` against ${scope.base.slice(0, 10)}`;
  return `<h1>Mixpanel Implementation Review</h1><p class="meta">${html(`${scope.mode}${branch}${base} · ${scope.date}`)}</p>`;
}

function cards({ summary, stats, calls }: Review): string {
  const events = new Set(calls.flatMap((call) => call.event?.names ?? [])).size;
  const card = (value: number, label: string, style = ''): string =>
    `<div class="card ${style}"><b>${value}</b><span>${html(label)}</span></div>`;
  return [
    ...SEVERITIES.map((severity) =>
      card(summary[severity], `${severity} · ${SEVERITY_MEANINGS[severity]}`, severity),
    ),
    card(stats.calls, 'tracking calls'),
    card(events, 'events'),
    card(stats.files, 'files'),
  ].join('');
}

function charts(review: Review): string {
  const count = (matches: (finding: Finding) => boolean): number => review.findings.filter(matches).length;
  const bySeverity = SEVERITIES.map((severity): Bar => {
    const value = count((finding) => finding.severity === severity);
    return { label: severity, segments: [{ style: severity, value, label: 'findings' }] };
  });
  const byCategory = CATEGORIES.map((category): Bar => {
    const segments = SEVERITIES.map((severity) => ({
      style: severity,
      label: severity,
      value: count((finding) => finding.category === category && finding.severity === severity),
    }));
    return { label: category, segments };
  });
  return [
    barChart('Findings by severity', bySeverity),
    barChart('Findings by category', byCategory),
    barChart('Events by file', eventsByFile(review)),
  ].join('');
}

/** How often each file sends an event. */
function eventsByFile({ calls }: Review): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const { file, event } of calls) if (event) counts.set(file, (counts.get(file) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rest = sorted.slice(MAX_FILES_IN_CHART);
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  const shown = [...sorted.slice(0, MAX_FILES_IN_CHART)];
  if (rest.length > 0) shown.push([`${rest.length} other files`, others]);
  return shown.map(([label, value]) => ({ label, segments: [{ style: 'events', value, label: 'events' }] }));
}

function findings(review: Review): string {
  if (review.findings.length === 0) return '<p class="PASS">No findings.</p>';
  const positions = createPositions(review.texts);
  return review.findings.map((finding) => findingArticle(finding, positions)).join('\n');
}

function setAside(title: string, list: readonly Finding[]): string {
  if (list.length === 0) return '';
  const rows = list.map(
    ({ severity, rule, file, line, message, reason }) =>
      `<tr><td>${severity}</td><td>${html(rule)}</td><td><code>${html(`${file}:${line}`)}</code></td><td>${html(reason ?? message)}</td></tr>`,
  );
  return `<h2>${html(title)}</h2><div class="scroll"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function properties(rows: readonly PropertyRow[]): string {
  const body = rows.map(({ event, property, personalData, files }) => {
    const data =
      personalData.length === 0 ? '<td></td>' : `<td class="personal">${html(personalData.join(', '))}</td>`;
    return `<tr><td>${html(event)}</td><td><code>${html(property ?? '')}</code></td>${data}<td>${html(files.join(', '))}</td></tr>`;
  });
  return [
    '<input id="search" type="search" placeholder="Search events, properties, categories, files" aria-label="Search">',
    '<div class="scroll"><table id="properties"><thead><tr><th>Event</th><th>Property</th><th>Personal data</th><th>Files</th></tr></thead>',
    `<tbody>${body.join('\n')}</tbody></table></div><p class="soft" id="shown" aria-live="polite">${rows.length} rows</p>`,
  ].join('');
}

function notices(review: Review): string {
  if (review.notices.length === 0) return '';
  const items = review.notices.map(({ file, line, message }) => {
    const place = file === null ? '' : `<code>${html(line === null ? file : `${file}:${line}`)}</code> `;
    return `<li>${place}${html(message)}</li>`;
  });
  return `<h2>Notices</h2><ul>${items.join('')}</ul>`;
}
