import { resolve } from 'node:path';
import { writeFileAtomic } from '@tracklint/analyzer';
import { UsageError } from './failure.js';

const DEFAULT_WIDTH = 80;
const FILE_WIDTH = 100;

export interface Paper {
  readonly color: boolean;
  readonly width: number;
}

/** How standard output, or the file that takes its place, can be written on. */
export function paperFor(outputFile: string | undefined): Paper {
  if (outputFile !== undefined) return { color: false, width: FILE_WIDTH };
  const columns = Number(process.env['COLUMNS'] ?? NaN);
  const width =
    process.stdout.columns || (Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH);
  // Not a terminal is `undefined`, whatever the types say.
  return { color: wantsColor(process.env, Boolean(process.stdout.isTTY)), width };
}

/** https://no-color.org and https://force-color.org; the wish for none is the stronger one. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return !['0', 'false'].includes(env['FORCE_COLOR']);
  return isTerminal && env['TERM'] !== 'dumb';
}

/**
 * Prints a report, or writes it to a file.
 * @throws {ReviewError} `not-writable`
 * @throws {UsageError} if standard output cannot be written to; a pipe that nobody reads any more is no failure
 */
export async function writeReport(text: string, outputFile: string | undefined): Promise<void> {
  if (outputFile !== undefined) return writeFileAtomic(resolve(outputFile), text);
  const error = await new Promise<NodeJS.ErrnoException | null | undefined>((done) => {
    process.stdout.write(text, done);
  });
  if (error && error.code !== 'EPIPE') {
    throw new UsageError(
      `Cannot write to standard output (${error.code ?? error.message}); use --output FILE.`,
    );
  }
}
