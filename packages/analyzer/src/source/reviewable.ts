import type { FilePath } from './source.js';

/** Files over this many bytes are not read: handwritten code is smaller, and parsing bundles is slow and useless. */
export const MAX_FILE_BYTES = 1_000_000;

/**
 * What a path is good for. `code` is reviewed; `types` (`.d.ts`) and `data` (JSON, YAML) are only read when something
 * refers to them; `generated` is code that a tool wrote, which is counted and left alone.
 */
export type FileKind = 'code' | 'types' | 'data' | 'generated';

/** In the order in which bundlers and TypeScript try them. */
export const CODE_EXTENSIONS = [
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.vue',
  '.svelte',
  '.astro',
] as const;

const CODE: ReadonlySet<string> = new Set(CODE_EXTENSIONS);
const DATA: ReadonlySet<string> = new Set(['.json', '.jsonc', '.yaml', '.yml']);
const BABEL_FILE = /(?:^|\/)\.babelrc$/i;
const DECLARATION = /\.d(?:\.[^./]+)?\.[cm]?ts$/i;
const GENERATED_NAME = /(?:[.-]min|\.bundle|\.chunk)\.[cm]?js$/i;
const LOCK_FILE = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/;

/** Folders whose content other people wrote; a package manager put it there. */
export const FOREIGN_DIRECTORIES = [
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.yarn',
  '.git',
] as const;
const FOREIGN = new RegExp(
  `(?:^|/)(?:${FOREIGN_DIRECTORIES.join('|').replaceAll('.', '\\.')})/|(?:^|/)\\.pnp\\.`,
);

const kinds = new Map<FilePath, FileKind | null>();

/** The kind of a file by its path alone, or null if no stage ever reads such a file. */
export function fileKind(path: FilePath): FileKind | null {
  let kind = kinds.get(path);
  if (kind === undefined) {
    // Every stage asks about the same paths; a long-lived host sees those of many repositories.
    if (kinds.size > MAX_KNOWN_KINDS) kinds.clear();
    kinds.set(path, (kind = findKind(path)));
  }
  return kind;
}

const MAX_KNOWN_KINDS = 200_000;

/** Asked about every file of a repository, so that most answers come from the extension. */
function findKind(path: FilePath): FileKind | null {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase();
  const isCodeOrType = CODE.has(extension);
  if (!isCodeOrType && !DATA.has(extension) && !BABEL_FILE.test(path)) return null;
  if (FOREIGN.test(path)) return null;
  if (!isCodeOrType) return LOCK_FILE.test(path) ? null : 'data';
  if (DECLARATION.test(path)) return 'types';
  return GENERATED_NAME.test(path) ? 'generated' : 'code';
}

/** True for files that are searched and reviewed. */
export function isCode(path: FilePath): boolean {
  return fileKind(path) === 'code';
}

/** True for files that `Source.list` names. */
export function isReadable(path: FilePath): boolean {
  const kind = fileKind(path);
  return kind !== null && kind !== 'generated';
}
