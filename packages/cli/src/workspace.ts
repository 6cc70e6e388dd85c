import { resolve, sep } from 'node:path';
import {
  cacheDirectory,
  createRecordStore,
  createSummaryCache,
  findRoot,
  knownRules,
  loadConfigOnDemand,
  openScope,
  readBaseline,
} from '@tracklint/analyzer';
import type {
  Baseline,
  Config,
  EngineOptions,
  OpenScope,
  RecordStore,
  ScopeRequest,
} from '@tracklint/analyzer';
import { UsageError } from './failure.js';
import { createProgress } from './progress.js';

/** What every command starts from. */
export interface Workspace {
  readonly root: string;
  /** Where the command was started. */
  readonly directory: string;
  readonly scope: OpenScope;
  readonly config: Config;
  readonly engine: EngineOptions;
  /** Judged states of earlier runs; null if nothing is kept between runs. */
  readonly records: RecordStore | null;
  /** Takes the progress line away; before anything is printed. */
  clearProgress(): void;
}

export interface WorkspaceOptions {
  readonly types: boolean;
  readonly cache: boolean;
}

/** The working tree unless another scope is asked for. The configuration is read from the reviewed state itself. */
export async function openWorkspace(
  options: WorkspaceOptions,
  request: ScopeRequest = { mode: 'all', baseRef: null },
): Promise<Workspace> {
  const directory = process.cwd();
  const root = findRoot(directory);
  const progress = createProgress(process.stderr, Date.now);
  const scope = openScope(root, request);
  const cache = options.cache ? cacheDirectory(root) : null;
  const config = await loadConfigOnDemand(scope.head, { knownRules });
  return {
    root,
    directory,
    scope,
    config,
    engine: {
      useTypes: options.types,
      summaries: cache === null ? null : createSummaryCache(cache),
      onProgress: progress.onProgress,
    },
    records: cache === null ? null : createRecordStore(cache, root),
    clearProgress: () => progress.clear(),
  };
}

export interface BaselineFile {
  /** Absolute. */
  readonly path: string;
  /** As messages call it. */
  readonly label: string;
}

/**
 * The baseline that was asked for, relative to where the command was started, or the configured one.
 * @throws {UsageError} if the configuration, which is not always one's own, names a file elsewhere
 */
export function baselineFile(
  { root, directory, config }: Workspace,
  asked: string | undefined,
): BaselineFile {
  if (asked !== undefined) return { path: resolve(directory, asked), label: asked };
  const path = resolve(root, config.baseline);
  if (!path.startsWith(`${root.replace(/[/\\]$/, '')}${sep}`)) {
    throw new UsageError(
      `The baseline ${config.baseline} lies outside of ${root}; correct "baseline" in the configuration.`,
    );
  }
  return { path, label: config.baseline };
}

/** @throws {UsageError} if a baseline was asked for and is not there */
export function openBaseline(workspace: Workspace, asked: string | undefined): Baseline | null {
  const { path, label } = baselineFile(workspace, asked);
  const baseline = readBaseline(path, label);
  if (baseline === null && asked !== undefined) {
    throw new UsageError(`The baseline ${label} does not exist; make it with "tracklint baseline create".`);
  }
  return baseline;
}
