import { statusOf } from './status-of.js';

/** No permission, an archived repository, a suspended installation; gone, or not even its existence is told; blocked. */
const REFUSALS: readonly (number | null)[] = [403, 404, 410, 451];

/** Whether GitHub refuses what is asked for, and will again unless a person changes something. */
export const isRefused = (error: unknown): boolean => REFUSALS.includes(statusOf(error));

/** The conversation is locked, and an App is no collaborator. */
export const isLocked = (error: unknown): boolean =>
  statusOf(error) === 403 && error instanceof Error && /\bis locked\b/i.test(error.message);
