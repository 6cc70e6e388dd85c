import type { AnalysisResult, BotFinding, SuppressedFinding } from '../analysis/analysis-result.js';
import type { Waiver } from '../commands/standing.js';

export interface WaivedFinding {
  readonly finding: BotFinding | SuppressedFinding;
  readonly waiver: Waiver;
}

/** What a review comes to, after what people have accepted. */
export interface Verdict {
  readonly conclusion: 'success' | 'failure';
  /** Findings that nobody has accepted. */
  readonly open: readonly BotFinding[];
  readonly waived: readonly WaivedFinding[];
  /** Suppressed by comments that the change adds, and not waived. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Those of `open` and `suppressed` that hold the gate. */
  readonly blocking: readonly (BotFinding | SuppressedFinding)[];
}

const RANK = { P0: 0, P1: 1, P2: 2, P3: 3, never: -1 } as const;

/**
 * A finding holds the gate if it is at least as severe as the base branch's `failOn`. So does one that the change itself
 * suppresses: otherwise a comment would be enough to switch the gate off.
 */
export function judge(result: AnalysisResult, waivers: readonly Waiver[]): Verdict {
  const { failOn, suppressions } = result.pullRequests;
  const waiverOf = waiverFinder([...result.findings, ...result.suppressed], waivers);
  const open = result.findings.filter((finding) => !waiverOf(finding));
  const suppressed = result.suppressed.filter((finding) => !waiverOf(finding));
  const waived = [...result.findings, ...result.suppressed].flatMap((finding) => {
    const waiver = waiverOf(finding);
    return waiver ? [{ finding, waiver }] : [];
  });
  const counting = suppressions === 'gate' ? [...open, ...suppressed] : open;
  const blocking = counting.filter(({ severity }) => RANK[severity] <= RANK[failOn]);
  return { conclusion: blocking.length === 0 ? 'success' : 'failure', open, waived, suppressed, blocking };
}

/** The first waiver of a finding counts; one whose id means several findings means none. */
function waiverFinder(
  findings: readonly BotFinding[],
  waivers: readonly Waiver[],
): (finding: BotFinding) => Waiver | null {
  const found = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const meant = findings.filter(({ fingerprint }) => fingerprint.startsWith(waiver.id));
    const [only] = meant;
    if (meant.length === 1 && only && !found.has(only.fingerprint)) found.set(only.fingerprint, waiver);
  }
  return ({ fingerprint }) => found.get(fingerprint) ?? null;
}

/** How few digits a finding's id has at least. */
const SHORTEST_ID = 8;

/** The ids that people use: the first digits of fingerprints, as many as tell all of them apart. */
export function shortIds(findings: readonly BotFinding[]): (finding: BotFinding) => string {
  const fingerprints = [...new Set(findings.map(({ fingerprint }) => fingerprint))];
  let length = SHORTEST_ID;
  while (length < 32 && new Set(fingerprints.map((own) => own.slice(0, length))).size < fingerprints.length)
    length += 1;
  return ({ fingerprint }) => fingerprint.slice(0, length);
}
