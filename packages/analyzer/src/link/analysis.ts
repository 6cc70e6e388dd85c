import type { Config } from '../config/config.js';
import type { CodeIndex, Project } from '../rules/rule.js';
import type { Notice } from '../review/review.js';
import type { FilePath, Source } from '../source/source.js';
import type { SummaryCache } from '../summary/summary-cache.js';
import type { TypeOracle } from '../types/type-oracle.js';
import type { TypeShape } from '../types/shape.js';
import type { Facts, FactStore } from './fact-store.js';
import type { LinkRecord } from './link-record.js';
import type { EarlierLink } from './relink.js';
import type { Place, Value } from './value.js';

/** Reads what modules export, without running them. The plan reader works on this. */
export interface ModuleEvaluator {
  /** The value of an export (`default` for the default export), or null if there is none. */
  exported(file: FilePath, name: string): Value | null;
  /** Names of all exports, `default` included, re-exports followed. */
  exportNames(file: FilePath): readonly string[];
  /** Value of a member of a value: resolves namespaces, objects, enums and instances; null if unknown. */
  member(value: Value, name: string): Value | null;
  /** The file a specifier leads to from another file; null for packages outside the repository. */
  resolve(from: FilePath, specifier: string): FilePath | null;
  text(file: FilePath): string | null;
}

/** Everything the engine knows about one state of the code; the rules judge it. */
export interface Analysis {
  readonly source: Source;
  readonly project: Project;
  readonly code: CodeIndex;
  readonly evaluator: ModuleEvaluator;
  /** Files that an earlier state answered for, so that they were not looked at again. */
  readonly settled: ReadonlySet<FilePath>;
  /** What rules found out, kept for the next state. */
  readonly facts: FactStore;
  /** Files that could not be parsed, missing types and so on. */
  readonly notices: readonly Notice[];
  /** Reviewable files, and how many of them mention a tracker, so that they were parsed. */
  readonly stats: { readonly files: number; readonly parsed: number };
  typeOf(value: Value): TypeShape | null;
  textAt(place: Place): string;
  lineAt(place: Place): number;
  /** 1-based line and column of an offset in a file. */
  position(file: FilePath, offset: number): { readonly line: number; readonly column: number };
  /** What the analysis of a later state can start from, as plain data, once the rules have run; null if nothing can. */
  snapshot(): AnalysisSnapshot | null;
}

export interface AnalysisSnapshot {
  readonly record: LinkRecord;
  readonly facts: Facts;
  /** Files whose declarations the compiler has used. */
  readonly typeFiles: readonly FilePath[];
}

/** An analysis of an earlier state of the code, and how the source that is analysed now differs from it. */
export interface EarlierAnalysis extends AnalysisSnapshot, EarlierLink {}

export interface AnalyzeOptions {
  readonly config: Config;
  /** False leaves everything to names and declared types in the parsed files. */
  readonly useTypes: boolean;
  /** Where types come from; by default a compiler of our own, started when it is first asked. */
  readonly createOracle?: (source: Source) => TypeOracle;
  /** False parses every file; for the test that the prefilter loses nothing. */
  readonly usePrefilter?: boolean;
  readonly summaries?: SummaryCache | null;
  /** An earlier state to start from. The configuration and `useTypes` have to be the same. */
  readonly earlier?: EarlierAnalysis | null;
  readonly onProgress?: (progress: {
    readonly stage: string;
    readonly done: number;
    readonly total: number;
  }) => void;
}

export type Analyze = (source: Source, options: AnalyzeOptions) => Analysis;
