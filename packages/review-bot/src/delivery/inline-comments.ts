import type { BotFinding } from '../analysis/analysis-result.js';
import type { InlineComment, ReviewComment } from '../github/repository-api.js';
import type { Marker, MarkerSigner } from '../github/marker.js';
import { asCode, asText, bodyOf, placeLink, titleOf } from './finding-text.js';
import { hunkAround, hunksOf } from './patch-lines.js';
import { shortIds } from './verdict.js';
import type { Verdict, WaivedFinding } from './verdict.js';

/** What has to be done so that the comments on lines say what is the case. */
export interface InlinePlan {
  readonly create: readonly InlineComment[];
  readonly update: readonly { readonly id: number; readonly body: string }[];
}

export interface InlineRequest {
  readonly verdict: Verdict;
  /** All findings of the review, for ids that tell them apart. */
  readonly all: readonly BotFinding[];
  /** Comments of ours that start a thread. */
  readonly existing: readonly ReviewComment[];
  /** GitHub's hunks by path. */
  readonly patches: ReadonlyMap<string, string>;
  readonly head: string;
  readonly repositoryUrl: string | null;
  readonly signer: MarkerSigner;
  /** At most so many new ones; the rest is in the report. */
  readonly limit: number;
}

/** A comment on a line and what its marker says. */
interface Posted {
  readonly comment: ReviewComment;
  readonly marker: Marker;
  readonly key: FindingKey;
}

/**
 * Compares what is posted with what should be. A finding that has a comment, wherever that stands by now, gets no second
 * one; a comment whose finding is gone says so; comments and the answers of people below them are never deleted.
 */
export function planInlineComments(request: InlineRequest): InlinePlan {
  const { verdict, existing, signer } = request;
  const posted = existing.flatMap((comment): readonly Posted[] => {
    const marker = signer.read(comment.body);
    const key = marker && marker.kind !== 'report' && marker.kind !== 'reply' ? parseKey(marker.key) : null;
    return marker && key ? [{ comment, marker, key }] : [];
  });
  const wanted = [
    ...verdict.open.map((finding) => ({ finding, waived: null })),
    ...verdict.waived.map((waived) => ({ finding: waived.finding, waived })),
  ];
  const pairs = pair(
    wanted.map(({ finding }) => finding),
    posted,
  );
  const idOf = shortIds(request.all);
  const update: { id: number; body: string }[] = [];
  for (const item of posted) {
    const index = wanted.findIndex(({ finding }) => pairs.get(finding) === item);
    const match = wanted[index];
    const kind = match ? (match.waived ? 'waived' : 'finding') : 'fixed';
    const isSame =
      item.marker.kind === kind && (!match || item.key.fingerprint === match.finding.fingerprint);
    if (isSame) continue;
    const body = match ? bodyFor(match.finding, match.waived, idOf, request) : fixedBody(item, request);
    update.push({ id: item.comment.id, body });
  }
  const create = wanted
    .filter(({ finding, waived }) => waived === null && !pairs.has(finding))
    .flatMap(({ finding }) => placed(finding, idOf, request))
    .slice(0, request.limit);
  return { create, update };
}

/** The fingerprint of the finding that a comment of ours is about, whatever has become of it; null: none. */
export function fingerprintOf(body: string, signer: MarkerSigner): string | null {
  return parseKey(signer.read(body)?.key ?? '')?.fingerprint ?? null;
}

/**
 * Which comment belongs to which finding. Equal findings are told apart by their place only, and names that are part of
 * their identity can change; so what agrees in more is paired before what agrees in less, and at each step what is at the
 * same place first. A comment that still stands on its line is only moved within its file.
 */
