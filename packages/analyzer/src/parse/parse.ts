import type { TSESTree } from '@typescript-eslint/types';
import { parseSync } from 'oxc-parser';
import type { FilePath } from '../source/source.js';
import { isNestedTooDeep } from './nesting.js';
import { extractScripts } from './script-blocks.js';
import { withHandlers } from './template-handlers.js';

export type ParseResult =
  | { readonly kind: 'parsed'; readonly program: TSESTree.Program; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

type Language = 'js' | 'jsx' | 'ts' | 'tsx';

/** Languages to try in turn: JavaScript files in the wild hold JSX, and some hold type annotations. */
function languagesOf(path: FilePath): readonly Language[] {
  if (/\.[cm]?ts$/.test(path)) return ['ts', 'tsx'];
  if (path.endsWith('.tsx')) return ['tsx', 'ts'];
  return ['jsx', 'tsx', 'ts'];
}

function tryParse(path: FilePath, text: string, language: Language): ParseResult {
  const result = parseSync(path, text, {
    astType: 'ts',
    lang: language,
    range: true,
    preserveParens: false,
    sourceType: /\.c[jt]s$/.test(path) ? 'script' : 'unambiguous',
  });
  const error = result.errors[0];
  const program = result.program as unknown as TSESTree.Program;
  // A syntax error leaves an empty program; complaints about meaning (a redeclared name) leave a usable one.
  if (error && program.body.length === 0) return { kind: 'failed', reason: error.message };
  return { kind: 'parsed', program, text };
}

function isCode(text: string, language: Language): boolean {
  if (isNestedTooDeep(text)) return false;
  try {
    return parseSync('handler.ts', text, { lang: language }).errors.length === 0;
  } catch {
    return false;
  }
}

/** What was parsed last, from old to new: rules that judge control flow ask for some files again. */
const recent = new Map<FilePath, { readonly text: string; readonly result: ParseResult }>();
/** Characters of text. A tree takes some forty bytes for each. */
const RECENT_LIMIT = 500_000;
let recentLength = 0;

function remember(path: FilePath, text: string, result: ParseResult): void {
  recent.set(path, { text, result });
  recentLength += text.length;
  for (const oldest of recent.keys()) {
    if (recentLength <= RECENT_LIMIT) break;
    forget(oldest);
  }
}

function forget(path: FilePath): void {
  recentLength -= recent.get(path)?.text.length ?? 0;
  recent.delete(path);
}

/**
 * Parses one file to a TypeScript-ESTree program with ranges (UTF-16 offsets into the file's own text, also for the
 * script blocks of component files). Never throws: what cannot be parsed comes back with a reason. The tree is shared; leave
 * it as it is.
 */
export function parseModule(path: FilePath, text: string): ParseResult {
  const known = recent.get(path);
  if (known?.text === text) return known.result;
  forget(path);
  const result = parseAnew(path, text);
  remember(path, text, result);
  return result;
}

function parseAnew(path: FilePath, text: string): ParseResult {
  const isComponent = /\.(?:vue|svelte|astro)$/.test(path);
  const script = isComponent ? extractScripts(path, text) : null;
  const code = script
    ? withHandlers(path, text, script.text, (handler) => isCode(handler, script.language))
    : text;
  if (isNestedTooDeep(code))
    return { kind: 'failed', reason: 'the code is nested too deeply to be parsed safely' };
  const languages = script ? [script.language, 'tsx' as const] : languagesOf(path);
  let failure: ParseResult | null = null;
  for (const language of languages) {
    try {
      const result = tryParse(isComponent ? `${path}.ts` : path, code, language);
      if (result.kind === 'parsed') return result;
      failure ??= result;
    } catch (error) {
      failure ??= { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return failure ?? { kind: 'failed', reason: 'no parser accepts it' };
}
