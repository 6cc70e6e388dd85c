import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { findRoot, judgeState, knownRules, memorySource } from '@tracklint/analyzer';
import { loadConfig } from '@tracklint/analyzer/load-config';
import { readPlan } from '@tracklint/analyzer/read-plan';
import type { ConfigOverride, FilePath, LocatedFinding } from '@tracklint/analyzer';
import { oracleOf } from '../types/parser-services.js';
import type { ParserServices } from '../types/parser-services.js';
import { Project } from './project.js';
import { inBlock, scriptBlock } from './script-block.js';

/** What is needed to know about the linted file; ESLint's rule context has it. */
export interface LintedFile {
  /** Absolute, or something like `<input>` for text that belongs to no file. */
  readonly filename: string;
  /** Where ESLint runs. */
  readonly cwd: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sourceCode: {
    /** Another one in every lint; oxlint has one `sourceCode` for all of them. */
    readonly ast: object;
    /** Without byte order mark. */
    readonly text: string;
    readonly hasBOM: boolean;
    readonly parserServices?: ParserServices | null;
  };
}

/** What the analyzer finds in a linted file. */
export interface FileReview {
  /** Ordered by place. */
  readonly findings: readonly LocatedFinding[];
  /** Why nothing could be found out, in one sentence; null if nothing went wrong. */
  readonly failure: string | null;
}

export interface Projects {
  /** All rules of one lint share one review, so the second rule costs nothing. Never throws. */
  reviewOf(file: LintedFile): FileReview;
}

const SETTINGS = 'mixpanel';

/** @param now a clock in milliseconds */
export function createProjects(now: () => number): Projects {
  const projects = new Map<string, Project>();
  let last: { readonly of: readonly unknown[]; readonly review: FileReview } | null = null;

  const projectAt = (root: string, override: ConfigOverride | null): Project => {
    const key = `${root}\0${override ? JSON.stringify(override.value) : ''}`;
    let project = projects.get(key);
    if (!project) projects.set(key, (project = new Project(root, override, now)));
    return project;
  };

  const find = (file: LintedFile): readonly LocatedFinding[] => {
    const { filename, cwd, sourceCode, settings } = file;
    const value = settings[SETTINGS];
    const override = value === undefined ? null : { label: `settings.${SETTINGS}`, value };
    if (!isAbsolute(filename)) return reviewText(sourceCode.text, override);
    const { root, path } = locate(filename, cwd);
    const project = projectAt(root, override);
    project.refresh(path, sourceCode.text);
    // A file that lies there but is not in the source is ignored, generated or too large.
    if (!project.has(path) && existsSync(filename)) return [];
    const onDisk = project.read(path);
    const block = scriptBlock(path, onDisk, sourceCode.text);
    if (block) return inBlock(project.findingsIn({ path, text: onDisk ?? '', isEdited: false }, null), block);
    const isEdited = sourceCode.hasBOM || onDisk !== sourceCode.text;
    return project.findingsIn(
      { path, text: sourceCode.text, isEdited },
      oracleOf(sourceCode.parserServices, root),
    );
  };

  return {
    reviewOf(file) {
      const { sourceCode, filename, settings } = file;
      const of = [sourceCode.ast, filename, settings[SETTINGS]];
      if (last && last.of.every((part, index) => part === of[index])) return last.review;
      last = { of, review: attempt(() => find(file)) };
      return last.review;
    },
  };
}

/** An editor must not lose its other rules because of ours, so whatever goes wrong becomes a message. */
function attempt(find: () => readonly LocatedFinding[]): FileReview {
  try {
    return { findings: find(), failure: null };
  } catch (error) {
    return { findings: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

function reviewText(text: string, override: ConfigOverride | null): readonly LocatedFinding[] {
  const source = memorySource({ 'input.tsx': text });
  const config = loadConfig(source, { knownRules, ...(override ? { override } : {}) });
  return judgeState(source, config, { useTypes: false }, readPlan).findings;
}

/** The project is the one of ESLint's working directory, as on the command line, or of the file if it lies elsewhere. */
function locate(filename: string, cwd: string): { readonly root: string; readonly path: FilePath } {
  const folder = realPath(dirname(filename));
  const below = (root: string): string => relative(root, join(folder, basename(filename)));
  const isOutside = (path: string): boolean => path.startsWith(`..${sep}`) || isAbsolute(path);
  const around = realPath(findRoot(cwd));
  // A host that runs at the top of the disk, as the rule tester does, does not mean the whole disk.
  const isWholeDisk = dirname(around) === around;
  const root = isWholeDisk || isOutside(below(around)) ? findRoot(folder) : around;
  return { root, path: below(root).split(sep).join('/') };
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
