import { parseSync } from 'oxc-parser';
import { isNestedTooDeep } from '../parse/nesting.js';
import { extractScripts } from '../parse/script-blocks.js';
import type { FilePath } from '../source/source.js';

export interface Comment {
  readonly kind: 'line' | 'block';
  /** Without the comment signs. */
  readonly text: string;
  /** UTF-16 offsets into the file, end exclusive, comment signs included. */
  readonly start: number;
  readonly end: number;
}

/**
 * The comments of a code file, in order; also those in JSX and in the scripts of component files. A string or a
 * template that looks like a comment is none. Empty for files that cannot be parsed.
 */
export function commentsOf(path: FilePath, text: string): readonly Comment[] {
  const script = /\.(?:vue|svelte|astro)$/.test(path) ? extractScripts(path, text) : null;
  const code = script?.text ?? text;
  if (isNestedTooDeep(code)) return [];
  // Angle-bracket casts are no JSX, everything else reads the same in all languages.
  const language = script?.language ?? (/\.[cm]?ts$/.test(path) ? 'ts' : 'tsx');
  try {
    const result = parseSync(path, code, { lang: language, range: true });
    return result.comments.map(({ type, value, start, end }) => ({
      kind: type === 'Block' ? 'block' : 'line',
      text: value,
      start,
      end,
    }));
  } catch {
    return [];
  }
}
