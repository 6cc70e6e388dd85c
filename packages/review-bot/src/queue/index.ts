export { AttemptAborted } from './attempt-aborted.js';
export { DEFAULT_SCHEMA, openQueue } from './boss-queue.js';
export { openDatabase, type Database, type DatabaseLocation } from './database.js';
export { DirectoryInUse } from './directory-lock.js';
export { pacedBudget, unlimitedBudget } from './paced-budget.js';
export { scheduleReconciliation } from './schedule.js';
export { sqlBudget } from './sql-budget.js';
