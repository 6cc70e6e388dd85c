import { toFileText } from '@tracklint/analyzer';
import type { FileText } from '@tracklint/analyzer';

/** Texts by blob id, shared by all states of the code that one analysis looks at. */
export interface BlobTexts {
  /** Of a file that is no text or over 1 MB, why there is none. */
  get(blob: string): FileText;
  /** Whether a text holds one of the words; `search` names the search, so that no text is searched twice for the same. */
  matches(blob: string, search: BlobSearch): boolean;
  /** The bytes, whatever they are; null if the file was too large to be kept. */
  bytes(blob: string): Buffer | null;
}

export interface BlobSearch {
  readonly words: readonly string[];
  readonly ignoreCase: boolean;
}

/** What is beyond is read again when it is needed; 4,000 files of code are about 30 MB. */
const MAX_CACHED_CHARACTERS = 150_000_000;

/** @param readBlob throws if the blob is not in the store */
export function createBlobTexts(readBlob: (id: string) => Buffer | 'large'): BlobTexts {
  const cache = new Map<string, FileText>();
  const searches = new Map<string, Search>();
  let cached = 0;
  const get = (blob: string): FileText => {
    const known = cache.get(blob);
    if (known) return known;
    const bytes = readBlob(blob);
    const found: FileText = bytes === 'large' ? { kind: 'skipped', reason: 'large' } : toFileText(bytes);
    if (found.kind === 'text') cached += found.text.length;
    if (cached <= MAX_CACHED_CHARACTERS) cache.set(blob, found);
    return found;
  };
  return {
    get,
    matches(blob, { words, ignoreCase }) {
      const key = JSON.stringify([ignoreCase, ...words]);
      let search = searches.get(key);
      if (!search) searches.set(key, (search = createSearch(words, ignoreCase)));
      let answer = search.answers.get(blob);
      if (answer === undefined) {
        const found = get(blob);
        search.answers.set(blob, (answer = found.kind === 'text' && search.test(found.text)));
      }
      return answer;
    },
    bytes(blob) {
      const bytes = readBlob(blob);
      return bytes === 'large' ? null : bytes;
    },
  };
}

interface Search {
  readonly answers: Map<string, boolean>;
  readonly test: (text: string) => boolean;
}

function createSearch(words: readonly string[], ignoreCase: boolean): Search {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const wanted = [...new Set(words.map(fold))];
  // One alternation of escaped words reads a text once and cannot backtrack.
  const pattern = new RegExp(wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'));
  return { answers: new Map(), test: (text) => wanted.length > 0 && pattern.test(fold(text)) };
}
