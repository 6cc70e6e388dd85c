import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisError } from '../analysis/analysis-error.js';
import { runAnalysis } from '../analysis/run-analysis.js';
import type { AnalysisLimits } from '../analysis/run-analysis.js';
import { sandbox } from '../analysis/sandbox.js';
import { blobDirectory } from '../bot.js';
import { note, ok, problem } from './line.js';
import type { Line } from './line.js';

/** Can blobs be kept? */
export async function checkBlobs(dataDirectory: string): Promise<Line> {
  const directory = blobDirectory(dataDirectory);
  const file = join(directory, `doctor-${randomUUID()}.tmp`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeFile(file, 'x', { flag: 'wx', mode: 0o600 });
    return ok('blobs', `${directory} can be written.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const what =
      code === 'ENOSPC' ? 'make room on its disk' : 'give the user of the bot the right to write there';
    return problem(
      'blobs',
      `${directory} cannot be written (${code}); ${what}, or set DATA_DIRECTORY to another.`,
    );
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

/** What holds a process that reads foreign code, on this machine? */
export async function checkSandbox(): Promise<Line> {
  return (await sandbox()).hasNoNetwork
    ? ok('sandbox', 'The operating system takes the network away from the process that analyses.')
    : note(
        'sandbox',
        'The operating system does not let a process be cut off from the network, so only the lock inside the process is in force; docs/review-bot-security.md says how to allow it.',
      );
}

const NOTHING = { commit: '0'.repeat(40), files: [] } as const;

/** Does the analysis start within its limits? Judges a commit that holds nothing. */
export async function checkAnalysis(dataDirectory: string, limits: AnalysisLimits): Promise<Line> {
  const blobs = blobDirectory(dataDirectory);
  const own = { head: NOTHING, base: NOTHING, policy: NOTHING };
  try {
    await runAnalysis({ ...own, blobs, branch: null, date: '2026-01-01' }, limits);
    return ok('analysis', 'A process for it starts and answers.');
  } catch (error) {
    const why = error instanceof AnalysisError ? error.message : 'The analysis could not be started.';
    return problem(
      'analysis',
      `${why} Look at MEMORY_LIMIT_MEGABYTES, at the limits of this machine, and whether the installation is complete.`,
    );
  }
}
