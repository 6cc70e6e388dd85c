import { CODE_EXTENSIONS } from '../../source/reviewable.js';
import type { FilePath, Source } from '../../source/source.js';
import { joinPath } from './path.js';

/** React Native's and Expo's files per platform; one of them stands for all. */
const PLATFORM_EXTENSIONS = ['.native', '.ios', '.android', '.web'].flatMap((platform) =>
  ['.ts', '.tsx', '.js', '.jsx'].map((extension) => platform + extension),
);
const ALL_EXTENSIONS = [...CODE_EXTENSIONS, ...PLATFORM_EXTENSIONS, '.d.ts', '.d.mts', '.d.cts', '.json'];

/** What a compiled extension was written as. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx', '.ts'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

export interface FileIndex {
  has(path: FilePath): boolean;
  /** The file that comes first of those that a path without extension may stand for. */
  withoutExtension(path: string): FilePath | null;
}

/** Most imports are written without an extension; few of a repository's files are ever asked for. */
export function createFileIndex(source: Pick<Source, 'has'>): FileIndex {
  const has = (path: FilePath): boolean => source.has(path);
  const known = new Map<string, FilePath | null>();
  return {
    has,
    withoutExtension(path) {
      let found = known.get(path);
      if (found === undefined) {
        const extension = path.endsWith('/') ? undefined : ALL_EXTENSIONS.find((tried) => has(path + tried));
        known.set(path, (found = extension === undefined ? null : path + extension));
      }
      return found;
    },
  };
}

/** The file that a path without (or with a compiled) extension stands for: as a file, else as a folder's index. */
export function probeFile(files: FileIndex, path: string): FilePath | null {
  return probeAsFile(files, path) ?? probeIndex(files, path);
}

/** The index file of a folder. */
export function probeIndex(files: FileIndex, folder: string): FilePath | null {
  const index = joinPath(folder, 'index');
  return index === null ? null : files.withoutExtension(index);
}

/** The file of a path with its extension, without it, or with the one it is compiled to. */
export function probeAsFile(files: FileIndex, path: string): FilePath | null {
  if (path === '') return null;
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
  if (extension !== undefined) {
    const written = firstOf(files, WRITTEN_AS[extension] ?? [], path.slice(0, -extension.length));
    if (written !== null) return written;
  }
  if (files.has(path)) return path;
  return (
    files.withoutExtension(path) ?? (extension === undefined ? null : declaration(files, path, extension))
  );
}

function declaration(files: FileIndex, path: string, extension: string): FilePath | null {
  const declared = `${path.slice(0, -extension.length)}.d.${extension.replace('js', 'ts').slice(1).replace('x', '')}`;
  return files.has(declared) ? declared : null;
}

function firstOf(files: FileIndex, extensions: readonly string[], stem: string): FilePath | null {
  for (const extension of extensions) if (files.has(stem + extension)) return stem + extension;
  return null;
}
