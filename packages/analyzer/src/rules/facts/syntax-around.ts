import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../../link/value.js';
import { parseModule } from '../../parse/parse.js';
import type { FilePath } from '../../source/source.js';
import type { CodeIndex, RuleContext } from '../rule.js';
import { nodesAround } from './walk-syntax.js';

/** The code index is the same object for all rules of one review, so each file is parsed once for all of them. */
const programs = new WeakMap<CodeIndex, Map<FilePath, TSESTree.Program | null>>();

/**
 * The syntax tree of a parsed file, or null. Only the few rules that judge control flow (what a `catch` does, which
 * function answers a request) need it; the engine's summaries leave that out to stay small.
 */
export function programOf(path: FilePath, { code }: RuleContext): TSESTree.Program | null {
  const known = programs.get(code) ?? new Map<FilePath, TSESTree.Program | null>();
  programs.set(code, known);
  const cached = known.get(path);
  if (cached !== undefined) return cached;
  const text = code.file(path)?.text;
  const result = text === undefined ? null : parseModule(path, text);
  const program = result?.kind === 'parsed' ? result.program : null;
  known.set(path, program);
  return program;
}

/** The nodes around a place, outermost (the program) first; empty if its file was not parsed. */
export function syntaxAround(place: Place, context: RuleContext): readonly TSESTree.Node[] {
  const program = programOf(place.file, context);
  return program ? nodesAround(program, place.start, place.end) : [];
}
