import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_FILES } from './find-config.js';

/**
 * The directory that is reviewed: the nearest one, from `start` upwards, that has a configuration file or is the top
 * of a git repository; without either, `start` itself.
 */
export function findRoot(start: string): string {
  for (let directory = start; ; directory = dirname(directory)) {
    if ([...CONFIG_FILES, '.git'].some((name) => existsSync(join(directory, name)))) return directory;
    if (dirname(directory) === directory) return start;
  }
}
