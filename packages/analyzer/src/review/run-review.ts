import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { loadConfigOnDemand } from '../config/load-config-on-demand.js';
import { analyze } from '../link/analyze.js';
import type { AnalyzeOptions, Analysis } from '../link/analysis.js';
import { loadPlanReader, PlanError } from '../plan/index.js';
import type { ReadPlan } from '../plan/index.js';
import type { Plan } from '../plan/plan.js';
import { rules } from '../rules/index.js';
import { runRules } from '../rules/run-rules.js';
import type { Source } from '../source/source.js';
import type { Baseline } from './baseline.js';
import { buildReview } from './build-review.js';
import { causeOf } from './cause.js';
import { causedFindings } from './caused-findings.js';
import { locateFindings } from './located-finding.js';
import type { LocatedFinding } from './located-finding.js';
import type { Finding, Notice, Review, ReviewScope } from './review.js';
import type { OpenScope } from './scope.js';
import { suppressFindings } from './suppress-findings.js';

export type EngineOptions = Pick<
  AnalyzeOptions,
  'useTypes' | 'usePrefilter' | 'cacheDirectory' | 'onProgress'
>;

export interface ReviewRequest {
  readonly mode: ReviewScope['mode'];
  readonly scope: OpenScope;
  readonly config: Config;
  readonly engine: EngineOptions;
  readonly baseline: Baseline | null;
  /** Keeps the findings of some files only; the whole repository is analysed all the same. */
  readonly isWanted: (finding: Finding) => boolean;
  /** YYYY-MM-DD, for the report's head. */
  readonly date: string;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** One state of the code, judged. */
export interface JudgedState {
  readonly analysis: Analysis;
  readonly plan: Plan | null;
  readonly findings: readonly LocatedFinding[];
  readonly notices: readonly Notice[];
}

/** Names that a configuration may use under `rules`. */
export const knownRules: readonly string[] = rules.map(({ name }) => name);

/**
 * Analyses a state of the code and applies every rule to it.
 * @throws {PlanError} if the tracking plan cannot be used
 */
export function judgeState(
  source: Source,
  config: Config,
  engine: EngineOptions,
  planOf: ReadPlan,
): JudgedState {
  const analysis = analyze(source, { ...engine, config });
  const plan = planOf(source, config, analysis.evaluator);
  const notices: Notice[] = [...analysis.notices, ...planNotices(plan)];
  const problems = runRules(analysis, { config, plan, onNotice: (notice) => notices.push(notice) });
  source.prefetch?.([...new Set(problems.map((problem) => problem.at.file))]);
  const findings = suppressFindings(locateFindings(analysis, problems), source);
  return { analysis, plan, findings, notices };
}

export interface ReviewResult extends JudgedState {
  readonly review: Review;
}

/** Makes the review of a scope: judges its head, and its base when only what the change causes is wanted. */
export async function runReview(request: ReviewRequest): Promise<ReviewResult> {
  const start = request.now();
  const { scope, config, engine } = request;
  const state = judgeState(scope.head, config, engine, await loadPlanReader(scope.head, config));
  const reported = (await reportedFindings(state, request)).filter(request.isWanted);
  const review = buildReview({
    scope: { mode: request.mode, branch: scope.branch, base: scope.base, date: request.date },
    analysis: state.analysis,
    all: state.findings,
    reported,
    baseline: request.baseline,
    notices: state.notices,
    milliseconds: Math.round(request.now() - start),
  });
  return { ...state, review };
}

async function reportedFindings(
  state: JudgedState,
  { scope, config, engine }: ReviewRequest,
): Promise<readonly Finding[]> {
  // Without findings there is nothing that the change could have caused, and the base need not be read.
  if (!scope.before || state.findings.length === 0) return state.findings.map(({ finding }) => finding);
  const { source, changes } = scope.before;
  if (changes.paths.length === 0) return [];
  const base = await judgeBase(source, config, engine);
  return causedFindings(state.findings, base, changes).map((item) => ({
    ...item.finding,
    cause: causeOf(item, state.analysis, changes, state.plan?.files ?? []),
  }));
}

/**
 * The base is judged by its own configuration and plan, because a change of these can cause findings too. Where they
 * are broken there, they count as absent: the author of the change cannot repair the past.
 */
async function judgeBase(
  source: Source,
  config: Config,
  engine: EngineOptions,
): Promise<readonly LocatedFinding[]> {
  let baseConfig = config;
  try {
    baseConfig = await loadConfigOnDemand(source, { knownRules });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
  const readPlan = await loadPlanReader(source, baseConfig);
  return judgeState(source, baseConfig, engine, planIfValid(readPlan)).findings;
}

const planIfValid =
  (readPlan: ReadPlan): ReadPlan =>
  (source, config, evaluator) => {
    try {
      return readPlan(source, config, evaluator);
    } catch (error) {
      if (error instanceof PlanError) return null;
      throw error;
    }
  };

function planNotices(plan: Plan | null): readonly Notice[] {
  if (plan)
    return plan.issues.map(({ file, line, message }) => ({ kind: 'plan-issue', file, line, message }));
  const message =
    'No tracking plan was found, so the rules that need one are off; name it as "plan" in tracklint.config.json.';
  return [{ kind: 'no-plan', file: null, line: null, message }];
}
