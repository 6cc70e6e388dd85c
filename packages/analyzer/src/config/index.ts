export { ConfigError } from './config-error.js';
export type { ConfigErrorCode } from './config-error.js';
export { defaultConfig } from './defaults.js';
export { CONFIG_FILES, findConfigFile } from './find-config.js';
export type { ConfigOverride, LoadConfigOptions } from './find-config.js';
export { loadConfigOnDemand } from './load-config-on-demand.js';
export { findRoot } from './find-root.js';
export type { Config } from './config.js';
