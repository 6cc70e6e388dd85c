export { applySafeEdits, rewrite } from './apply-edits.js';
export type { AppliedEdits } from './apply-edits.js';
export { writeFileAtomic } from './atomic-write.js';
export {
  compareWithBaseline,
  formatBaseline,
  parseBaseline,
  readBaseline,
  writeBaseline,
} from './baseline.js';
export type { Baseline, BaselineComparison, BaselineEntry } from './baseline.js';
export { buildReview } from './build-review.js';
export type { ReviewParts } from './build-review.js';
export { cacheDirectory } from './cache-directory.js';
export type { LocatedFinding } from './located-finding.js';
export { CATEGORIES, SEVERITIES } from './categories.js';
export { compareSources } from './changes.js';
export type { Changes, FileBefore, FileChange } from './changes.js';
export { buildInventory, describeVia } from './inventory.js';
export type { InventoryCall } from './inventory.js';
export { maskKeyedValues } from './mask-keyed-values.js';
export { MASK, maskPersonalValues } from './mask-values.js';
export type { PropertyType } from './property-type.js';
export { ReviewError } from './review-error.js';
export type { ReviewErrorCode } from './review-error.js';
export { analyzeState, judgeState } from './judge-state.js';
export type { EngineOptions, JudgedState } from './judge-state.js';
export { createRecordStore } from './record-store.js';
export type { RecordStore } from './record-store.js';
export { knownRules, runReview } from './run-review.js';
export type { ReviewRequest, ReviewResult } from './run-review.js';
export type { StateRecord } from './state-record.js';
export { openScope } from './scope.js';
export type { OpenScope, ScopeRequest } from './scope.js';
