import { createHash } from 'node:crypto';
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
import { editorRules } from '../editor-rules.js';
import { createDiskWatch, writtenAt } from './disk-watch.js';
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
/** For how long the disk is not looked at while other files are linted for the first time, as a run over a repository does. */
const TRUST_WATCH_MS = 50;
/** In a project of so many files, asking the disk about all of them takes a few milliseconds. */
const SMALL_PROJECT = 1_000;

type Outcome =
  | { readonly kind: 'judged'; readonly state: JudgedState }
  /** The configuration or the plan cannot be used. */
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * A project as it lies on disk, judged, and kept up to date: after a change only what the change can reach is judged
 * again, and an edited buffer is judged from the state on disk.
 */
export class Project {
  readonly #summaries: SummaryCache | null;
  readonly #records: RecordStore | null;
  #source: Source;
  #signature: string;
  readonly #watch: DiskWatch;
  #outcome: Outcome | null = null;
  #record: StateRecord | null = null;
  #config: Config | null = null;
  #lookedAt: number;
  #listedAt: number;
  /** Digests of the texts that were linted, until the first file that is linted again. */
  readonly #run = new Map<FilePath, string>();

  /** @param now a clock in milliseconds */
  constructor(
    private readonly root: string,
    private readonly override: ConfigOverride | null,
    private readonly now: () => number,
  ) {
    const directory = cacheDirectory(root);
    this.#summaries = directory === null ? null : createSummaryCache(directory);
    this.#records = directory === null ? null : createRecordStore(directory, root);
    this.#watch = createDiskWatch(root);
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

  /** Notices what happened on disk. A file that is linted again is linted because something may have changed. */
  refresh(path: FilePath, text: string): void {
    const time = this.now();
    const digest = createHash('sha1').update(text).digest('base64url');
    const earlier = this.#run.get(path);
    if (earlier !== undefined) this.#run.clear();
    this.#run.set(path, digest);
    if (time - this.#listedAt >= TRUST_TREE_MS) return this.#relist(time);
    if (earlier === undefined && time - this.#lookedAt < TRUST_WATCH_MS) return;
    this.#lookedAt = time;
    const isAll = earlier === digest || this.#source.list().length <= SMALL_PROJECT;
    const { written, moved } = this.#watch.look(isAll ? 'all' : this.#restingOn(path));
    if (moved) return this.#relist(time);
    if (written.length === 0) return;
    this.#source = overlaySource(this.#source, new Map(written.map((file) => [file, null])));
    this.#outcome = null;
  }

  /**
   * What is found in a file.
   * @throws {ConfigError | PlanError}
   */
  findingsIn(buffer: Buffer, createOracle: CreateOracle | null): readonly LocatedFinding[] {
    const onDisk = this.#judged();
    const { path } = buffer;
    const source = buffer.isEdited
      ? overlaySource(this.#source, new Map([[path, buffer.text]]))
      : this.#source;
    const state = buffer.isEdited ? this.#judge(source, null, this.#record) : onDisk;
    if (createOracle === null || !sendsWhole(state, path)) return inFile(state, path);
    return inFile(this.#judge(source, createOracle, withoutFacts(this.#record, path)), path);
  }

  /**
   * Files that what is found in a file rests on. One that only now makes a tracker known without being imported, as a
   * global or a context, is not among them, and is noticed when the file is linted again as it is or the tree is listed.
   */
  #restingOn(path: FilePath): ReadonlySet<FilePath> | 'all' {
    if (this.#record === null || this.#outcome?.kind !== 'judged') return 'all';
    return watchedFiles(this.#record)
      .add(path)
      .add(this.#config?.file ?? path);
  }

  #relist(time: number): void {
    this.#listedAt = this.#lookedAt = time;
    const source = workingTreeSource(this.root);
    const signature = signatureOf(this.root, source);
    if (signature === this.#signature) return;
    this.#source = source;
    this.#signature = signature;
    this.#outcome = null;
  }

  #judged(): JudgedState {
    if (this.#outcome === null) {
      // Before anything is read, so that what is written meanwhile is seen.
      this.#watch.watch(this.#source.list().map(({ path }) => path));
      try {
        this.#outcome = { kind: 'judged', state: this.#judgeDisk() };
      } catch (error) {
        this.#outcome = { kind: 'failed', error };
      }
    }
    if (this.#outcome.kind === 'failed') throw this.#outcome.error;
    return this.#outcome.state;
  }

  #judgeDisk(): JudgedState {
    const config = loadConfig(this.#source, {
      knownRules,
      ...(this.override ? { override: this.override } : {}),
    });
    const isSame = this.#config !== null && JSON.stringify(config) === JSON.stringify(this.#config);
    this.#config = config;
    const engine = { useTypes: false, rules: editorRules };
    if (!isSame) this.#record = this.#records?.load('editor', config, engine)?.state ?? null;
    const state = this.#judge(this.#source, null, this.#record);
    const record = state.record();
    // What is kept is for the next process; whoever waits for this lint need not wait for it.
    setImmediate(() => {
      if (!isSame) this.#records?.save('editor', config, engine, record);
      this.#summaries?.save();
    });
    this.#record = record;
    return state;
  }

  #judge(source: Source, createOracle: CreateOracle | null, earlier: StateRecord | null): JudgedState {
    const config = this.#config ?? loadConfig(source, { knownRules });
    const engine = {
      useTypes: createOracle !== null,
      rules: editorRules,
      summaries: this.#summaries,
      ...(createOracle ? { createOracle } : {}),
    };
    return judgeState(source, config, engine, readPlan, earlier);
  }
}

const inFile = ({ findings }: JudgedState, path: FilePath): readonly LocatedFinding[] =>
  findings.filter(({ finding }) => finding.file === path);

/** True if a call of the file sends something whole: only there can types say more than the code does. */
const sendsWhole = ({ analysis }: JudgedState, path: FilePath): boolean =>
  analysis.project.calls.some(({ file, open }) => file === path && open.length > 0);

/** What was found out about the file without its types does not hold with them. */
function withoutFacts(record: StateRecord | null, path: FilePath): StateRecord | null {
  if (record === null) return null;
  const facts = new Map(record.analysis.facts);
  facts.delete(path);
  return { ...record, analysis: { ...record.analysis, facts } };
}

/** Files whose content a finding can rest on. */
function watchedFiles({ analysis: { record }, dataFiles }: StateRecord): Set<FilePath> {
  const files = new Set([...record.modules.keys(), ...record.unread.map(({ file }) => file), ...dataFiles]);
  for (const { imports } of record.modules.values())
    for (const { file } of imports) if (file !== null) files.add(file);
  return files;
}

/** Changes whenever a file is added, removed or written. */
function signatureOf(root: string, source: Source): string {
  return source
    .list()
    .map(({ path, contentId }) => `${path}\0${contentId ?? writtenAt(join(root, path))}`)
    .join('\n');
}
