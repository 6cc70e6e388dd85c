import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { findRoot, judgeState, knownRules, memorySource, once, workingTreeSource } from '@tracklint/analyzer';
import { loadConfig } from '@tracklint/analyzer/load-config';
import { readPlan } from '@tracklint/analyzer/read-plan';
import type { FilePath, RuleProblem, Source } from '@tracklint/analyzer';
import { overlaySource } from './overlay-source.js';

/** What the reviews need to know about the linted file; ESLint's rule context has it. */
export interface LintedFile {
  /** Absolute, or something like `<input>` for text that belongs to no file. */
  readonly filename: string;
  /** Where ESLint runs. */
  readonly cwd: string;
  /** One object for each lint of a file; `text` is without byte order mark. */
  readonly sourceCode: { readonly text: string; readonly hasBOM: boolean };
}

export interface ProjectReviews {
  /** Everything the analyzer's rules find in the linted file as it is in the editor, ordered by place. */
  problemsIn(file: LintedFile): readonly RuleProblem[];
}

export interface ProjectReviewsOptions {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** For how long, in milliseconds, a project is taken as unchanged on disk without looking. */
  readonly trustMs: number;
}

interface ProjectState {
  readonly source: Source;
  readonly signature: string;
  readonly checkedAt: number;
  /** The review of the project as it lies on disk; made when it is first asked for. */
  readonly onDisk: () => readonly RuleProblem[];
}

/**
 * Reviews whole projects and hands out what belongs to one file. A file whose buffer equals the disk shares the review of
 * its project with all others, so a run over a repository analyses it once; an edited buffer is analysed in place of its
 * file.
 */
export function createProjectReviews({ now, trustMs }: ProjectReviewsOptions): ProjectReviews {
  const states = new Map<string, ProjectState>();
  const perLint = new WeakMap<LintedFile['sourceCode'], readonly RuleProblem[]>();

  const stateOf = (root: string): ProjectState => {
    const known = states.get(root);
    const time = now();
    if (known && time - known.checkedAt < trustMs) return known;
    const source = workingTreeSource(root);
    const signature = signatureOf(root, source);
    const isUnchanged = known?.signature === signature;
    const state = isUnchanged
      ? { ...known, checkedAt: time }
      : { source, signature, checkedAt: time, onDisk: once(() => review(source)) };
    states.set(root, state);
    return state;
  };

  const find = ({ filename, cwd, sourceCode }: LintedFile): readonly RuleProblem[] => {
    if (!isAbsolute(filename)) return review(memorySource({ 'input.tsx': sourceCode.text }));
    const { root, path } = locate(filename, cwd);
    const { source, onDisk } = stateOf(root);
    // A file that lies there but is not in the source is ignored, generated or too large.
    if (!source.has(path) && existsSync(filename)) return [];
    const isSaved = !sourceCode.hasBOM && source.read(path) === sourceCode.text;
    return inFile(isSaved ? onDisk() : review(overlaySource(source, path, sourceCode.text)), path);
  };

  return {
    problemsIn(file) {
      let found = perLint.get(file.sourceCode);
      if (!found) perLint.set(file.sourceCode, (found = find(file)));
      return found;
    },
  };
}

function review(source: Source): readonly RuleProblem[] {
  const engine = { useTypes: false };
  return judgeState(source, loadConfig(source, { knownRules }), engine, readPlan).findings.map(
    ({ problem }) => problem,
  );
}

function inFile(problems: readonly RuleProblem[], path: FilePath): readonly RuleProblem[] {
  return problems.filter((problem) => problem.at.file === path);
}

/** Changes whenever a file is added, removed or written. */
function signatureOf(root: string, source: Source): string {
  return source
    .list()
    .map(({ path, contentId }) => `${path}\0${contentId ?? writtenAt(join(root, path))}`)
    .join('\n');
}

function writtenAt(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? `${status.mtimeMs}:${status.size}` : 'absent';
}

/** The project is the one of ESLint's working directory, as on the command line, or of the file if it lies elsewhere. */
function locate(filename: string, cwd: string): { readonly root: string; readonly path: FilePath } {
  const folder = realPath(dirname(filename));
  const below = (root: string): string => relative(root, join(folder, basename(filename)));
  const isOutside = (path: string): boolean => path.startsWith(`..${sep}`) || isAbsolute(path);
  const around = realPath(findRoot(cwd));
  const root = isOutside(below(around)) ? findRoot(folder) : around;
  return { root, path: below(root).split(sep).join('/') };
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
