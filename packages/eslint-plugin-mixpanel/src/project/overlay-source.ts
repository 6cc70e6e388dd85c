import type { FileEntry, FilePath, Source } from '@tracklint/analyzer';

/**
 * A source in which one file has the text of the editor's buffer; everything else is as in `base`. The file need not be
 * saved yet.
 */
export function overlaySource(base: Source, path: FilePath, text: string): Source {
  return {
    label: `${base.label} with an open editor`,
    list: () => withEntry(base.list(), { path, contentId: null }),
    has: (other) => other === path || base.has(other),
    read: (other) => (other === path ? text : base.read(other)),
    search(words, options) {
      const fold = (value: string): string => (options.ignoreCase ? value.toLowerCase() : value);
      const found = base.search(words, options).filter((other) => other !== path);
      const folded = fold(text);
      return words.some((word) => folded.includes(fold(word))) ? [...found, path].sort() : found;
    },
    prefetch: (paths) => base.prefetch?.(paths.filter((other) => other !== path)),
    skipped: () => base.skipped?.().filter((file) => file.path !== path) ?? [],
  };
}

function withEntry(entries: readonly FileEntry[], added: FileEntry): readonly FileEntry[] {
  const others = entries.filter((entry) => entry.path !== added.path);
  const after = others.findIndex((entry) => entry.path > added.path);
  return others.toSpliced(after < 0 ? others.length : after, 0, added);
}
