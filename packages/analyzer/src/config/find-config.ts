import type { FilePath, Source } from '../source/source.js';
import { ConfigError } from './config-error.js';

/** Names of the configuration file, at the root of the reviewed tree. */
export const CONFIG_FILES = [
  'tracklint.config.json',
  'tracklint.config.jsonc',
  'tracklint.config.yaml',
  'tracklint.config.yml',
] as const;

export interface LoadConfigOptions {
  /** A file relative to the root, instead of the usual names. */
  readonly path?: FilePath;
  /** Names that may stand under `rules`; left out, any name may. */
  readonly knownRules?: readonly string[];
  /** Keys that a host has from elsewhere; they take the place of those of the file. */
  readonly override?: ConfigOverride;
}

export interface ConfigOverride {
  /** As messages call it: `settings.mixpanel`. */
  readonly label: string;
  readonly value: unknown;
}

/**
 * The configuration file of a tree, or null if it has none.
 * @throws {ConfigError} if the file that was asked for is absent, or there are several.
 */
export function findConfigFile(source: Pick<Source, 'has'>, path?: FilePath): FilePath | null {
  if (path !== undefined) {
    const normal = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    if (source.has(normal)) return normal;
    throw new ConfigError(
      'config-missing',
      path,
      null,
      'there is no such file; give a path relative to the root of the repository.',
    );
  }
  const [found, other] = CONFIG_FILES.filter((name) => source.has(name));
  if (found !== undefined && other !== undefined) {
    throw new ConfigError('config-ambiguous', found, null, `${other} exists too; keep one of them.`);
  }
  return found ?? null;
}
