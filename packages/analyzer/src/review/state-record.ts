import { createHash } from 'node:crypto';
import type { Analysis, AnalysisSnapshot, EarlierAnalysis } from '../link/analysis.js';
import type { RuleProblem } from '../rules/run-rules.js';
import { isCode } from '../source/reviewable.js';
import type { FileEntry, FilePath, SkippedFile, Source } from '../source/source.js';
import type { LocatedFinding } from './located-finding.js';

/** A judged state of the code as plain data: judging another state starts from it and looks at what differs. */
export interface StateRecord {
  /** Every readable file, with an identity of its content. */
  readonly files: ReadonlyMap<FilePath, string>;
  readonly analysis: AnalysisSnapshot;
  readonly located: ReadonlyMap<RuleProblem, LocatedFinding>;
  /** Files that are no code and were read: package manifests, compiler options, data that code imports. */
  readonly dataFiles: readonly FilePath[];
  readonly skipped: readonly SkippedFile[];
}

export interface StateStart {
  /** The source, watched. */
  readonly source: Source;
  /** What the analysis starts from; null: from nothing. */
  readonly analysis: EarlierAnalysis | null;
  skipped(): readonly SkippedFile[];
  record(
    analysis: Analysis,
    findings: readonly LocatedFinding[],
    skipped: readonly SkippedFile[],
  ): StateRecord | null;
}

/** Compares a source with an earlier state and says what of it still holds. */
export function startFrom(earlier: StateRecord | null, source: Source): StateStart {
  const dataFiles = new Set(earlier?.dataFiles);
  const identityOf = identitiesIn(source);
  const difference = earlier && differenceBetween(earlier.files, source, identityOf);
  const isUsable = earlier !== null && difference !== null && canStart(earlier, difference);
  return {
    source: {
      ...source,
      read(path) {
        if (!isCode(path)) dataFiles.add(path);
        return source.read(path);
      },
    },
    analysis: isUsable
      ? {
          ...earlier.analysis,
          changed: new Set([...difference.changed, ...difference.added, ...difference.removed]),
          movesFiles: difference.added.length + difference.removed.length > 0,
        }
      : null,
    skipped() {
      if (earlier === null || difference === null) return source.skipped?.() ?? [];
      const differing = [...difference.changed, ...difference.added];
      // What its name alone gives away is no file that can be read, and found anew.
      const isUnchanged = (path: FilePath): boolean => source.has(path) && !differing.includes(path);
      const kept = earlier.skipped.filter(({ path }) => isUnchanged(path));
      const found = source.skipped?.(differing) ?? [];
      return [...kept, ...found].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    record(analysis, findings, skipped) {
      const snapshot = analysis.snapshot();
      if (snapshot === null) return null;
      const located = new Map(findings.map((item) => [item.problem, item]));
      const files = new Map(source.list().map((entry) => [entry.path, identityOf(entry)]));
      return { files, analysis: snapshot, located, dataFiles: [...dataFiles], skipped };
    },
  };
}

/** Identities of the contents of files; what git does not know is read, once. */
function identitiesIn(source: Source): (entry: FileEntry) => string {
  const read = new Map<FilePath, string>();
  return ({ path, contentId }) => {
    if (contentId !== null) return contentId;
    const known = read.get(path) ?? textId(source.read(path));
    read.set(path, known);
    return known;
  };
}

const textId = (text: string | null): string =>
  text === null ? 'unreadable' : `text ${createHash('sha1').update(text).digest('base64url')}`;

interface Difference {
  readonly changed: readonly FilePath[];
  readonly added: readonly FilePath[];
  readonly removed: readonly FilePath[];
}

function differenceBetween(
  before: ReadonlyMap<FilePath, string>,
  source: Source,
  identityOf: (entry: FileEntry) => string,
): Difference {
  const changed: FilePath[] = [];
  const added: FilePath[] = [];
  const entries = source.list();
  for (const entry of entries) {
    const old = before.get(entry.path);
    if (old === undefined) added.push(entry.path);
    else if (old !== identityOf(entry)) changed.push(entry.path);
  }
  const isAllThere = entries.length - added.length === before.size;
  const removed = isAllThere ? [] : [...before.keys()].filter((path) => !source.has(path));
  return { changed, added, removed };
}

/** Files that say where imports lead to, wherever they lie. */
const PROJECT_FILE =
  /(?:^|\/)(?:package\.json|[tj]sconfig(?:\..+)?\.json|babel\.config\.json|\.babelrc(?:\.json)?|nuxt\.config\.[cm]?[jt]s)$/;

/** False if what differs decides how files are found or which types they have, so that anything can be different. */
function canStart({ dataFiles, analysis }: StateRecord, { changed, added, removed }: Difference): boolean {
  const isData = new Set(dataFiles);
  const isType = new Set(analysis.typeFiles);
  const moved = [...added, ...removed];
  return !(
    [...changed, ...removed].some((path) => isData.has(path) || isType.has(path)) ||
    moved.some((path) => PROJECT_FILE.test(path)) ||
    (moved.length > 0 && isType.size > 0)
  );
}
