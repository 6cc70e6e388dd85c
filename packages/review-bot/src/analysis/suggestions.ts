import {
  judgeState,
  loadPlanReader,
  maskKeyedValues,
  maskPersonalValues,
  rewrite,
  terminalSafe,
} from '@tracklint/analyzer';
import type { Config, EngineOptions, Finding, JudgedState, ReviewResult, Source } from '@tracklint/analyzer';
import { blobId } from '../code/blob-files.js';

/** New text of whole lines of a file; 1-based, both ends included. */
export interface Suggestion {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** More comments than this are not posted in one review. */
const MOST_SUGGESTIONS = 30;
const MOST_LINES = 20;
interface Candidate {
  readonly finding: Finding;
  readonly edit: Finding['edits'][number];
  readonly suggestion: Suggestion;
}

/** How a state is judged, for judging it once more. */
interface Engine {
  readonly source: Source;
  readonly config: Config;
  readonly engine: EngineOptions;
}

/**
 * Turns the edits of findings into new text of whole lines. Each is put into its file, and the result is parsed and judged
 * again: what does not remove its finding, or brings a new one, is not suggested.
 * @returns by fingerprint
 */
export async function suggest(
  findings: readonly Finding[],
  engine: Engine,
  reviewed: ReviewResult,
): Promise<ReadonlyMap<string, Suggestion>> {
  const candidates = findings
    .flatMap((finding) => candidateOf(finding, engine.source))
    .slice(0, MOST_SUGGESTIONS);
  if (candidates.length === 0) return new Map();
  const readPlan = await loadPlanReader(engine.source, engine.config);
  const record = reviewed.record();
  const judgeWith = (applied: readonly Candidate[]): JudgedState =>
    judgeState(withEdits(engine.source, applied), engine.config, engine.engine, readPlan, record);
  const mends = (applied: readonly Candidate[]): boolean => isMended(reviewed, judgeWith(applied), applied);
  // Judging all of them at once is nearly always enough, and as dear as judging one.
  const good =
    areApart(candidates) && mends(candidates) ? candidates : candidates.filter((one) => mends([one]));
  return new Map(good.map(({ finding, suggestion }) => [finding.fingerprint, suggestion]));
}

function candidateOf(finding: Finding, source: Source): readonly Candidate[] {
  const text = source.read(finding.file);
  const edit = finding.edits.find(({ isSafe }) => isSafe) ?? finding.edits[0];
  if (text === null || !edit || edit.changes.length === 0) return [];
  if (edit.changes.some(({ at }) => at.file !== finding.file)) return [];
  const suggestion = wholeLines(text, edit);
  const isFit =
    suggestion.endLine - suggestion.startLine < MOST_LINES &&
    // What is not seen, or shows text in another order, must not be accepted with one click.
    suggestion.text.split(/[\n\t]/).every((part) => terminalSafe(part) === part) &&
    // It quotes the lines around the edit, which may hold what must not be repeated.
    maskKeyedValues(maskPersonalValues(suggestion.text)) === suggestion.text;
  return isFit ? [{ finding, edit, suggestion }] : [];
}

/** The lines that an edit touches, as they are with it. */
function wholeLines(text: string, edit: Candidate['edit']): Suggestion {
  const first = Math.min(...edit.changes.map(({ at }) => at.start));
  const last = Math.max(...edit.changes.map(({ at }) => at.end));
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const lineEnd = text.indexOf('\n', last);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const after = rewrite(text, edit.changes);
  const before = linesOf(text.slice(start, end));
  const now = linesOf(after.slice(start, after.length - (text.length - end)));
  let startLine = text.slice(0, start).split('\n').length;
  while (before.length > 1 && now.length > 1 && before[0] === now[0]) {
    before.shift();
    now.shift();
    startLine += 1;
  }
  while (before.length > 1 && now.length > 0 && before.at(-1) === now.at(-1)) {
    before.pop();
    now.pop();
  }
  return { startLine, endLine: startLine + before.length - 1, text: now.join('\n') };
}

const linesOf = (text: string): string[] => text.replace(/\r(?=\n|$)/g, '').split('\n');

type Change = Candidate['edit']['changes'][number];

/** Edits that share lines cannot be accepted one after the other. */
function areApart(candidates: readonly Candidate[]): boolean {
  return candidates.every((one, index) =>
    candidates
      .slice(index + 1)
      .every(
        (other) =>
          other.finding.file !== one.finding.file ||
          other.suggestion.startLine > one.suggestion.endLine ||
          one.suggestion.startLine > other.suggestion.endLine,
      ),
  );
}

/** The source as it is once the edits were accepted. */
function withEdits(source: Source, applied: readonly Candidate[]): Source {
  const changes = new Map<string, Change[]>();
  for (const { finding, edit } of applied)
    changes.set(finding.file, [...(changes.get(finding.file) ?? []), ...edit.changes]);
  const texts = new Map([...changes].map(([file, all]) => [file, rewrite(source.read(file) ?? '', all)]));
  const { skipped } = source;
  return {
    label: 'suggestions',
    list: () =>
      source.list().map((entry) => {
        const text = texts.get(entry.path);
        return text === undefined
          ? entry
          : { path: entry.path, contentId: blobId(Buffer.from(text), entry.contentId ?? '') };
      }),
    has: (path) => source.has(path),
    read: (path) => texts.get(path) ?? source.read(path),
    search: (words, options) => [...new Set([...source.search(words, options), ...texts.keys()])].sort(),
    ...(skipped ? { skipped: (among) => skipped(among) } : {}),
  };
}

/** Exactly the findings of the edits are gone, and every file can still be parsed. */
function isMended(before: JudgedState, after: JudgedState, applied: readonly Candidate[]): boolean {
  const edited = new Set(applied.map(({ finding }) => finding.file));
  const isBroken = (state: JudgedState): boolean =>
    state.notices.some(({ kind, file }) => kind === 'unparsed' && file !== null && edited.has(file));
  if (isBroken(after) && !isBroken(before)) return false;
  const counts = new Map<string, number>();
  const count = (key: string, by: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const keys = new Map(before.findings.map(({ finding, key }) => [finding.fingerprint, key]));
  for (const { key } of before.findings) count(key, 1);
  for (const { finding } of applied) count(keys.get(finding.fingerprint) ?? '', -1);
  for (const { key } of after.findings) count(key, -1);
  return [...counts.values()].every((left) => left >= 0) && isGone(before, after, applied, keys);
}

function isGone(
  before: JudgedState,
  after: JudgedState,
  applied: readonly Candidate[],
  keys: ReadonlyMap<string, string>,
): boolean {
  const number = (state: JudgedState, key: string): number =>
    state.findings.filter((item) => item.key === key).length;
  return applied.every(({ finding }) => {
    const key = keys.get(finding.fingerprint) ?? '';
    return number(after, key) < number(before, key);
  });
}
