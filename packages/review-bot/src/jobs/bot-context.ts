import type { AnalysisInput } from '../analysis/analysis-input.js';
import type { AnalysisResult } from '../analysis/analysis-result.js';
import type { Snapshot } from '../code/snapshot.js';
import type { Installation } from '../github/app-api.js';
import type { RepositoryApi } from '../github/repository-api.js';
import type { ContentBudget } from '../queue/content-budget.js';
import type { Job } from '../queue/job.js';
import type { ConcludedHeads } from './concluded-heads.js';

/** A repository as the jobs see it. */
export interface OpenRepository {
  readonly api: RepositoryApi;
  /** The files of a commit; their contents are in the blob store when it resolves. */
  snapshot(commit: string, signal: AbortSignal): Promise<Snapshot>;
}

/** Everything that jobs need from outside. */
export interface BotContext {
  open(repository: {
    readonly installation: number;
    readonly owner: string;
    readonly repo: string;
  }): Promise<OpenRepository>;
  analyse(input: Omit<AnalysisInput, 'blobs'>, signal: AbortSignal): Promise<AnalysisResult>;
  readonly budget: ContentBudget;
  /** Login of the account whose comments are ours, such as `tracklint[bot]`. */
  botLogin(): Promise<string>;
  /** Secret that signs the markers of our comments. */
  readonly markerKey: string;
  /** What a check concludes when the bot itself fails. */
  readonly onFailure: 'neutral' | 'failure';
  /** Stores jobs that follow from one; the same name twice stores them once. */
  enqueue(name: string, jobs: readonly Job[]): Promise<void>;
  installations(): Promise<readonly Installation[]>;
  readonly concludedHeads: ConcludedHeads;
  /** Asks GitHub for the webhooks that did not reach us. */
  redeliverFailed(): Promise<void>;
  now(): Date;
}
