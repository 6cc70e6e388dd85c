import { realpathSync } from 'node:fs';
import { mayBeSkipped, toFileText } from './file-text.js';
import type { FileText } from './file-text.js';
import type { DiskCopy } from './disk-copy.js';
import { GitError, runGit } from './git.js';
import type { GitOptions } from './git.js';
import { grepWithGit } from './git-grep.js';
import type { GrepPlace } from './git-grep.js';
import { MAX_FILE_BYTES, fileKind, isCode } from './reviewable.js';
import { searchByReading, searchFiles } from './search-text.js';
import type { FilePath, SkippedFile, Source } from './source.js';

export interface Blob {
  readonly path: FilePath;
  readonly id: string;
}

interface BlobEntry {
  readonly path: FilePath;
  readonly contentId: string;
}

/** How many bytes of blobs are fetched with one git process. */
const BATCH_BYTES = 64_000_000;
/** So few blobs are read without asking for their sizes first, which is a process more. */
const BLOBS_READ_UNSIZED = 32;
const NEW_LINE = 10;
const BLOBS_READ_TOGETHER = 100;
/** The sizes of up to so many files are known sooner from the working tree than from git. */
const MAX_FILES_SIZED_BY_READING = 100;
/** If more files than this differ from the working tree, git searches its blobs faster than they are read here. */
const MAX_FILES_SEARCHED_BY_READING = 300;

/**
 * A source whose files are git blobs. What lies unmodified in the working tree is read and searched there; the rest
 * comes from `git cat-file`: announced with `prefetch` in one process, else each in its own.
 */
export function blobSource(
  directory: string,
  label: string,
  blobs: readonly Blob[],
  grep: GrepPlace,
  copy: () => DiskCopy,
): Source {
  const entries: BlobEntry[] = [];
  const code: BlobEntry[] = [];
  const generated: FilePath[] = [];
  const readable = new Map<FilePath, string>();
  for (const { path, id } of inOrder(blobs)) {
    const kind = fileKind(path);
    if (kind === 'generated') generated.push(path);
    if (kind === null || kind === 'generated') continue;
    const entry = { path, contentId: id };
    entries.push(entry);
    if (kind === 'code') code.push(entry);
    readable.set(path, id);
  }
  const contents = new Map<string, FileText>();
  const sizes = new Map<string, number>();

  const entriesOf = (paths: readonly FilePath[]): readonly BlobEntry[] =>
    paths.flatMap((path) => {
      const contentId = readable.get(path);
      return contentId === undefined ? [] : [{ path, contentId }];
    });
  /** Reads what is not known yet and lies in the working tree; returns the ids of the rest. */
  const loadCopies = (blobs: readonly BlobEntry[]): string[] => {
    const missing = new Set<string>();
    for (const { path, contentId } of blobs) {
      if (contents.has(contentId)) continue;
      const found = copy().read(path, contentId);
      if (found) contents.set(contentId, found);
      else missing.add(contentId);
    }
    return [...missing];
  };
  /** Reads what is not known yet: from the copy on disk, then the rest in one process. */
  const load = (paths: readonly FilePath[]): void => {
    const missing = loadCopies(entriesOf(paths));
    if (missing.length > 0)
      for (const [id, content] of readBlobs(directory, missing, sizes)) contents.set(id, content);
  };
  const contentOf = (path: FilePath): FileText | undefined => {
    load([path]);
    return contents.get(readable.get(path) ?? '');
  };

  const searchCopy = (words: readonly string[], ignoreCase: boolean): readonly FilePath[] | null => {
    const disk = copy();
    const elsewhere = code.filter(({ path, contentId }) => !disk.isCopy(path, contentId));
    if (elsewhere.length > MAX_FILES_SEARCHED_BY_READING) return null;
    const onDisk = disk.search(words, ignoreCase);
    if (onDisk === null) return null;
    const changed = new Set(elsewhere.map((entry) => entry.path));
    const inChanged = new Set(searchFiles(source, [...changed], words, { ignoreCase }));
    return code.flatMap(({ path }) => ((changed.has(path) ? inChanged : onDisk).has(path) ? [path] : []));
  };

  const source: Source = {
    label,
    directory: realpathSync(directory),
    list: () => entries,
    has: (path) => readable.has(path),
    read(path) {
      const found = contentOf(path);
      return found?.kind === 'text' ? found.text : null;
    },
    prefetch: load,
    search(words, options) {
      const found = searchCopy(words, options.ignoreCase);
      if (found !== null) return found;
      const inBlobs = grepWithGit(directory, grep, words, options.ignoreCase);
      if (inBlobs === null) return searchByReading(source, words, options);
      return code.flatMap(({ path }) => (inBlobs.has(path) ? [path] : []));
    },
    skipped(among) {
      const asked = among ? entriesOf(among).filter(({ path }) => isCode(path)) : code;
      if (asked.length <= MAX_FILES_SIZED_BY_READING) loadCopies(asked);
      findSizes(
        directory,
        asked.flatMap(({ contentId }) => (contents.has(contentId) ? [] : [contentId])),
        sizes,
      );
      load(asked.flatMap(({ path, contentId }) => (mayBeSkipped(sizes.get(contentId) ?? 0) ? [path] : [])));
      const found = asked.flatMap(({ path, contentId }): readonly SkippedFile[] => {
        const content = contents.get(contentId);
        return content?.kind === 'skipped' ? [{ path, reason: content.reason }] : [];
      });
      return inOrder([...generated.map((path): SkippedFile => ({ path, reason: 'generated' })), ...found]);
    },
  };
  return source;
}

