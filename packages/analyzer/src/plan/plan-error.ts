export type PlanErrorCode = 'plan-missing' | 'plan-unreadable' | 'plan-invalid';

/** The plan that was asked for cannot be used. The message is one sentence for a person; the command line exits with 2. */
export class PlanError extends Error {
  override readonly name = 'PlanError';

  constructor(
    readonly code: PlanErrorCode,
    message: string,
    readonly file: string,
    /** 1-based; null if the whole file is meant. */
    readonly line: number | null = null,
  ) {
    super(message);
  }
}
