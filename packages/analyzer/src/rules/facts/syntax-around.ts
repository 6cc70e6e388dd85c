import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../../link/value.js';
import { parseModule } from '../../parse/parse.js';
import type { CodeFile, RuleContext } from '../rule.js';
import { nodesAround } from './walk-syntax.js';

const programs = new WeakMap<CodeFile, TSESTree.Program | null>();

/**
 * The syntax tree of a file. Only the few rules that judge control flow (what a `catch` does, which function answers a
 * request) need it; the engine's summaries leave that out to stay small.
 */
export function programOf(file: CodeFile): TSESTree.Program | null {
  const known = programs.get(file);
  if (known !== undefined) return known;
  const result = parseModule(file.path, file.text);
  const program = result.kind === 'parsed' ? result.program : null;
  programs.set(file, program);
  return program;
}

/** The nodes around a place, outermost (the program) first; empty if its file was not parsed. */
export function syntaxAround(place: Place, context: RuleContext): readonly TSESTree.Node[] {
  const file = context.code.file(place.file);
  const program = file && programOf(file);
  return program ? nodesAround(program, place.start, place.end) : [];
}
