import { once } from '@tracklint/analyzer';
import type { FileEntry, FilePath, Source } from '@tracklint/analyzer';

/**
 * A source in which some files have another text; everything else is as in `base`. A file need not be there yet, and null
 * means that its text is to be read again, because what `base` says of its content no longer holds.
 */
export function overlaySource(base: Source, texts: ReadonlyMap<FilePath, string | null>): Source {
  const textOf = (path: FilePath): string | null => texts.get(path) ?? base.read(path);
  // Every stage asks for the list, and a tree can be large.
  const entries = once(() => withEntries(base, texts));
  return {
    ...base,
    label: `${base.label} with open editors`,
    list: entries,
    has: (path) => (texts.get(path) ?? null) !== null || base.has(path),
    read: textOf,
    search(words, options) {
      const fold = (value: string): string => (options.ignoreCase ? value.toLowerCase() : value);
      const wanted = words.map(fold);
      const found = base.search(words, options).filter((path) => !texts.has(path));
      const inTexts = [...texts.keys()].filter((path) => {
        const text = textOf(path);
        const folded = text === null ? '' : fold(text);
        return wanted.some((word) => folded.includes(word));
      });
      return [...found, ...inTexts].sort();
    },
    prefetch: (paths) => base.prefetch?.(paths.filter((path) => !texts.has(path))),
    skipped: (among) => (base.skipped?.(among) ?? []).filter(({ path }) => !texts.has(path)),
  };
}

/** What git knows of the content of these files no longer holds. */
function withEntries(base: Source, texts: ReadonlyMap<FilePath, string | null>): readonly FileEntry[] {
  const others = base.list().map((entry) => (texts.has(entry.path) ? { ...entry, contentId: null } : entry));
  const added = [...texts].flatMap(([path, text]) =>
    text === null || base.has(path) ? [] : [{ path, contentId: null }],
  );
  return added.length === 0 ? others : [...others, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
}
