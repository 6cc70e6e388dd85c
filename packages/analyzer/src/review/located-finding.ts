import type { Analysis } from '../link/analysis.js';
import type { RuleProblem } from '../rules/run-rules.js';
import { fingerprintsOf, identityKey } from './fingerprint.js';
import { maskPersonalValues } from './mask-values.js';
import { normaliseCode } from './normalise-code.js';
import type { Finding } from './review.js';

/** A finding together with what comparing two states of the code needs. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly problem: RuleProblem;
  /** See `identityKey`. */
  readonly key: string;
  readonly functionName: string | null;
  /** Normalised source text of the offending node. */
  readonly code: string;
  /** 1-based line of a comment that would suppress the finding if it gave a reason; null if there is none. */
  readonly unreasonedLine: number | null;
}

/**
 * Turns problems, which have to be in the order of file and place, into findings in the same order.
 * @param known findings of problems that were located and looked for comments before
 */
export function locateFindings(
  analysis: Analysis,
  problems: readonly RuleProblem[],
  known: ReadonlyMap<RuleProblem, LocatedFinding> = new Map(),
): readonly { readonly item: LocatedFinding; readonly isKnown: boolean }[] {
  const located = problems.map((problem) => {
    const item = known.get(problem);
    return { item: item ?? locate(analysis, problem), isKnown: item !== undefined };
  });
  const fingerprints = fingerprintsOf(located.map(({ item }) => item.key));
  return located.map(({ item, isKnown }, index) => {
    const fingerprint = fingerprints[index] ?? '';
    return { item: { ...item, finding: { ...item.finding, fingerprint } }, isKnown };
  });
}

function locate(analysis: Analysis, problem: RuleProblem): LocatedFinding {
  const functionName = functionAround(problem);
  const code = analysis.textAt(problem.at);
  const { rule, event = null, property = null } = problem;
  return {
    finding: toFinding(analysis, problem),
    problem,
    key: identityKey({ rule, event, property, functionName, code }),
    functionName,
    code: normaliseCode(code),
    unreasonedLine: null,
  };
}

function toFinding(analysis: Analysis, problem: RuleProblem): Finding {
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
    event: maskedOrNull(problem.event),
    property: maskedOrNull(problem.property),
    call: call ? { file: call.file, line: call.line } : null,
    via: call?.via ?? [],
    fingerprint: '',
    edits: problem.edits ?? [],
    status: 'new',
    piiCategory: problem.piiCategory ?? null,
    reason: null,
    cause: null,
  };
}

const maskedOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : maskPersonalValues(text);

/** The call's own function only says something about places in the same file. */
function functionAround({ at, call }: RuleProblem): string | null {
  return call && call.file === at.file ? call.context.fnName : null;
}
