export { createLog } from './log.js';
export { createMetrics } from './metrics.js';
export { readinessOf } from './readiness.js';
export { createBotServer } from './server.js';
export { stopInOrder, stopOnSignals } from './stop-signals.js';
