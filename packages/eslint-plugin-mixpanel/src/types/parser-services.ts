import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { createProgramOracle } from '@tracklint/analyzer';
import type { FilePath, Program, ProgramCompiler } from '@tracklint/analyzer';
import type { CreateOracle } from '../project/project.js';

/** What a parser says about its work; the parser of typescript-eslint has a program here if types were asked for. */
export interface ParserServices {
  readonly program?: unknown;
}

const require = createRequire(import.meta.url);
let compiler: ProgramCompiler | null | undefined;

/** Types from the program of the parser; null without one, or where TypeScript cannot be found, which is a normal state. */
export function oracleOf(services: ParserServices | null | undefined, root: string): CreateOracle | null {
  const program = services?.program as Program | null | undefined;
  const typescript = program ? loadCompiler() : null;
  if (!program || typescript === null) return null;
  const base = realpathSync(root).split(sep).join('/');
  return (source) =>
    createProgramOracle(source, {
      compiler: typescript,
      program,
      toAbsolute: (path: FilePath) => `${base}/${path}`,
      toFile: (absolute) => {
        const path = relative(root, join(absolute)).split(sep).join('/');
        return path.startsWith('../') || !source.has(path) ? null : path;
      },
    });
}

/** The TypeScript that the parser uses has to be ours to read; it is a peer of this package. */
function loadCompiler(): ProgramCompiler | null {
  if (compiler !== undefined) return compiler;
  try {
    const loaded = require('typescript') as Partial<ProgramCompiler>;
    compiler = loaded.TypeFlags && loaded.forEachChild ? (loaded as ProgramCompiler) : null;
  } catch {
    compiler = null;
  }
  return compiler;
}
