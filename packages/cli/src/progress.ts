import type { AnalyzeOptions } from '@tracklint/analyzer';

export interface ProgressLine {
  readonly onProgress: NonNullable<AnalyzeOptions['onProgress']>;
  /** Takes the line away again. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[2K';
const MIN_INTERVAL_MS = 60;
const DEFAULT_COLUMNS = 80;

/** One line that is overwritten on a terminal; silent everywhere else. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): ProgressLine {
  let last = -Infinity;
  let isShown = false;
  if (!stream.isTTY) return { onProgress: () => undefined, clear: () => undefined };
  return {
    onProgress({ stage, done, total }) {
      if (now() - last < MIN_INTERVAL_MS) return;
      last = now();
      isShown = true;
      const count = total > 0 ? ` ${done}/${total}` : '';
      // Some terminals say that they have no columns.
      const room = (stream.columns || DEFAULT_COLUMNS) - 1;
      stream.write(CLEAR_LINE + `${stage}${count}`.slice(0, room));
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
