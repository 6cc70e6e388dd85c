import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { loadConfigOnDemand } from '../config/load-config-on-demand.js';
import { loadPlanReader, PlanError } from '../plan/index.js';
import type { ReadPlan } from '../plan/index.js';
import { rules } from '../rules/index.js';
import type { Baseline } from './baseline.js';
import { buildReview } from './build-review.js';
import { causeOf } from './cause.js';
import { causedFindings } from './caused-findings.js';
import { judgeState } from './judge-state.js';
import type { EngineOptions, JudgedState } from './judge-state.js';
import type { RecordStore } from './record-store.js';
import type { LocatedFinding } from './located-finding.js';
import type { Finding, Review, ReviewScope } from './review.js';
import type { OpenScope } from './scope.js';
import type { StateRecord } from './state-record.js';

export interface ReviewRequest {
  readonly mode: ReviewScope['mode'];
  readonly scope: OpenScope;
  readonly config: Config;
  readonly engine: EngineOptions;
  /** Judged states of earlier runs; null: every run starts from nothing. */
  readonly records?: RecordStore | null;
  readonly baseline: Baseline | null;
  /** Keeps the findings of some files only; the whole repository is analysed all the same. */
  readonly isWanted: (finding: Finding) => boolean;
  /** YYYY-MM-DD, for the report's head. */
  readonly date: string;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** Names that a configuration may use under `rules`. */
export const knownRules: readonly string[] = rules.map(({ name }) => name);

export interface ReviewResult extends JudgedState {
  readonly review: Review;
}

/**
 * Makes the review of a scope: judges its head, and its base when only what the change causes is wanted. Where records are
 * kept, the base is judged first, from what an earlier run left, and the head from the base.
 */
export async function runReview(request: ReviewRequest): Promise<ReviewResult> {
  const start = request.now();
  const { scope, config, engine, records } = request;
  const before = scope.before && records ? await judgeBefore(request) : null;
  const earlier = before ? before.record : (records?.load('tree', config, engine)?.state ?? null);
  const state = judgeState(scope.head, config, engine, await loadPlanReader(scope.head, config), earlier);
  if (scope.before === null) records?.save('tree', config, engine, state.record());
  engine.summaries?.save();
  const reported = (await reportedFindings(state, before, request)).filter(request.isWanted);
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

/** What is needed of the state before a change. */
interface JudgedBase {
  readonly findings: readonly LocatedFinding[];
  /** What judging the head can start from. */
  readonly record: StateRecord | null;
}

async function reportedFindings(
  state: JudgedState,
  before: JudgedBase | null,
  request: ReviewRequest,
): Promise<readonly Finding[]> {
  const { scope } = request;
  // Without findings there is nothing that the change could have caused, and the base need not be read.
  if (!scope.before || state.findings.length === 0) return state.findings.map(({ finding }) => finding);
  const { changes } = scope.before;
  if (changes.paths.length === 0) return [];
  const base = before ?? (await judgeBefore(request));
  return causedFindings(state.findings, base.findings, changes).map((item) => ({
    ...item.finding,
    cause: causeOf(item, state.analysis, changes, state.plan?.files ?? []),
  }));
}

/**
 * The base is judged by its own configuration and plan, because a change of these can cause findings too. Where they
 * are broken there, they count as absent: the author of the change cannot repair the past.
 */
async function judgeBefore({ scope, config, engine, records }: ReviewRequest): Promise<JudgedBase> {
  if (!scope.before) return { findings: [], record: null };
  const tree = scope.base === null ? 'tree' : { commit: scope.base };
  const stored = records?.load(tree, config, engine) ?? null;
  if (stored?.commit != null && stored.commit === scope.base)
    return { findings: [...stored.state.located.values()], record: stored.state };
  const source = scope.before.source();
  let baseConfig = config;
  try {
    baseConfig = await loadConfigOnDemand(source, { knownRules });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
  const isSame = isDeepStrictEqual(baseConfig, config);
  const readPlan = planIfValid(await loadPlanReader(source, baseConfig));
  const state = judgeState(source, baseConfig, engine, readPlan, isSame ? (stored?.state ?? null) : null);
  const record = records && isSame ? state.record() : null;
  if (scope.base !== null) records?.save(tree, config, engine, record);
  return { findings: state.findings, record };
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
