import type { FilePath, Source } from '../../source/source.js';
import { folderOf, foldersUpwards } from './path.js';
import type { FolderPath } from './path.js';
import { isRecord, readJson } from './read-json.js';
import type { JsonRecord } from './read-json.js';

/** A `package.json`, as data. */
export interface Manifest {
  readonly file: FilePath;
  readonly folder: FolderPath;
  readonly name: string | null;
  readonly json: JsonRecord;
  /** Names in `dependencies`, `devDependencies`, `peerDependencies` and `optionalDependencies`. */
  readonly dependencies: ReadonlySet<string>;
}

export interface Manifests {
  /** From the nearest `package.json` of a folder outwards. */
  above(folder: FolderPath): readonly Manifest[];
  /** The packages of the repository with a name; copies in fixtures and templates come after those nearer to the root. */
  named(name: string): readonly Manifest[];
  /** Every package of the repository that has a name: those nearest to the root first. */
  all(): readonly Manifest[];
}

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

export function createManifests(source: Source): Manifests {
  const byFolder = new Map<FolderPath, Manifest | null>();
  const chains = new Map<FolderPath, readonly Manifest[]>();
  let byName: ReadonlyMap<string, readonly Manifest[]> | null = null;
  const inFolder = (folder: FolderPath): Manifest | null => {
    let manifest = byFolder.get(folder);
    if (manifest === undefined) {
      manifest = readManifest(source, folder);
      byFolder.set(folder, manifest);
    }
    return manifest;
  };
  const index = (): ReadonlyMap<string, readonly Manifest[]> => (byName ??= indexByName(source, inFolder));
  return {
    above(folder) {
      let chain = chains.get(folder);
      if (!chain) {
        chain = foldersUpwards(folder).flatMap((each) => inFolder(each) ?? []);
        chains.set(folder, chain);
      }
      return chain;
    },
    named: (name) => index().get(name) ?? [],
    all: () => [...index().values()].flat(),
  };
}

function readManifest(source: Source, folder: FolderPath): Manifest | null {
  const file = folder === '' ? 'package.json' : `${folder}/package.json`;
  const json = readJson(source, file);
  if (!json) return null;
  const dependencies = DEPENDENCY_FIELDS.flatMap((field) => {
    const listed = json[field];
    return isRecord(listed) ? Object.keys(listed) : [];
  });
  const name = typeof json['name'] === 'string' && json['name'] !== '' ? json['name'] : null;
  return { file, folder, name, json, dependencies: new Set(dependencies) };
}

function indexByName(
  source: Source,
  inFolder: (folder: FolderPath) => Manifest | null,
): ReadonlyMap<string, readonly Manifest[]> {
  const files = source.list().flatMap(({ path }) => (/(?:^|\/)package\.json$/.test(path) ? [path] : []));
  source.prefetch?.(files);
  const depth = (path: string): number => path.split('/').length;
  const byName = new Map<string, Manifest[]>();
  for (const file of files.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))) {
    const manifest = inFolder(folderOf(file));
    if (!manifest?.name) continue;
    const others = byName.get(manifest.name);
    if (others) others.push(manifest);
    else byName.set(manifest.name, [manifest]);
  }
  return byName;
}
