/** The command ran and nothing that counts was found; it ran and something was; it could not run. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
