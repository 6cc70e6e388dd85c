import { mayBeSkipped, toFileText } from './file-text.js';
import type { FileText } from './file-text.js';
import { runGit } from './git.js';
import { grepWithGit } from './git-grep.js';
import type { GrepPlace } from './git-grep.js';
import { MAX_FILE_BYTES, fileKind, isCode, isReadable } from './reviewable.js';
import { searchByReading } from './search-text.js';
import type { FilePath, SkippedFile, Source } from './source.js';

export interface Blob {
  readonly path: FilePath;
  readonly id: string;
}

/** How many bytes of blobs are fetched with one git process. */
const BATCH_BYTES = 64_000_000;
const NEW_LINE = 10;

/**
 * A source whose files are git blobs, read through `git cat-file`. Blobs that are announced with `prefetch` come in
 * one process; any other read costs a process of its own.
 */
export function blobSource(
  directory: string,
  label: string,
  blobs: readonly Blob[],
  grep: GrepPlace,
): Source {
  const byPath = new Map(
    [...blobs].sort((a, b) => (a.path < b.path ? -1 : 1)).map((blob) => [blob.path, blob.id]),
  );
  const entries = [...byPath].flatMap(([path, contentId]) => (isReadable(path) ? [{ path, contentId }] : []));
  const readable = new Set(entries.map((entry) => entry.path));
  const contents = new Map<string, FileText>();
  const fetch = (ids: readonly string[]): void => {
    const missing = [...new Set(ids)].filter((id) => !contents.has(id));
    if (missing.length > 0)
      for (const [id, content] of readBlobs(directory, missing)) contents.set(id, content);
  };
  const content = (path: FilePath): FileText | null => {
    const id = readable.has(path) ? byPath.get(path) : undefined;
    if (id === undefined) return null;
    fetch([id]);
    return contents.get(id) ?? null;
  };
  let skipped: readonly SkippedFile[] | null = null;
  const source: Source = {
    label,
    list: () => entries,
    has: (path) => readable.has(path),
    read(path) {
      const found = content(path);
      return found?.kind === 'text' ? found.text : null;
    },
    prefetch: (paths) => fetch(paths.flatMap((path) => (readable.has(path) ? (byPath.get(path) ?? []) : []))),
    search(words, options) {
      const found = grepWithGit(directory, grep, words, options.ignoreCase);
      if (found === null) return searchByReading(source, words, options);
      return entries.flatMap(({ path }) => (isCode(path) && found.has(path) ? [path] : []));
    },
    skipped: () => (skipped ??= findSkipped()),
  };
  const findSkipped = (): readonly SkippedFile[] => {
    const sizes = blobSizes(
      directory,
      [...byPath].flatMap(([path, id]) => (isCode(path) ? [id] : [])),
    );
    const suspects = [...byPath].filter(([path, id]) => isCode(path) && mayBeSkipped(sizes.get(id) ?? 0));
    fetch(suspects.map(([, id]) => id));
    return [...byPath].flatMap(([path, id]): readonly SkippedFile[] => {
      if (fileKind(path) === 'generated') return [{ path, reason: 'generated' }];
      const found = isCode(path) ? contents.get(id) : undefined;
      return found?.kind === 'skipped' ? [{ path, reason: found.reason }] : [];
    });
  };
  return source;
}

/** Sizes in bytes by blob id; blobs that the repository does not have are absent. */
function blobSizes(directory: string, ids: readonly string[]): ReadonlyMap<string, number> {
  const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)'];
  const lines = runGit(directory, args, { input: `${ids.join('\n')}\n` })
    .toString('latin1')
    .split('\n');
  const sizes = new Map<string, number>();
  for (const line of lines) {
    const match = /^([0-9a-f]+) (\d+)$/.exec(line);
    if (match?.[1] !== undefined) sizes.set(match[1], Number(match[2]));
  }
  return sizes;
}

function readBlobs(directory: string, ids: readonly string[]): ReadonlyMap<string, FileText> {
  const sizes = blobSizes(directory, ids);
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

function readBatch(directory: string, ids: readonly string[]): ReadonlyMap<string, FileText> {
  const output = runGit(directory, ['cat-file', '--batch'], { input: `${ids.join('\n')}\n` });
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
