import type { Analysis } from '../link/analysis.js';
import type { Place } from '../link/value.js';
import type { Category, Problem, Severity } from '../rules/rule.js';
import { fingerprintsOf, identityKey } from './fingerprint.js';
import { maskPersonalValues } from './mask-values.js';
import { normaliseCode } from './normalise-code.js';
import type { Finding } from './review.js';

/** A problem with the rule's words filled in. */
export interface RuleProblem extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly message: string;
  readonly fix: string;
}

/** A finding together with what comparing two states of the code needs. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly problem: RuleProblem;
  /** See `identityKey`. */
  readonly key: string;
  readonly functionName: string | null;
  /** Normalised source text of the offending node. */
  readonly code: string;
}

/** Turns problems into findings, ordered by file and place, each problem once. */
export function locateFindings(
  analysis: Analysis,
  problems: readonly RuleProblem[],
): readonly LocatedFinding[] {
  const ordered = withoutDuplicates([...problems].sort(byPlace));
  const identities = ordered.map((problem) => ({
    rule: problem.rule,
    event: problem.event ?? null,
    property: problem.property ?? null,
    functionName: functionAround(problem),
    code: analysis.textAt(problem.at),
  }));
  const keys = identities.map(identityKey);
  const fingerprints = fingerprintsOf(keys);
  return ordered.map((problem, index) => ({
    finding: toFinding(analysis, problem, fingerprints[index] ?? ''),
    problem,
    key: keys[index] ?? '',
    functionName: identities[index]?.functionName ?? null,
    code: normaliseCode(identities[index]?.code ?? ''),
  }));
}

function toFinding(analysis: Analysis, problem: RuleProblem, fingerprint: string): Finding {
  const { at, call } = problem;
  const start = analysis.position(at.file, at.start);
  const end = analysis.position(at.file, at.end);
  return {
    rule: problem.rule,
    severity: problem.severity,
    category: problem.category,
    file: at.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: maskPersonalValues(problem.message),
    fix: maskPersonalValues(problem.fix),
    evidence: (problem.evidence ?? []).map(maskPersonalValues),
    event: problem.event ?? null,
    property: problem.property ?? null,
    call: call ? { file: call.file, line: call.line } : null,
    via: call?.via ?? [],
    fingerprint,
    edits: problem.edits ?? [],
    status: 'new',
    piiCategory: problem.piiCategory ?? null,
    reason: null,
    cause: null,
  };
}

/** The call's own function only says something about places in the same file. */
function functionAround({ at, call }: RuleProblem): string | null {
  return call && call.file === at.file ? call.context.fnName : null;
}

function byPlace(a: RuleProblem, b: RuleProblem): number {
  return (
    compare(a.at.file, b.at.file) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

const placeKey = ({ file, start, end }: Place): string => `${start}:${end}:${file}`;

/** One wrapper call that makes several SDK calls meets a rule several times with the same result. */
function withoutDuplicates(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.rule}\0${placeKey(problem.at)}\0${problem.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
