export type ConfigErrorCode = 'config-missing' | 'config-ambiguous' | 'config-unreadable' | 'config-invalid';

/** The configuration cannot be used. `message` is one sentence for a person that starts with `file:line`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly code: ConfigErrorCode,
    readonly file: string,
    /** 1-based; null if the whole file is meant. */
    readonly line: number | null,
    reason: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`);
  }
}
