import type { AnalyzeOptions } from '@tracklint/analyzer';

export interface ProgressLine {
  readonly onProgress: NonNullable<AnalyzeOptions['onProgress']>;
  /** Takes the line away again. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[2K';
const MIN_INTERVAL_MS = 60;

/** One line that is overwritten on a terminal; silent everywhere else. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): ProgressLine {
  let last = 0;
  let lastStage = '';
  if (!stream.isTTY) return { onProgress: () => undefined, clear: () => undefined };
  return {
    onProgress({ stage, done, total }) {
      if (stage === lastStage && now() - last < MIN_INTERVAL_MS) return;
      last = now();
      lastStage = stage;
      const count = total > 0 ? ` ${done}/${total}` : '';
      stream.write(CLEAR_LINE + `${stage}${count}`.slice(0, Math.max(1, stream.columns - 1)));
    },
    clear() {
      if (lastStage !== '') stream.write(CLEAR_LINE);
      lastStage = '';
    },
  };
}
