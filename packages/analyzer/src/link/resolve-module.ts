import type { FilePath, Source } from '../source/source.js';
import { readStaticAliases } from './modules/babel-alias.js';
import type { StaticAliases } from './modules/babel-alias.js';
import { createCompilerConfigs } from './modules/compiler-paths.js';
import { customaryFile } from './modules/customary-alias.js';
import { matchStar, packageEntry, packageImport, sourceOfOutput } from './modules/package-entry.js';
import { createManifests } from './modules/package-manifest.js';
import type { Manifest } from './modules/package-manifest.js';
import { isBuiltin, packageSpecifier } from './modules/package-name.js';
import { folderOf, foldersUpwards, joinPath } from './modules/path.js';
import type { FolderPath } from './modules/path.js';
import { createFileIndex, probeAsFile, probeIndex } from './modules/probe-file.js';

export type ResolvedModule =
  | { readonly kind: 'file'; readonly path: FilePath }
  /** A package outside the repository, or a module of the runtime. */
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string }
  /** A file that is not there, or nothing that is code. */
  | { readonly kind: 'missing' };

export interface ModuleResolver {
  /** Where an import specifier leads to from a file. The same question always gets the same answer. */
  resolve(from: FilePath, specifier: string): ResolvedModule;
}

/**
 * Resolves imports by reading a source alone: no `node_modules`, no code of the repository is run. Order: relative
 * paths; `paths` and `baseUrl` of the nearest tsconfig or jsconfig; `imports` of `package.json`; aliases in data files;
 * packages of the repository by name; listed dependencies; and at last the customary aliases.
 */
