export type * from './source/source.js';
export type * from './link/value.js';
export type * from './link/call.js';
export type * from './types/shape.js';
export type * from './rules/rule.js';
export type * from './plan/plan.js';
export type * from './review/review.js';
export type * from './config/config.js';
