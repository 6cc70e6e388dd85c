import { statusOf } from '../github/status-of.js';

/** Whether GitHub refuses because the token may not do it: 403, or 404 where not even the existence is told. */
export const isRefused = (error: unknown): boolean => statusOf(error) === 403 || statusOf(error) === 404;
