import { compareWithBaseline, readBaseline, runReview, writeBaseline } from '@tracklint/analyzer';
import type { Baseline, BaselineComparison, Finding } from '@tracklint/analyzer';
import { UsageError } from '../failure.js';
import { EXIT } from '../exit-code.js';
import type { ExitCode } from '../exit-code.js';
import { baselineFile, openWorkspace } from '../workspace.js';
import type { BaselineFile } from '../workspace.js';

interface BaselineOptions {
  readonly baseline?: string;
}

/** Accepts every finding of the working tree. A baseline that exists may only shrink. */
export async function createBaseline(options: BaselineOptions): Promise<ExitCode> {
  const { file, baseline, findings, comparison } = await compare(options);
  const added = comparison.fresh.length;
  if (baseline && added > 0) {
    const advice = 'fix them, or delete the file to accept them';
    throw new UsageError(
      `The baseline ${file.label} may only shrink, but ${counted(added)} not in it; ${advice}.`,
    );
  }
  writeBaseline(file.path, findings);
  process.stdout.write(`Wrote ${file.label}: ${counted(findings.length)} accepted for now.\n`);
  return EXIT.clean;
}

/** Takes out the entries whose finding is gone. */
export async function pruneBaseline(options: BaselineOptions): Promise<ExitCode> {
  const { file, baseline, comparison } = await compare(options);
  if (!baseline) {
    throw new UsageError(
      `The baseline ${file.label} does not exist; make it with "tracklint baseline create".`,
    );
  }
  const stale = new Set(comparison.stale);
  const kept = baseline.entries.filter((entry) => !stale.has(entry));
  if (stale.size > 0) writeBaseline(file.path, kept);
  process.stdout.write(`Took ${stale.size} of ${baseline.entries.length} entries out of ${file.label}.\n`);
  return EXIT.clean;
}

const counted = (count: number): string => (count === 1 ? '1 finding is' : `${count} findings are`);

interface Comparison {
  readonly file: BaselineFile;
  readonly baseline: Baseline | null;
  readonly findings: readonly Finding[];
  readonly comparison: BaselineComparison;
}

async function compare(options: BaselineOptions): Promise<Comparison> {
  const workspace = await openWorkspace({ types: true, cache: true });
  const file = baselineFile(workspace, options.baseline);
  const baseline = readBaseline(file.path, file.label);
  const { review } = await runReview({
    mode: 'all',
    scope: workspace.scope,
    config: workspace.config,
    engine: workspace.engine,
    records: workspace.records,
    baseline: null,
    isWanted: () => true,
    date: '',
    now: () => 0,
  });
  workspace.clearProgress();
  return {
    file,
    baseline,
    findings: review.findings,
    comparison: compareWithBaseline(review.findings, baseline),
  };
}
