import type { FilePath } from '../../source/source.js';
import { joinPath } from './path.js';
import type { Manifest } from './package-manifest.js';
import { probeFile, probeIndex } from './probe-file.js';
import type { FileIndex } from './probe-file.js';
import { isRecord } from './read-json.js';
import type { JsonRecord } from './read-json.js';

/** Folders that builds write to; what lies in them is looked for where it was built from. */
const OUTPUT_FOLDERS: ReadonlySet<string> = new Set(
  [
    'dist',
    'lib',
    'build',
    'out',
    'output',
    'es',
    'esm',
    'cjs',
    'umd',
    'mjs',
    'module',
    'commonjs',
    'types',
    'typings',
  ].concat([
    '_esm',
    '_cjs',
    '_types',
    'dist-types',
    'lib-esm',
    'lib-commonjs',
    'esm2015',
    'esm2020',
    'esm2022',
    'node',
    'browser',
    'bin',
  ]),
);
const SOURCE_FOLDERS = ['src', 'source', 'sources', ''];
const ENTRY_FIELDS = ['source', 'module', 'main', 'react-native', 'browser', 'types', 'typings'];

/**
 * The source file behind `subpath` (`''` for the package itself) of a package of this repository, whether its
 * manifest names sources or the output of a build that is not there.
 */
export function packageEntry(files: FileIndex, manifest: Manifest, subpath: string): FilePath | null {
  const exported = manifest.json['exports'];
  const targets =
    exported === undefined ? [] : exportTargets(exported, subpath === '' ? '.' : `./${subpath}`);
  const own = subpath === '' ? entryFields(manifest.json) : [subpath];
  return (
    firstTarget(files, manifest.folder, [...targets, ...own]) ??
    SOURCE_FOLDERS.reduce<FilePath | null>(
      (found, folder) => found ?? probeInside(files, manifest.folder, `${folder}/${subpath}`),
      null,
    )
  );
}

/** The source file of `#internal` names that a manifest's `imports` defines; a package name if it leads to one. */
export function packageImport(
  files: FileIndex,
  manifest: Manifest,
  specifier: string,
): { readonly file: FilePath } | { readonly specifier: string } | null {
  const imports = manifest.json['imports'];
  if (!isRecord(imports)) return null;
  const targets = matchSubpath(imports, specifier);
  const file = firstTarget(
    files,
    manifest.folder,
    targets.filter((target) => target.startsWith('.')),
  );
  if (file !== null) return { file };
  const bare = targets.find((target) => !target.startsWith('.'));
  return bare === undefined ? null : { specifier: bare };
}

function entryFields(json: JsonRecord): readonly string[] {
  return ENTRY_FIELDS.flatMap((field) => {
    const value = json[field];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Targets as written first, in their order and declarations last; then where builds take them from. */
function firstTarget(files: FileIndex, folder: string, targets: readonly string[]): FilePath | null {
  let declaration: FilePath | null = null;
  for (const target of targets) {
    const file = probeInside(files, folder, target);
    if (file === null || file.endsWith('package.json')) continue;
    if (!/\.d\.[cm]?ts$/.test(file)) return file;
    declaration ??= file;
  }
  for (const target of targets) {
    const file = sourceOfOutput(files, folder, target);
    if (file !== null) return file;
  }
  return declaration;
}

/** `dist/esm/a/b.js` → `src/a/b.ts`: output folders are taken off one by one. */
export function sourceOfOutput(files: FileIndex, folder: string, target: string): FilePath | null {
  const parts = target.split('/').filter((part) => part !== '' && part !== '.');
  while (parts.length > 1 && OUTPUT_FOLDERS.has(parts[0] ?? '')) {
    parts.shift();
    const rest = parts.join('/').replace(/(?:\.(?:esm|cjs|es|umd))?(?:\.d)?\.([cm]?)[jt]s(x?)$/, '.$1js$2');
    for (const base of SOURCE_FOLDERS) {
      const file = probeInside(files, folder, `${base}/${rest}`);
      if (file !== null) return file;
    }
  }
  return null;
}

function probeInside(files: FileIndex, folder: string, path: string): FilePath | null {
  if (/(?:^|\/)\.\.(?:\/|$)/.test(path)) return null;
  const joined = joinPath(folder, path);
  if (joined === null) return null;
  return path.endsWith('/') ? probeIndex(files, joined) : probeFile(files, joined);
}

function exportTargets(exported: unknown, subpath: string): readonly string[] {
  const isSubpathMap = isRecord(exported) && Object.keys(exported).some((key) => key.startsWith('.'));
  if (isSubpathMap) return matchSubpath(exported, subpath);
  return subpath === '.' ? leaves(exported) : [];
}

/** Targets of the exact key, else of the pattern with the longest text before its `*`. */
function matchSubpath(map: JsonRecord, subpath: string): readonly string[] {
  if (Object.hasOwn(map, subpath)) return leaves(map[subpath]);
  let best: { readonly key: string; readonly rest: string } | null = null;
  for (const key of Object.keys(map)) {
    const rest = matchStar(key.endsWith('/') ? `${key}*` : key, subpath);
    if (rest !== null && (!best || key.length > best.key.length)) best = { key, rest };
  }
  if (!best) return [];
  const { key, rest } = best;
  return leaves(map[key]).map((target) =>
    target.endsWith('/') ? target + rest : target.replaceAll('*', () => rest),
  );
}

/** What `*` stands for when a pattern with at most one `*` matches a text; null if it does not. */
export function matchStar(pattern: string, text: string): string | null {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === text ? '' : null;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : null;
}

/** Every path in a target, whatever the conditions: which of them holds is decided by which file is there. */
function leaves(target: unknown, depth = 0): readonly string[] {
  if (typeof target === 'string') return [target];
  if (depth > 8 || typeof target !== 'object' || target === null) return [];
  return Object.values(target).flatMap((each) => leaves(each, depth + 1));
}
