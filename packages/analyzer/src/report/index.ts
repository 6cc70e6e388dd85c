import type { Analysis } from '../link/analysis.js';
import type { InventoryCall } from '../review/inventory.js';
import type { Review } from '../review/review.js';
import type { Rule } from '../rules/rule.js';
import type { RenderInventory } from './inventory/inventory-options.js';
import type { CodeLine } from './place.js';
import type { RenderReview, ReportOptions } from './report-options.js';

export { findingTitle } from './finding-title.js';
export { markdownCode, markdownText } from './markdown-text.js';
export { SEVERITY_MEANINGS, SEVERITY_WORDS } from './severity-label.js';
export { terminalSafe } from './terminal-safe.js';
export type { RenderInventory } from './inventory/inventory-options.js';
export type { RenderReview, ReportOptions, RuleInfo } from './report-options.js';

type Paper = Pick<ReportOptions, 'color' | 'width'>;

// Loaded on demand: one run prints one format.
const REVIEW_REPORTS = {
  pretty: () => import('./pretty.js'),
  json: () => import('./json.js'),
  sarif: () => import('./sarif.js'),
  markdown: () => import('./markdown.js'),
  html: () => import('./html.js'),
  github: () => import('./github.js'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly render: RenderReview }>>>;

const INVENTORY_REPORTS = {
  pretty: () => import('./inventory/pretty.js'),
  json: () => import('./inventory/json.js'),
  yaml: () => import('./inventory/yaml.js'),
  csv: () => import('./inventory/csv.js'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly render: RenderInventory }>>>;

export type ReviewFormat = keyof typeof REVIEW_REPORTS;
export type InventoryFormat = keyof typeof INVENTORY_REPORTS;

export const REVIEW_FORMATS = Object.keys(REVIEW_REPORTS) as readonly ReviewFormat[];
export const INVENTORY_FORMATS = Object.keys(INVENTORY_REPORTS) as readonly InventoryFormat[];

/** The report as text that ends with a line break. */
export async function renderReview(
  format: ReviewFormat,
  review: Review,
  options: ReportOptions,
): Promise<string> {
  const { render } = await REVIEW_REPORTS[format]();
  return render(review, options);
}

/** The inventory as text that ends with a line break. */
export async function renderInventory(
  format: InventoryFormat,
  calls: readonly InventoryCall[],
  options: Paper,
): Promise<string> {
  const { render } = await INVENTORY_REPORTS[format]();
  return render(calls, options);
}

/** Everything known about one line: the tracking calls that cover it or lead over it, and what was found in them. */
export async function renderPlace(
  place: CodeLine,
  reviewed: { readonly analysis: Analysis; readonly review: Review },
  paper: Paper,
): Promise<string> {
  return (await import('./place.js')).renderPlace(place, reviewed, paper);
}

/** A rule's page for a terminal; without a page, what the rule says of itself. */
export async function renderRulePage(rule: Rule, paper: Paper): Promise<string> {
  const page = await import('./rule-page.js');
  return page.renderRulePage(rule, page.readRulePage(rule.name), paper);
}
