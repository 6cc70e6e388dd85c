/** Unix milliseconds, the one form of time that events carry. */
export const toTimestampMs = (date: Date): number => date.getTime();
