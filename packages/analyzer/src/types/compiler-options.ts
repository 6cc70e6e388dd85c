import { createCompilerConfigs } from '../link/modules/compiler-paths.js';
import { packageEntry } from '../link/modules/package-entry.js';
import { createManifests } from '../link/modules/package-manifest.js';
import { createFileIndex } from '../link/modules/probe-file.js';
import { folderOf, foldersUpwards, joinPath } from '../link/modules/path.js';
import type { FolderPath } from '../link/modules/path.js';
import { fileKind } from '../source/reviewable.js';
import type { FilePath, Source } from '../source/source.js';

/** How the files of one configured folder are compiled. */
export interface CompilerOptionsReader {
  /** The folder whose configuration holds for a file: the nearest with a tsconfig, else with a `package.json`. */
  projectOf(file: FilePath): FolderPath;
  /** Declarations of the project that hold without being imported. */
  declarationsOf(project: FolderPath): readonly FilePath[];
  /** Target paths are relative to the root. */
  pathsOf(project: FolderPath): Readonly<Record<string, readonly string[]>>;
}

/**
 * What is the same everywhere. Type errors are of no interest, so the options are those under which types say most:
 * strict, so that `undefined` stays visible, and without global packages, which take long and are imported anyway.
 */
export const FIXED_OPTIONS = {
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: false,
  skipLibCheck: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  target: 'esnext',
  jsx: 'preserve',
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  types: [],
} as const;

const MAX_DECLARATIONS = 100;
const CUSTOMARY = ['@/*', '~/*', 'src/*'];

/** Reads tsconfig files and manifests as data, like the module resolver does; nothing in them is run. */
export function createCompilerOptionsReader(source: Source): CompilerOptionsReader {
  const files = createFileIndex(source);
  const manifests = createManifests(source);
  const configs = createCompilerConfigs(source, manifests);
  const projects = new Map<FolderPath, FolderPath>();

  const projectOf = (file: FilePath): FolderPath => {
    const folder = folderOf(file);
    let project = projects.get(folder);
    if (project === undefined) {
      project =
        foldersUpwards(folder).find((each) => configs.isConfigured(each)) ??
        manifests.above(folder)[0]?.folder ??
        '';
      projects.set(folder, project);
    }
    return project;
  };

  return {
    projectOf,
    declarationsOf: (project) =>
      source
        .list()
        .flatMap(({ path }) => (fileKind(path) === 'types' && projectOf(path) === project ? [path] : []))
        .slice(0, MAX_DECLARATIONS),
    pathsOf(project) {
      const paths = new Map<string, string[]>();
      const add = (pattern: string, target: string | null): void => {
        if (target === null) return;
        const targets = paths.get(pattern);
        if (targets) targets.push(target);
        else paths.set(pattern, [target]);
      };
      for (const { baseUrl, paths: own } of configs.inFolder(project)) {
        for (const { pattern, targets } of own) for (const target of targets) add(pattern, target);
        if (baseUrl !== null) add('*', joinPath(baseUrl, '*'));
      }
      for (const manifest of manifests.all()) {
        const { name, folder } = manifest;
        if (name === null) continue;
        add(name, packageEntry(files, manifest, ''));
        for (const base of ['', 'src/']) add(`${name}/*`, joinPath(folder, `${base}*`));
      }
      const packageFolder = manifests.above(project)[0]?.folder ?? '';
      for (const pattern of CUSTOMARY)
        for (const base of ['src/*', '*']) add(pattern, joinPath(packageFolder, base));
      return Object.fromEntries(paths);
    },
  };
}