/** By path. Git lists paths by their bytes, which is nearly always that order already. */
function inOrder<Item extends { readonly path: FilePath }>(items: readonly Item[]): readonly Item[] {
  const isSorted = items.every((item, index) => index === 0 || (items[index - 1]?.path ?? '') <= item.path);
  return isSorted ? items : [...items].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Reads the text of some of these blobs, each when it is asked for; null if it is not readable as text. The working
 * tree is looked at first; with what is not there, its neighbours in the list come too, because most of the time of a
 * git process is its start.
 */
export function readBlobTexts(
  directory: string,
  copy: () => DiskCopy,
  blobs: readonly Blob[],
): (blob: Blob) => string | null {
  const known = new Map<string, FileText>();
  const groups = new Map(blobs.map(({ id }, index) => [id, Math.floor(index / BLOBS_READ_TOGETHER)]));
  const load = (blob: Blob): FileText => {
    const onDisk = copy().read(blob.path, blob.id);
    if (onDisk) return onDisk;
    const start = (groups.get(blob.id) ?? 0) * BLOBS_READ_TOGETHER;
    const ids = [blob, ...blobs.slice(start, start + BLOBS_READ_TOGETHER)].map(({ id }) => id);
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    for (const [id, content] of readBlobs(directory, missing, new Map())) known.set(id, content);
    return known.get(blob.id) ?? { kind: 'unreadable' };
  };
  return (blob) => {
    const found = known.get(blob.id) ?? load(blob);
    known.set(blob.id, found);
    return found.kind === 'text' ? found.text : null;
  };
}

/** Adds the sizes in bytes of blobs that are not known yet; blobs that the repository does not have stay absent. */
function findSizes(directory: string, ids: readonly string[], sizes: Map<string, number>): void {
  const missing = ids.filter((id) => !sizes.has(id));
  if (missing.length === 0) return;
  const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)'];
  const lines = runGit(directory, args, { input: `${missing.join('\n')}\n` })
    .toString('latin1')
    .split('\n');
  for (const line of lines) {
    const match = /^([0-9a-f]+) (\d+)$/.exec(line);
    if (match?.[1] !== undefined) sizes.set(match[1], Number(match[2]));
  }
}

function readBlobs(
  directory: string,
  ids: readonly string[],
  sizes: Map<string, number>,
): ReadonlyMap<string, FileText> {
  const few = ids.length <= BLOBS_READ_UNSIZED ? readUnsized(directory, ids) : null;
  if (few) return few;
  findSizes(directory, ids, sizes);
  const contents = new Map<string, FileText>();
  let batch: string[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (batch.length > 0) for (const [id, content] of readBatch(directory, batch)) contents.set(id, content);
    batch = [];
    bytes = 0;
  };
  for (const id of ids) {
    const size = sizes.get(id);
    if (size === undefined) contents.set(id, { kind: 'unreadable' });
    else if (size > MAX_FILE_BYTES) contents.set(id, { kind: 'skipped', reason: 'large' });
    else {
      if (bytes + size > BATCH_BYTES) flush();
      batch.push(id);
      bytes += size;
    }
  }
  flush();
  return contents;
}

/** Null if they are larger than what is fetched at once. */
function readUnsized(directory: string, ids: readonly string[]): ReadonlyMap<string, FileText> | null {
  try {
    const found = readBatch(directory, ids, { mostBytes: BATCH_BYTES });
    return new Map(ids.map((id) => [id, found.get(id) ?? { kind: 'unreadable' }]));
  } catch (error) {
    if (error instanceof GitError && error.code === 'too-much-output') return null;
    throw error;
  }
}

/** @throws {GitError} `too-much-output` */
function readBatch(
  directory: string,
  ids: readonly string[],
  limits: Pick<GitOptions, 'mostBytes'> = {},
): ReadonlyMap<string, FileText> {
  const output = runGit(directory, ['cat-file', '--batch'], { ...limits, input: `${ids.join('\n')}\n` });
  const contents = new Map<string, FileText>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(NEW_LINE, at);
    if (end === -1) break;
    const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    const bytes = Number(size);
    contents.set(id, type === 'blob' ? toFileText(output.subarray(at, at + bytes)) : { kind: 'unreadable' });
    at += bytes + 1;
  }
  return contents;
}
