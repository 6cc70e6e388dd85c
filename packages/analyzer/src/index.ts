export type * from './source/source.js';
export type * from './link/value.js';
export type * from './link/call.js';
export type * from './link/analysis.js';
export type * from './types/shape.js';
export type * from './rules/rule.js';
export type * from './plan/plan.js';
export type * from './review/review.js';
export type * from './config/config.js';

export { analyze } from './link/analyze.js';
export * from './source/index.js';
export * from './config/index.js';
export { PlanError, readPlan } from './plan/index.js';
export { rules } from './rules/index.js';
export { runRules } from './rules/run-rules.js';
export type { RuleProblem, RunRulesOptions } from './rules/run-rules.js';
export * from './review/index.js';
export * from './report/index.js';
