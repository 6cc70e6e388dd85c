import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as TypeScriptApi from 'typescript/unstable/sync';

/** The native compiler's synchronous interface (TypeScript 7, called unstable there, so the version is pinned). */
export type CompilerApi = typeof TypeScriptApi;

export interface Compiler {
  readonly api: CompilerApi;
  /** Absolute path, with `/`, of the folder with the declarations of the language itself. */
  readonly libraryFolder: string;
}

let loaded: Compiler | null = null;

/**
 * Loads the compiler when it is first needed: it takes 40 ms, and most runs need no types.
 * @throws if there is no compiler for this platform.
 */
export function loadCompiler(): Compiler {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const own = createRequire(require.resolve('typescript/package.json'));
  const platform = own.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  const libraryFolder = join(dirname(platform), 'lib').replaceAll(sep, '/');
  // A program that cannot be started fails only after a while, where nobody can catch it.
  accessSync(join(libraryFolder, process.platform === 'win32' ? 'tsc.exe' : 'tsc'), constants.X_OK);
  const api = require('typescript/unstable/sync') as CompilerApi;
  return (loaded = { api, libraryFolder });
}
