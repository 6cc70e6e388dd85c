import type { Source } from '../source/source.js';
import type { Config } from './config.js';
import { defaultConfig } from './defaults.js';
import { findConfigFile } from './find-config.js';
import type { LoadConfigOptions } from './find-config.js';

/**
 * The configuration of a tree, with the defaults where there is none. The checker of the file's form is loaded only
 * if there is a file, because loading it takes longer than reviewing a small change.
 * @throws {ConfigError}
 */
export async function loadConfigOnDemand(source: Source, options: LoadConfigOptions = {}): Promise<Config> {
  if (findConfigFile(source, options.path) === null) return defaultConfig;
  const { loadConfig } = await import('./load-config.js');
  return loadConfig(source, options);
}