function pair(findings: readonly BotFinding[], posted: readonly Posted[]): ReadonlyMap<BotFinding, Posted> {
  const pairs = new Map<BotFinding, Posted>();
  const taken = new Set<Posted>();
  const isAt = ({ file, line, endLine }: BotFinding, { comment }: Posted): boolean =>
    comment.path === file && comment.line !== null && comment.line >= line && comment.line <= endLine;
  const mayMove = ({ file }: BotFinding, { comment }: Posted): boolean =>
    comment.line === null || comment.path === file;
  const shares = (trait: number) => (finding: BotFinding, item: Posted) =>
    item.key.traits[trait] === finding.traits[trait];
  const [identity, event, around, subject] = [shares(0), shares(1), shares(2), shares(3)];
  const rounds: readonly ((finding: BotFinding, item: Posted) => boolean)[] = [
    (finding, item) => identity(finding, item) && isAt(finding, item),
    (finding, item) => item.key.fingerprint === finding.fingerprint,
    identity,
    (finding, item) => event(finding, item) && isAt(finding, item),
    (finding, item) => event(finding, item) && mayMove(finding, item),
    (finding, item) => around(finding, item) && isAt(finding, item),
    (finding, item) => around(finding, item) && mayMove(finding, item),
    (finding, item) => subject(finding, item) && isAt(finding, item),
  ];
  for (const fits of rounds) {
    for (const finding of findings) {
      if (pairs.has(finding)) continue;
      const item = posted.find((candidate) => !taken.has(candidate) && fits(finding, candidate));
      if (!item) continue;
      pairs.set(finding, item);
      taken.add(item);
    }
  }
  return pairs;
}

interface FindingKey {
  readonly fingerprint: string;
  readonly traits: readonly string[];
}

const keyOf = ({ fingerprint, traits }: BotFinding): string => [fingerprint, ...traits].join('-');

function parseKey(key: string): FindingKey | null {
  if (!/^[0-9a-f]{32}(?:-[0-9a-f]{12}){4}$/.test(key)) return null;
  const [fingerprint = '', ...traits] = key.split('-');
  return { fingerprint, traits };
}

/** The new comment of a finding, or none where GitHub takes none: a line outside of its diff fails the whole review. */
function placed(
  finding: BotFinding,
  idOf: (finding: BotFinding) => string,
  request: InlineRequest,
): readonly InlineComment[] {
  const patch = request.patches.get(finding.file);
  if (patch === undefined) return [];
  const hunks = hunksOf(patch);
  const { suggestion } = finding;
  if (suggestion && hunkAround(hunks, suggestion.startLine, suggestion.endLine)) {
    const body = bodyFor(finding, null, idOf, request, suggestion.text);
    return [{ path: finding.file, body, ...range(suggestion.startLine, suggestion.endLine) }];
  }
  const last = hunkAround(hunks, finding.line, finding.endLine) ? finding.endLine : finding.line;
  if (!hunkAround(hunks, finding.line, last)) return [];
  const body = bodyFor(finding, null, idOf, request);
  return [{ path: finding.file, body, ...range(finding.line, last) }];
}

const range = (first: number, last: number): { line: number; startLine: number | null } => ({
  line: last,
  startLine: first === last ? null : first,
});

function bodyFor(
  finding: BotFinding,
  waived: WaivedFinding | null,
  idOf: (finding: BotFinding) => string,
  { head, repositoryUrl, signer }: InlineRequest,
  suggestion: string | null = null,
): string {
  const place = placeLink(repositoryUrl === null ? null : `${repositoryUrl}/blob/${head}`);
  const id = idOf(finding);
  const kind = waived ? 'waived' : 'finding';
  return [
    ...(waived ? [`**Waived** by ${asCode(waived.waiver.by)}: ${asText(waived.waiver.reason)}`] : []),
    `**${titleOf(finding)}**`,
    ...bodyOf(finding, place),
    ...(suggestion === null ? [] : [fencedSuggestion(suggestion)]),
    `<sub>id \`${id}\` · answer \`/tracklint explain\` or \`/tracklint waive <reason>\`</sub>`,
    signer.mark({ kind, key: keyOf(finding) }),
  ].join('\n\n');
}

function fencedSuggestion(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}suggestion`, ...(text === '' ? [] : [text]), fence].join('\n');
}

/** Keeps what the comment said, folded away, so that answers below it can still be understood. */
function fixedBody({ comment, marker }: Posted, { head, signer }: InlineRequest): string {
  const said = comment.body
    .replace(/<!-- tracklint:[^>]*-->\s*$/, '')
    .replace(/^(`{3,})suggestion\n(?:[\s\S]*?\n)?\1$/m, '')
    .trim();
  return [
    `**Fixed** as of \`${head.slice(0, 10)}\`.`,
    `<details><summary>What it was about</summary>\n\n${said}\n\n</details>`,
    signer.mark({ kind: 'fixed', key: marker.key }),
  ].join('\n\n');
}
