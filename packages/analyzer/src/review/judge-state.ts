import type { Config } from '../config/config.js';
import { analyze } from '../link/analyze.js';
import type { AnalyzeOptions, Analysis } from '../link/analysis.js';
import type { ReadPlan } from '../plan/index.js';
import type { Plan } from '../plan/plan.js';
import { runRules } from '../rules/run-rules.js';
import type { RunRulesOptions } from '../rules/run-rules.js';
import type { FilePath, Source } from '../source/source.js';
import { locateFindings } from './located-finding.js';
import type { LocatedFinding } from './located-finding.js';
import type { Notice } from './review.js';
import { startFrom } from './state-record.js';
import type { StateRecord } from './state-record.js';
import { suppressFindings } from './suppress-findings.js';

export type EngineOptions = Pick<
  AnalyzeOptions,
  'useTypes' | 'createOracle' | 'usePrefilter' | 'summaries' | 'onProgress'
> &
  Pick<RunRulesOptions, 'rules'>;

/** One state of the code, judged. */
export interface JudgedState {
  readonly analysis: Analysis;
  readonly plan: Plan | null;
  readonly findings: readonly LocatedFinding[];
  readonly notices: readonly Notice[];
  /** What judging a later state can start from; null if nothing can. Costs time when it is asked for. */
  record(): StateRecord | null;
}

/** Analyses a state of the code, from the record of another one where that serves, and judges nothing. */
export const analyzeState = (
  source: Source,
  config: Config,
  engine: EngineOptions,
  earlier: StateRecord | null,
): Analysis => {
  const start = startFrom(earlier, source);
  return analyze(start.source, { ...engine, config, earlier: start.analysis });
};

/**
 * Analyses a state of the code and applies every rule to it.
 * @param earlier the record of another state of the same code, judged with the same configuration and options; the result
 *   is the same with it and without it
 * @throws {PlanError} if the tracking plan cannot be used
 */
export function judgeState(
  source: Source,
  config: Config,
  engine: EngineOptions,
  planOf: ReadPlan,
  earlier: StateRecord | null = null,
): JudgedState {
  const start = startFrom(earlier, source);
  const analysis = analyze(start.source, { ...engine, config, earlier: start.analysis });
  const plan = planOf(start.source, config, analysis.evaluator);
  const skipped = start.skipped();
  const notices: Notice[] = [...analysis.notices, ...skipped.map(skippedNotice), ...planNotices(plan)];
  const problems = runRules(analysis, {
    config,
    plan,
    ...(engine.rules ? { rules: engine.rules } : {}),
    onNotice: (notice) => notices.push(notice),
  });
  const located = locateFindings(analysis, problems, earlier?.located);
  const unknown = located.filter(({ isKnown }) => !isKnown);
  start.source.prefetch?.([...new Set(unknown.map(({ item }) => item.finding.file))]);
  const suppressed = suppressFindings(
    unknown.map(({ item }) => item),
    start.source,
  );
  let next = 0;
  const findings = located.map(({ item, isKnown }) => (isKnown ? item : (suppressed[next++] ?? item)));
  return { analysis, plan, findings, notices, record: () => start.record(analysis, findings, skipped) };
}

function skippedNotice({ path, reason }: { path: FilePath; reason: 'large' | 'generated' }): Notice {
  return {
    kind: reason === 'large' ? 'skipped-large' : 'skipped-generated',
    file: path,
    line: null,
    message:
      reason === 'large'
        ? `${path} was not reviewed because it is over 1 MB.`
        : `${path} was not reviewed because a tool generated it.`,
  };
}

function planNotices(plan: Plan | null): readonly Notice[] {
  if (plan)
    return plan.issues.map(({ file, line, message }) => ({ kind: 'plan-issue', file, line, message }));
  const message =
    'No tracking plan was found, so the rules that need one are off; name it as "plan" in tracklint.config.json.';
  return [{ kind: 'no-plan', file: null, line: null, message }];
}
