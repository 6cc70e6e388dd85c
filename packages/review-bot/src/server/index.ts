export { createLog, LOG_LEVELS, type LogLevel } from './log.js';
export { createMetrics, type Metrics, type MetricsPage } from './metrics.js';
export { readinessOf } from './readiness.js';
export { createBotServer, WEBHOOK_PATH, type BotServer, type BotServerOptions } from './server.js';
export { stopOnSignals } from './stop-signals.js';
