import type { FilePath, Source } from '../../source/source.js';
import type { Manifests } from './package-manifest.js';
import { folderOf, joinPath } from './path.js';
import type { FolderPath } from './path.js';
import { isRecord, readJson } from './read-json.js';

/** What one `tsconfig.json` or `jsconfig.json` says about bare specifiers, with what it extends. */
export interface CompilerPaths {
  readonly baseUrl: FolderPath | null;
  /** Pattern with at most one `*` → targets relative to the root; empty if not set. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

export interface CompilerConfigs {
  /** True if a folder has a configuration, whatever it says. */
  isConfigured(folder: FolderPath): boolean;
  /** The configurations in a folder: the main one first, then those it references, then its siblings. */
  inFolder(folder: FolderPath): readonly CompilerPaths[];
}

const CONFIG_NAME = /^(?:ts|js)config(?:\.[^/]+)?\.json$/;

export function createCompilerConfigs(source: Source, manifests: Manifests): CompilerConfigs {
  const namesByFolder = configsByFolder(source);
  const cache = new Map<FolderPath, readonly CompilerPaths[]>();
  return {
    isConfigured: (folder) => namesByFolder.has(folder),
    inFolder(folder) {
      let found = cache.get(folder);
      if (!found) {
        found = readFolder(source, manifests, folder, namesByFolder.get(folder) ?? []);
        cache.set(folder, found);
      }
      return found;
    },
  };
}

function configsByFolder(source: Source): ReadonlyMap<FolderPath, readonly string[]> {
  const byFolder = new Map<FolderPath, string[]>();
  for (const { path } of source.list()) {
    if (!path.endsWith('.json')) continue;
    const folder = folderOf(path);
    const name = folder === '' ? path : path.slice(folder.length + 1);
    if (!CONFIG_NAME.test(name)) continue;
    const names = byFolder.get(folder);
    if (names) names.push(name);
    else byFolder.set(folder, [name]);
  }
  return byFolder;
}

function readFolder(
  source: Source,
  manifests: Manifests,
  folder: FolderPath,
  names: readonly string[],
): readonly CompilerPaths[] {
  const queue = ['tsconfig.json', 'jsconfig.json'].flatMap((name) => (names.includes(name) ? [name] : []));
  const files = new Set<FilePath>();
  const add = (file: FilePath): void => {
    if (files.has(file) || files.size > 64) return;
    files.add(file);
    for (const referenced of references(source, file)) add(referenced);
  };
  for (const name of [...queue, ...names]) add(folder === '' ? name : `${folder}/${name}`);
  return [...files].flatMap((file) => {
    const config = readConfig(source, manifests, file, folderOf(file), new Map());
    return config && (config.baseUrl !== null || config.paths.length > 0) ? [config] : [];
  });
}

function references(source: Source, file: FilePath): readonly FilePath[] {
  const listed = readJson(source, file)?.['references'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((reference: unknown) => {
    const path = isRecord(reference) ? reference['path'] : null;
    return typeof path === 'string' ? (configFile(source, folderOf(file), path) ?? []) : [];
  });
}

/** A path as `extends` and `references` write it: with or without `.json`, or a folder. */
function configFile(source: Source, folder: FolderPath, path: string): FilePath | null {
  const joined = joinPath(folder, path);
  if (joined === null) return null;
  const candidates = [joined, `${joined}.json`, joined === '' ? 'tsconfig.json' : `${joined}/tsconfig.json`];
  return candidates.find((candidate) => candidate.endsWith('.json') && source.has(candidate)) ?? null;
}

/** Configurations of one leaf by file; null while one is being read, which ends circles. */
type Inherited = Map<FilePath, CompilerPaths | null>;

function readConfig(
  source: Source,
  manifests: Manifests,
  file: FilePath,
  leafFolder: FolderPath,
  inherited: Inherited,
): CompilerPaths | null {
  const known = inherited.get(file);
  if (known !== undefined) return known;
  inherited.set(file, null);
  const config = readNewConfig(source, manifests, file, leafFolder, inherited);
  inherited.set(file, config);
  return config;
}

function readNewConfig(
  source: Source,
  manifests: Manifests,
  file: FilePath,
  leafFolder: FolderPath,
  inherited: Inherited,
): CompilerPaths | null {
  const json = readJson(source, file);
  if (!json) return null;
  const folder = folderOf(file);
  let baseUrl: FolderPath | null = null;
  let paths: CompilerPaths['paths'] = [];
  const extended: readonly unknown[] = Array.isArray(json['extends']) ? json['extends'] : [json['extends']];
  for (const parent of extended) {
    const parentFile = typeof parent === 'string' ? extendedFile(source, manifests, folder, parent) : null;
    const base =
      parentFile === null ? null : readConfig(source, manifests, parentFile, leafFolder, inherited);
    baseUrl = base?.baseUrl ?? baseUrl;
    if (base && base.paths.length > 0) paths = base.paths;
  }
  const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {};
  const expand = (path: string): string | null =>
    path.startsWith('${configDir}')
      ? joinPath(leafFolder, path.slice('${configDir}'.length))
      : joinPath(folder, path);
  if (typeof options['baseUrl'] === 'string') baseUrl = expand(options['baseUrl']);
  if (isRecord(options['paths'])) {
    const base = baseUrl ?? folder;
    paths = Object.entries(options['paths']).map(([pattern, targets]) => ({
      pattern,
      targets: (Array.isArray(targets) ? targets : [targets]).flatMap((target: unknown) => {
        if (typeof target !== 'string') return [];
        return (target.startsWith('${configDir}') ? expand(target) : joinPath(base, target)) ?? [];
      }),
    }));
  }
  return { baseUrl, paths };
}

/** Configurations in packages are followed only into packages of this repository. */
function extendedFile(
  source: Source,
  manifests: Manifests,
  folder: FolderPath,
  path: string,
): FilePath | null {
  if (path.startsWith('.')) return configFile(source, folder, path);
  const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(path) ?? [];
  for (const manifest of manifests.named(name)) {
    const file = configFile(source, manifest.folder, subpath === '' ? 'tsconfig.json' : subpath);
    if (file !== null) return file;
  }
  return null;
}
