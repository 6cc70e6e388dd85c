/**
 * The HTTP status that an error of a request tells of, or null for any other error. By its form, because every copy of the
 * client's packages has a class of its own.
 */
export const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
