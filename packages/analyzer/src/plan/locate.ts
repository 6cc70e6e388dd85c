import type { FilePath, Source } from '../source/source.js';

export type PlanForm = 'document' | 'code';

const DOCUMENT = /^(?:tracking-plan|tracklint\.plan)\.(?:json|jsonc|ya?ml)$/;
/** Looked for first, because most paths are nothing of the kind. */
const MAYBE_PLAN = /(?:tracking-plan|tracklint\.plan|registry)\.[a-z]+$/;
const REGISTRY = /^registry\.(?:ts|mts|js|mjs)$/;
const PLAN_FOLDERS: ReadonlySet<string> = new Set(['analytics', 'tracking']);

/** Folders whose plans belong to tests and build output, not to the product. */
const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  ...['node_modules', 'vendor', 'dist', 'build', 'out', 'coverage', 'examples', 'example'],
  ...['test', 'tests', '__tests__', '__mocks__', '__fixtures__', 'fixtures', 'test-fixtures', 'e2e'],
]);

/** How a plan is written, judged by its extension. */
export const planForm = (path: FilePath): PlanForm =>
  /\.(?:jsonc?|ya?ml)$/.test(path) ? 'document' : 'code';

/**
 * Files that hold a plan by convention: `tracking-plan.*` and `tracklint.plan.*` at the root or in a folder `analytics`
 * or `tracking`; without one, every `analytics/registry.ts` and `tracking/registry.ts`. Empty if there is none.
 */
export function locatePlans(source: Source): readonly FilePath[] {
  const documents: FilePath[] = [];
  const registries: FilePath[] = [];
  for (const { path } of source.list()) {
    if (!MAYBE_PLAN.test(path)) continue;
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    if (segments.some((segment) => FOREIGN_FOLDERS.has(segment))) continue;
    const isInPlanFolder = PLAN_FOLDERS.has(segments.at(-1) ?? '');
    if (DOCUMENT.test(name) && (segments.length === 0 || isInPlanFolder)) documents.push(path);
    if (REGISTRY.test(name) && isInPlanFolder) registries.push(path);
  }
  return documents.length > 0 ? documents : registries;
}
