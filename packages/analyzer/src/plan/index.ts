export { PlanError } from './plan-error.js';
export { loadPlanReader } from './plan-reader-on-demand.js';
export type { ReadPlan } from './plan-reader.js';
