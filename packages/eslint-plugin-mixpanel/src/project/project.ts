import { join } from 'node:path';
import {
  cacheDirectory,
  createRecordStore,
  createSummaryCache,
  judgeState,
  knownRules,
  workingTreeSource,
} from '@tracklint/analyzer';
import { loadConfig } from '@tracklint/analyzer/load-config';
import { readPlan } from '@tracklint/analyzer/read-plan';
import type {
  Config,
  ConfigOverride,
  FilePath,
  JudgedState,
  LocatedFinding,
  RecordStore,
  Source,
  StateRecord,
  SummaryCache,
  TypeOracle,
} from '@tracklint/analyzer';
import { watchDisk, writtenAt } from './disk-watch.js';
import type { DiskWatch } from './disk-watch.js';
import { overlaySource } from './overlay-source.js';

/** An open file as the editor has it. */
export interface Buffer {
  readonly path: FilePath;
  readonly text: string;
  /** False if the file lies on disk just like this. */
  readonly isEdited: boolean;
}

export type CreateOracle = (source: Source) => TypeOracle;

/** For how long, in milliseconds, the whole tree is taken as unchanged where the watch sees nothing. */
const TRUST_TREE_MS = 1_000;
/** For how long the watch is not asked while other files are linted, as a run over a repository does. */
const TRUST_WATCH_MS = 50;

/**
 * A project as it lies on disk, judged, and kept up to date: after a change only what the change can reach is judged
 * again, and an edited buffer is judged from the state on disk.
 */
export class Project {
  readonly #summaries: SummaryCache | null;
  readonly #records: RecordStore | null;
  #source: Source;
  #signature: string;
  #watch: DiskWatch | null = null;
  #state: JudgedState | null = null;
  #record: StateRecord | null = null;
  #config: Config | null = null;
  #lookedAt: number;
  #listedAt: number;
  #lastFile: string | null = null;

  /** @param now a clock in milliseconds */
  constructor(
    private readonly root: string,
    private readonly override: ConfigOverride | null,
    private readonly now: () => number,
  ) {
    const directory = cacheDirectory(root);
    this.#summaries = directory === null ? null : createSummaryCache(directory);
    this.#records = directory === null ? null : createRecordStore(directory, root);
    this.#source = workingTreeSource(root);
    this.#signature = signatureOf(root, this.#source);
    this.#listedAt = this.#lookedAt = now();
  }

  /** False for what is ignored, generated or too large. */
  has(path: FilePath): boolean {
    return this.#source.has(path);
  }

  read(path: FilePath): string | null {
    return this.#source.read(path);
  }

  /** Notices what happened on disk. The file that was linted last is linted again because something has changed. */
  refresh(path: FilePath): void {
    const time = this.now();
    const isAgain = this.#lastFile === path;
    this.#lastFile = path;
    if (time - this.#listedAt >= TRUST_TREE_MS) return this.#relist(time);
    if (!isAgain && time - this.#lookedAt < TRUST_WATCH_MS) return;
    this.#lookedAt = time;
    const { written, moved } = this.#watch?.look() ?? { written: [], moved: false };
    if (moved) return this.#relist(time);
    if (written.length === 0) return;
    this.#source = overlaySource(this.#source, new Map(written.map((file) => [file, null])));
    this.#state = null;
  }

  /**
   * What is found in a file.
   * @throws {ConfigError | PlanError}
   */
  findingsIn(buffer: Buffer, createOracle: CreateOracle | null): readonly LocatedFinding[] {
    const state = this.#judged();
    const { path } = buffer;
    if (!buffer.isEdited && createOracle === null) return inFile(state, path);
    const source = buffer.isEdited
      ? overlaySource(this.#source, new Map([[path, buffer.text]]))
      : this.#source;
    return inFile(this.#judge(source, createOracle, withoutFacts(this.#record, path)), path);
  }

  #relist(time: number): void {
    this.#listedAt = this.#lookedAt = time;
    const source = workingTreeSource(this.root);
    const signature = signatureOf(this.root, source);
    if (signature === this.#signature) return;
    this.#source = source;
    this.#signature = signature;
    this.#state = null;
  }

  #judged(): JudgedState {
    if (this.#state) return this.#state;
    const config = loadConfig(this.#source, {
      knownRules,
      ...(this.override ? { override: this.override } : {}),
    });
    const isSame = this.#config !== null && JSON.stringify(config) === JSON.stringify(this.#config);
    this.#config = config;
    const engine = { useTypes: false };
    if (!isSame) this.#record = this.#records?.load('editor', config, engine)?.state ?? null;
    const state = this.#judge(this.#source, null, this.#record);
    const record = state.record();
    if (!isSame) this.#records?.save('editor', config, engine, record);
    this.#summaries?.save();
    this.#watch = watchDisk(
      this.root,
      record ? watchedFiles(record) : [],
      this.#source.list().map(({ path }) => path),
    );
    this.#record = record;
    return (this.#state = state);
  }

  #judge(source: Source, createOracle: CreateOracle | null, earlier: StateRecord | null): JudgedState {
    const config = this.#config ?? loadConfig(source, { knownRules });
    const engine = {
      useTypes: createOracle !== null,
      summaries: this.#summaries,
      ...(createOracle ? { createOracle } : {}),
    };
    return judgeState(source, config, engine, readPlan, earlier);
  }
}

const inFile = ({ findings }: JudgedState, path: FilePath): readonly LocatedFinding[] =>
  findings.filter(({ finding }) => finding.file === path);

/** What was found out about the file without its types does not hold with them. */
function withoutFacts(record: StateRecord | null, path: FilePath): StateRecord | null {
  if (record === null) return null;
  const facts = new Map(record.analysis.facts);
  facts.delete(path);
  return { ...record, analysis: { ...record.analysis, facts } };
}

/** Files whose content a finding can rest on. */
function watchedFiles({ analysis: { record }, dataFiles }: StateRecord): readonly FilePath[] {
  const imported = [...record.modules.values()].flatMap(({ imports }) =>
    imports.flatMap(({ file }) => file ?? []),
  );
  return [...record.modules.keys(), ...record.unread.map(({ file }) => file), ...imported, ...dataFiles];
}

/** Changes whenever a file is added, removed or written. */
function signatureOf(root: string, source: Source): string {
  return source
    .list()
    .map(({ path, contentId }) => `${path}\0${contentId ?? writtenAt(join(root, path))}`)
    .join('\n');
}
