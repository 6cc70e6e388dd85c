import type { InventoryCall } from '../review/inventory.js';
import type { Review } from '../review/review.js';
import type { RenderInventory } from './inventory/inventory-options.js';
import type { RenderReview, ReportOptions } from './report-options.js';

export { renderPlace } from './place.js';
export { readRulePage, renderRulePage } from './rule-page.js';
export { terminalSafe } from './terminal-safe.js';
export type { RenderInventory } from './inventory/inventory-options.js';
export type { RenderReview, ReportOptions, RuleInfo } from './report-options.js';

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
  options: Pick<ReportOptions, 'color' | 'width'>,
): Promise<string> {
  const { render } = await INVENTORY_REPORTS[format]();
  return render(calls, options);
}
