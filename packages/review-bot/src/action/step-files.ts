import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ActionError } from './action-error.js';
import type { ActionEnvironment } from './action-environment.js';

/** What later steps of the job can read as `steps.<id>.outputs`. */
export interface Outputs {
  readonly conclusion: 'success' | 'failure' | 'skipped' | 'error';
  readonly p0?: number;
  readonly p1?: number;
  readonly p2?: number;
  readonly findings?: number;
}

/** GitHub takes 1 MiB of a step's summary, and refuses a longer one as a whole. */
const SUMMARY_BYTES = 1_024 * 1_024;

/** Only fixed words and numbers are written, so a line of a name cannot become another output. */
export async function writeOutputs(
  { outputPath }: Pick<ActionEnvironment, 'outputPath'>,
  outputs: Outputs,
): Promise<void> {
  if (outputPath === null) return;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  await appendFile(outputPath, lines.join(''));
}

/**
 * Adds to the job's summary.
 * @param render gives Markdown of at most so many characters
 */
export async function writeSummary(
  { summaryPath }: Pick<ActionEnvironment, 'summaryPath'>,
  render: (limit: number) => string,
): Promise<void> {
  if (summaryPath === null) return;
  // A character is one byte mostly, and three at most.
  const text = [1, 0.9, 1 / 3]
    .map((share) => Math.floor(SUMMARY_BYTES * share) - 1)
    .map((limit) => `${render(limit)}\n`)
    .find((own) => Buffer.byteLength(own) <= SUMMARY_BYTES);
  if (text !== undefined) await appendFile(summaryPath, text);
}

/** @throws {ActionError} if it cannot be written */
export async function writeSarif(
  { workspace, sarifFile }: Pick<ActionEnvironment, 'workspace' | 'sarifFile'>,
  sarif: string | null,
): Promise<void> {
  if (sarifFile === null || sarif === null) return;
  const path = resolve(workspace, sarifFile);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sarif);
  } catch {
    throw new ActionError(
      'The file of the input "sarif-file" cannot be written; name one in a directory that the job may write to, such as ${{ runner.temp }}/tracklint.sarif.',
    );
  }
}
