/** Whether GitHub refuses because the token may not do it: 403, or 404 where not even the existence is told. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 403 || error.status === 404);
