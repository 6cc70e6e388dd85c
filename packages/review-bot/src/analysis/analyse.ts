import { createHash } from 'node:crypto';
import {
  ConfigError,
  PlanError,
  ReviewError,
  describeVia,
  maskPersonalValues,
  runReview,
} from '@tracklint/analyzer';
import type {
  Changes,
  EngineOptions,
  Finding,
  LocatedFinding,
  OpenScope,
  RecordStore,
  ReviewResult,
} from '@tracklint/analyzer';
import { createBlobReader } from '../code/blob-files.js';
import { AnalysisError } from './analysis-error.js';
import type { AnalysisInput } from './analysis-input.js';
import type { AnalysisResult, BotFinding } from './analysis-result.js';
import { createBlobTexts } from './blob-texts.js';
import { compareSnapshots } from './changed-files.js';
import { clip } from './clip.js';
import { configForHead, readPolicy } from './policy.js';
import { findRelaxations } from './relaxations.js';
import { sarifReport } from './sarif-report.js';
import { snapshotSource, withConfigOf } from './snapshot-source.js';
import { suggest } from './suggestions.js';
import type { Suggestion } from './suggestions.js';

/** The compiler would be another process, and the checkout that it needs is not there. */
const ENGINE: EngineOptions = { useTypes: false };

/** Nothing is kept between analyses; that there is a store makes the head be judged from the base. */
const NO_RECORDS: RecordStore = { load: () => null, save: () => undefined };

const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 2_000;
/** Git has no limit; systems with files have this one. */
const LONGEST_PATH = 4_096;
const MOST_NOTICES = 200;

/**
 * Judges a commit: what it causes compared with its base, or all of it. Runs in a process of its own, see `worker.ts`.
 * @throws {AnalysisError} `bad-configuration` if the policy or the tracking plan cannot be used
 */
export async function analyse(input: AnalysisInput): Promise<AnalysisResult> {
  try {
    return await judge(input);
  } catch (error) {
    const what =
      error instanceof PlanError
        ? 'The tracking plan cannot be used'
        : error instanceof ConfigError || error instanceof ReviewError
          ? 'The configuration of the base branch cannot be used'
          : null;
    if (what === null) throw error;
    throw new AnalysisError('bad-configuration', `${what}: ${maskPersonalValues((error as Error).message)}`);
  }
}

async function judge(input: AnalysisInput): Promise<AnalysisResult> {
  const texts = createBlobTexts(createBlobReader(input.blobs));
  const policy = await readPolicy(input.policy, texts);
  const relaxations = await findRelaxations(input, policy, texts);
  const head = snapshotSource(withConfigOf(input.head, input.policy), texts);
  const base = input.base ? snapshotSource(withConfigOf(input.base, input.policy), texts) : null;
  const config = await configForHead(policy.config, { own: snapshotSource(input.head, texts), base });
  const changes = input.base ? compareSnapshots(input.base, input.head, head, texts) : null;
  const scope: OpenScope = {
    head,
    before: base && changes ? { source: () => base, changes } : null,
    branch: input.branch,
    base: input.base?.commit ?? null,
  };
  const reviewed = await runReview({
    ...({ mode: base ? 'branch' : 'all', scope, config, engine: ENGINE, records: NO_RECORDS } as const),
    ...{ baseline: policy.baseline, isWanted: () => true, date: input.date, now: () => performance.now() },
  });
  const { review } = reviewed;
  const isOnChangedLine = changedLineTest(changes);
  const suggestions = await suggest(
    review.findings.filter(isOnChangedLine),
    { source: head, config, engine: ENGINE },
    reviewed,
  );
  const toBot = toBotFinding(reviewed, suggestions, isOnChangedLine);
  return {
    findings: review.findings.map(toBot),
    suppressed: review.suppressed.map((finding) => ({
      ...toBot(finding),
      reason: finding.reason === null ? null : clip(maskPersonalValues(finding.reason), LONGEST_NAME),
    })),
    accepted: review.accepted.length,
    relaxations: [...relaxations],
    notices: review.notices.slice(0, MOST_NOTICES).map(({ message, file, line }) => ({
      message: clip(maskPersonalValues(message), LONGEST_NAME),
      file,
      line,
    })),
    stats: review.stats,
    pullRequests: config.pullRequests,
    sarif: input.sarif === true ? await sarifReport(review) : null,
  };
}

function changedLineTest(changes: Changes | null): (finding: Finding) => boolean {
  const linesOf = new Map<string, ReadonlySet<number>>();
  return ({ file, line, endLine }) => {
    let lines = linesOf.get(file);
    if (!lines) linesOf.set(file, (lines = new Set(changes?.file(file)?.changedLines)));
    for (let at = line; at <= endLine; at += 1) if (lines.has(at)) return true;
    return false;
  };
}

function toBotFinding(
  { findings }: ReviewResult,
  suggestions: ReadonlyMap<string, Suggestion>,
  isOnChangedLine: (finding: Finding) => boolean,
): (finding: Finding) => BotFinding {
  const located = new Map(findings.map((item) => [item.finding.fingerprint, item]));
  return (finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    file: clip(finding.file, LONGEST_PATH),
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    message: clip(finding.message, LONGEST_TEXT),
    fix: clip(finding.fix, LONGEST_TEXT),
    evidence: finding.evidence.map((line) => clip(line, LONGEST_TEXT)),
    event: finding.event === null ? null : clip(finding.event, LONGEST_NAME),
    property: finding.property === null ? null : clip(finding.property, LONGEST_NAME),
    via: describeVia(finding).map((step) => clip(maskPersonalValues(step), LONGEST_NAME)),
    fingerprint: finding.fingerprint,
    traits: traitsOf(located.get(finding.fingerprint), finding),
    cause: finding.cause && { ...finding.cause, file: clip(finding.cause.file, LONGEST_PATH) },
    isOnChangedLine: isOnChangedLine(finding),
    suggestion: suggestions.get(finding.fingerprint) ?? null,
  });
}

function traitsOf(
  item: LocatedFinding | undefined,
  { rule, event, property, fingerprint }: Finding,
): BotFinding['traits'] {
  const { key = fingerprint, functionName = null, code = '' } = item ?? {};
  return [
    hash([key]),
    hash(['event', rule, property, event]),
    hash(['function', rule, property, functionName, code]),
    hash(['subject', rule, property]),
  ];
}

const hash = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