export function createModuleResolver(source: Source): ModuleResolver {
  const files = createFileIndex(source);
  const manifests = createManifests(source);
  const configs = createCompilerConfigs(source, manifests);
  const aliases = new Map<Manifest, StaticAliases>();
  const answers = new Map<FolderPath, Map<string, ResolvedModule>>();
  const scopes = new Map<FolderPath, FolderPath>();

  /** The file that a path leads to: itself, a folder's entry, or what a build makes it from. */
  const locate = (path: string | null): FilePath | null => {
    if (path === null) return null;
    return probeAsFile(files, path) ?? folderEntry(path) ?? sourceOfOutputAbove(path);
  };

  /** A folder's own `package.json` may name its entry. */
  const folderEntry = (folder: FolderPath): FilePath | null => {
    const own = manifests.above(folder)[0];
    const entry = own?.folder === folder && folder !== '' ? packageEntry(files, own, '') : null;
    return entry ?? probeIndex(files, folder);
  };

  const sourceOfOutputAbove = (path: string): FilePath | null => {
    const folder = manifests.above(folderOf(path))[0]?.folder ?? '';
    return sourceOfOutput(files, folder, folder === '' ? path : path.slice(folder.length + 1));
  };

  const relativeFile = (folder: FolderPath, specifier: string): FilePath | null => {
    const path = joinPath(folder, specifier);
    const namesFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
    return path !== null && namesFolder ? folderEntry(path) : locate(path);
  };

  const isProject = (folder: FolderPath): boolean =>
    configs.isConfigured(folder) || manifests.above(folder)[0]?.folder === folder;

  const byCompiler = (folder: FolderPath, specifier: string): FilePath | null => {
    for (const above of foldersUpwards(folder)) {
      for (const { baseUrl, paths } of configs.inFolder(above)) {
        const matches = paths
          .flatMap((entry) => {
            const rest = matchStar(entry.pattern, specifier);
            return rest === null ? [] : [{ ...entry, rest }];
          })
          .sort((a, b) => rank(b.pattern) - rank(a.pattern));
        for (const { targets, rest } of matches) {
          for (const target of targets) {
            const file = locate(target.replace('*', () => rest));
            if (file !== null) return file;
          }
        }
        const file = baseUrl === null ? null : locate(joinPath(baseUrl, specifier));
        if (file !== null) return file;
      }
    }
    return null;
  };

  const byAlias = (above: readonly Manifest[], specifier: string): FilePath | null => {
    for (const manifest of above) {
      let found = aliases.get(manifest);
      if (!found) aliases.set(manifest, (found = readStaticAliases(source, manifest)));
      for (const { name, target } of found.aliases) {
        if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
        const file = locate(joinPath(target, specifier.slice(name.length)));
        if (file !== null) return file;
      }
      for (const root of found.roots) {
        const file = locate(joinPath(root, specifier));
        if (file !== null) return file;
      }
    }
    return null;
  };

  const byPackage = (above: readonly Manifest[], name: string, subpath: string): FilePath | null => {
    for (const manifest of manifests.named(name)) {
      // A package that is called like one of its own dependencies means the dependency.
      if (above[0] === manifest && manifest.dependencies.has(name)) continue;
      const file = packageEntry(files, manifest, subpath);
      if (file !== null) return file;
    }
    return null;
  };

  const resolveBare = (folder: FolderPath, specifier: string): ResolvedModule => {
    const above = manifests.above(folder);
    const configured = byCompiler(folder, specifier);
    if (configured !== null) return { kind: 'file', path: configured };
    if (specifier.startsWith('#')) {
      for (const manifest of above) {
        const internal = packageImport(files, manifest, specifier);
        if (internal && 'file' in internal) return { kind: 'file', path: internal.file };
        if (internal) return { kind: 'package', ...packageSpecifier(internal.specifier) };
      }
    }
    const { name, subpath } = packageSpecifier(specifier);
    const path = byAlias(above, specifier) ?? byPackage(above, name, subpath);
    if (path !== null) return { kind: 'file', path };
    if (isBuiltin(specifier)) return { kind: 'package', name: specifier.replace(/^node:/, ''), subpath: '' };
    if (!above.some((manifest) => manifest.dependencies.has(name))) {
      const folders = foldersUpwards(folder).filter((each) => each === '' || isProject(each));
      const customary = customaryFile(files, folders, specifier);
      if (customary !== null) return { kind: 'file', path: customary };
    }
    return isAlias(specifier) ? { kind: 'missing' } : { kind: 'package', name, subpath };
  };

  const resolveNew = (folder: FolderPath, specifier: string): ResolvedModule => {
    const path = specifier.replace(/[?].*$/, '');
    if (path === '') return { kind: 'missing' };
    if (/^\.{1,2}(?:\/|$)/.test(path)) return toFile(relativeFile(folder, path));
    if (!path.startsWith('/')) return resolveBare(folder, path);
    const roots = [...manifests.above(folder).map((manifest) => manifest.folder), ''];
    for (const root of roots) {
      const file = relativeFile(root, path);
      if (file !== null) return toFile(file);
    }
    return { kind: 'missing' };
  };

  /** Relative specifiers mean something else in every folder; all others the same in a whole project. */
  const scopeOf = (folder: FolderPath, specifier: string): FolderPath => {
    if (specifier.startsWith('.')) return folder;
    let scope = scopes.get(folder);
    if (scope === undefined) scopes.set(folder, (scope = foldersUpwards(folder).find(isProject) ?? ''));
    return scope;
  };

  return {
    resolve(from, specifier) {
      const folder = scopeOf(folderOf(from), specifier);
      let known = answers.get(folder);
      if (!known) answers.set(folder, (known = new Map()));
      let answer = known.get(specifier);
      if (!answer) known.set(specifier, (answer = resolveNew(folder, specifier)));
      return answer;
    },
  };
}

function toFile(path: FilePath | null): ResolvedModule {
  return path === null ? { kind: 'missing' } : { kind: 'file', path };
}

/** Exact patterns win, then the one with the longest text before its `*`. */
function rank(pattern: string): number {
  const star = pattern.indexOf('*');
  return star === -1 ? Number.MAX_SAFE_INTEGER : star;
}

/** No package can have such a name. */
function isAlias(specifier: string): boolean {
  return /^(?:[@~#$]?\/|~|#|\$)/.test(specifier);
}
