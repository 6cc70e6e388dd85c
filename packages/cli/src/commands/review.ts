import { SEVERITIES, renderReview, runReview } from '@tracklint/analyzer';
import type { Review, ReviewFormat, ReviewScope, Severity } from '@tracklint/analyzer';
import { UsageError } from '../failure.js';
import { applyFixes } from '../fix-files.js';
import { paperFor, writeReport } from '../output.js';
import { createPathFilter } from '../path-filter.js';
import { VERSION } from '../version.js';
import { reportRules } from '../report-rules.js';
import { EXIT } from '../exit-code.js';
import type { ExitCode } from '../exit-code.js';
import { openBaseline, openWorkspace } from '../workspace.js';

export interface ReviewOptions {
  readonly base?: string;
  readonly format: ReviewFormat;
  readonly output?: string;
  readonly failOn: Severity | 'never';
  readonly baseline?: string;
  readonly fix?: boolean;
  readonly types: boolean;
  readonly cache: boolean;
}

/** A fix can make room for another one next to it; what is left after this many rounds is reported. */
const MAX_FIX_ROUNDS = 5;

/** Reviews, repairs if asked to, and prints the report. */
export async function review(
  mode: ReviewScope['mode'],
  paths: readonly string[],
  options: ReviewOptions,
): Promise<ExitCode> {
  if (options.base !== undefined && mode !== 'branch') {
    throw new UsageError(`--base is for "review branch" only; leave it out for "review ${mode}".`);
  }
  let result = await reviewOnce(mode, paths, options);
  if (options.fix === true) {
    for (let round = 0; round < MAX_FIX_ROUNDS; round += 1) {
      const fixed = applyFixes(result.review, result.root);
      if (fixed.length === 0) break;
      process.stderr.write(`Fixed ${fixed.length} finding${fixed.length === 1 ? '' : 's'}.\n`);
      // The index is reviewed as it is until the repaired files are staged.
      if (mode === 'staged') {
        process.stderr.write('The fixes are in the working tree; stage them with "git add".\n');
        break;
      }
      result = await reviewOnce(mode, paths, options);
    }
  }
  const text = await renderReview(options.format, result.review, {
    ...paperFor(options.output),
    version: VERSION,
    rules: reportRules,
  });
  await writeReport(text, options.output);
  return failsOn(result.review, options.failOn) ? EXIT.findings : EXIT.clean;
}

async function reviewOnce(
  mode: ReviewScope['mode'],
  paths: readonly string[],
  options: ReviewOptions,
): Promise<{ readonly review: Review; readonly root: string }> {
  const workspace = await openWorkspace(options, { mode, baseRef: options.base ?? null });
  const { root, directory, scope, config, engine, records } = workspace;
  const isWanted = createPathFilter(paths, { root, directory, source: scope.head });
  try {
    const { review } = await runReview({
      mode,
      scope,
      config,
      engine,
      records,
      baseline: openBaseline(workspace, options.baseline),
      isWanted: (finding) => isWanted(finding.file),
      date: new Date().toISOString().slice(0, 10),
      now: () => performance.now(),
    });
    return { review, root };
  } finally {
    workspace.clearProgress();
  }
}

function failsOn(review: Review, threshold: Severity | 'never'): boolean {
  if (threshold === 'never') return false;
  const counting = SEVERITIES.slice(0, SEVERITIES.indexOf(threshold) + 1);
  return counting.some((severity) => review.summary[severity] > 0);
}
