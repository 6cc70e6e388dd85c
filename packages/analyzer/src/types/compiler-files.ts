import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileSystem } from 'typescript/unstable/fs';
import { extractScripts } from '../parse/script-blocks.js';
import type { FilePath, Source } from '../source/source.js';

/** The tree as the compiler sees it: absolute paths with `/`. */
export interface CompilerFiles {
  readonly fileSystem: FileSystem;
  /** The compiler's name of a file of the source; components get `.ts` appended. */
  toAbsolute(path: FilePath): string;
  /** The file of the source behind a compiler's name; null for libraries and packages. */
  toFile(absolute: string): FilePath | null;
  /** Puts a file into the tree that exists only for the compiler. */
  place(absolute: string, text: string): void;
}

const COMPONENT = /\.(?:vue|svelte|astro)$/;
const SCRIPT_OF_COMPONENT = /(\.(?:vue|svelte|astro))\.ts$/;
const DEPENDENCY = /(?:^|\/)node_modules(?:\/|$)/;

/**
 * Serves the compiler from the source; only what lies in a `node_modules` folder of the root comes from the disk, and
 * only if it really lies below the root. Everything else outside is absent, except for the compiler's own libraries.
 *
 * @param root the absolute path of the tree, or one that does not exist for trees that are not on disk
 * @param libraryFolder where the compiler keeps its own declarations
 */
export function createCompilerFiles(source: Source, root: string, libraryFolder: string): CompilerFiles {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  const placed = new Map<string, string>();
  const folders = new Set<string>([root]);
  const realFolders = new Map<string, string | null>();
  for (const { path } of source.list()) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = prefix + path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }

  const isLibrary = (absolute: string): boolean =>
    absolute === libraryFolder || absolute.startsWith(`${libraryFolder}/`);
  const isDependency = (absolute: string): boolean =>
    absolute.startsWith(prefix) && DEPENDENCY.test(absolute.slice(prefix.length));

  /** Where a path of a dependency leads to, links resolved; null if it leads out of the root or nowhere. */
  const realFolder = (folder: string): string | null => {
    let real = realFolders.get(folder);
    if (real === undefined) realFolders.set(folder, (real = resolveInside(folder, root)));
    return real;
  };
  const folderOf = (absolute: string): string => absolute.slice(0, Math.max(absolute.lastIndexOf('/'), 1));

  const toFile = (absolute: string): FilePath | null => {
    if (!absolute.startsWith(prefix) || isDependency(absolute)) return null;
    const path = absolute.slice(prefix.length);
    const component = path.replace(SCRIPT_OF_COMPONENT, '$1');
    return component !== path && source.has(component) ? component : path;
  };

  const readSource = (absolute: string): string | null => {
    const path = toFile(absolute);
    const text = path === null ? null : source.read(path);
    return text !== null && path !== null && COMPONENT.test(path) ? extractScripts(path, text).text : text;
  };

  const fileSystem: FileSystem = {
    readFile(absolute) {
      const own = placed.get(absolute);
      if (own !== undefined) return own;
      if (isLibrary(absolute)) return undefined;
      if (!isDependency(absolute)) return readSource(absolute);
      return realFolder(folderOf(absolute)) === null ? null : undefined;
    },
    fileExists(absolute) {
      if (placed.has(absolute)) return true;
      if (isLibrary(absolute)) return undefined;
      if (isDependency(absolute)) return realFolder(folderOf(absolute)) === null ? false : undefined;
      const path = toFile(absolute);
      // A component itself is nothing that the compiler can read; its script is.
      return (
        path !== null && source.has(path) && (!COMPONENT.test(path) || SCRIPT_OF_COMPONENT.test(absolute))
      );
    },
    directoryExists(absolute) {
      if (isLibrary(absolute)) return undefined;
      return isDependency(absolute) ? realFolder(absolute) !== null : folders.has(absolute);
    },
    getAccessibleEntries(absolute) {
      // The only folders whose content matters are those of installed declarations.
      return isDependency(absolute) && realFolder(absolute) !== null
        ? readFolder(absolute)
        : { files: [], directories: [] };
    },
    realpath(absolute) {
      if (isLibrary(absolute) || !isDependency(absolute)) return absolute;
      const folder = realFolder(folderOf(absolute));
      return folder === null ? absolute : `${folder}${absolute.slice(absolute.lastIndexOf('/'))}`;
    },
  };
  return {
    fileSystem,
    toFile,
    toAbsolute: (path) => prefix + path + (COMPONENT.test(path) ? '.ts' : ''),
    place: (absolute, text) => void placed.set(absolute, text),
  };
}

function resolveInside(folder: string, root: string): string | null {
  try {
    const real = realpathSync(folder).replaceAll(sep, '/');
    const isInside = real === root || real.startsWith(root.endsWith('/') ? root : `${root}/`);
    return isInside && statSync(real).isDirectory() ? real : null;
  } catch {
    return null;
  }
}

function readFolder(absolute: string): { files: string[]; directories: string[] } {
  const files: string[] = [];
  const directories: string[] = [];
  try {
    for (const entry of readdirSync(join(absolute), { withFileTypes: true })) {
      if (entry.isDirectory() || entry.isSymbolicLink()) directories.push(entry.name);
      else if (entry.isFile()) files.push(entry.name);
    }
  } catch {
    // A folder that cannot be read is as good as empty.
  }
  return { files, directories };
}
