import { toFileText } from './file-text.js';
import { fileKind, isCode, isReadable } from './reviewable.js';
import { searchByReading } from './search-text.js';
import type { FileEntry, SkippedFile, Source } from './source.js';

/**
 * A source whose files are given as text by path, for tests, editors and trees that came over the network. The same
 * files count as on disk.
 */
export function memorySource(files: Readonly<Record<string, string>>, label = 'memory'): Source {
  const paths = Object.keys(files).sort();
  const texts = new Map<string, string>();
  const skipped: SkippedFile[] = [];
  for (const path of paths) {
    if (fileKind(path) === 'generated') skipped.push({ path, reason: 'generated' });
    if (!isReadable(path)) continue;
    const content = toFileText(Buffer.from(files[path] ?? ''));
    if (content.kind === 'text') texts.set(path, content.text);
    else if (content.kind === 'skipped' && isCode(path)) skipped.push({ path, reason: content.reason });
  }
  const entries: readonly FileEntry[] = paths.filter(isReadable).map((path) => ({ path, contentId: null }));
  const known = new Set(entries.map((entry) => entry.path));
  const source: Source = {
    label,
    list: () => entries,
    has: (path) => known.has(path),
    read: (path) => texts.get(path) ?? null,
    search: (words, options) => searchByReading(source, words, options),
    skipped: (among = paths) => {
      const asked = new Set(among);
      return skipped.filter(({ path }) => fileKind(path) === 'generated' || asked.has(path));
    },
  };
  return source;
}
