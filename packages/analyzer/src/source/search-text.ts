import { isCode } from './reviewable.js';
import type { FilePath, Source } from './source.js';

/**
 * `Source.search` by reading every code file: the reference that faster searches must agree with.
 */
export function searchByReading(
  source: Pick<Source, 'list' | 'read' | 'prefetch'>,
  words: readonly string[],
  options: { readonly ignoreCase: boolean },
): readonly FilePath[] {
  const paths = source.list().flatMap((entry) => (isCode(entry.path) ? [entry.path] : []));
  return searchFiles(source, paths, words, options);
}

/** Those of the paths whose text holds one of the words. */
export function searchFiles(
  source: Pick<Source, 'read' | 'prefetch'>,
  paths: readonly FilePath[],
  words: readonly string[],
  options: { readonly ignoreCase: boolean },
): readonly FilePath[] {
  const fold = (text: string): string => (options.ignoreCase ? text.toLowerCase() : text);
  const wanted = [...new Set(words.map(fold))];
  if (wanted.length === 0) return [];
  // One alternation reads each text once, however many words there are; escaped words cannot backtrack.
  const pattern = new RegExp(wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'));
  source.prefetch?.(paths);
  return paths.filter((path) => {
    const text = source.read(path);
    return text !== null && pattern.test(fold(text));
  });
}
