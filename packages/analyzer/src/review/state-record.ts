import { createHash } from 'node:crypto';
import type { Analysis, AnalysisSnapshot, EarlierAnalysis } from '../link/analysis.js';
import type { RuleProblem } from '../rules/run-rules.js';
import { once } from '../source/once.js';
import { isCode } from '../source/reviewable.js';
import type { FilePath, SkippedFile, Source } from '../source/source.js';
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
  const contents = once(() => contentsOf(source));
  const difference = earlier && differenceBetween(earlier.files, contents());
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
      const differing = new Set([...difference.changed, ...difference.added]);
      const isUnchanged = (path: FilePath): boolean => !differing.has(path) && contents().has(path);
      const kept = earlier.skipped.filter(({ path }) => isUnchanged(path));
      const found = source.skipped?.(isUnchanged) ?? [];
      return [...kept, ...found].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    record(analysis, findings, skipped) {
      const snapshot = analysis.snapshot();
      if (snapshot === null) return null;
      const located = new Map(findings.map((item) => [item.problem, item]));
      return { files: contents(), analysis: snapshot, located, dataFiles: [...dataFiles], skipped };
    },
  };
}

/** Identities of the contents of all files; what git does not know is read. */
function contentsOf(source: Source): ReadonlyMap<FilePath, string> {
  return new Map(source.list().map(({ path, contentId }) => [path, contentId ?? textId(source.read(path))]));
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
  after: ReadonlyMap<FilePath, string>,
): Difference {
  const changed: FilePath[] = [];
  const added: FilePath[] = [];
  for (const [path, id] of after) {
    const old = before.get(path);
    if (old === undefined) added.push(path);
    else if (old !== id) changed.push(path);
  }
  const isAllThere = after.size - added.length === before.size;
  const removed = isAllThere ? [] : [...before.keys()].filter((path) => !after.has(path));
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
