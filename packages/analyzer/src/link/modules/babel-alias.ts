import type { Source } from '../../source/source.js';
import type { Manifest } from './package-manifest.js';
import { joinPath } from './path.js';
import type { FolderPath } from './path.js';
import { isRecord, readJson } from './read-json.js';
import type { JsonRecord } from './read-json.js';

/** Aliases that are written down as data beside a `package.json`: Babel's module-resolver, module-alias, Parcel. */
export interface StaticAliases {
  /** Folders in which bare specifiers are looked for. */
  readonly roots: readonly FolderPath[];
  /** First segments of a specifier → path relative to the root; longest first. */
  readonly aliases: readonly { readonly name: string; readonly target: string }[];
}

const BABEL_FILES = ['.babelrc', '.babelrc.json', 'babel.config.json'];

/** Reads the aliases of a package; regular expressions as keys are left out, because they come from outside. */
export function readStaticAliases(source: Source, manifest: Manifest): StaticAliases {
  const { folder, json } = manifest;
  const configs = BABEL_FILES.map((name) => readJson(source, folder === '' ? name : `${folder}/${name}`));
  const roots: string[] = [];
  const aliases: { name: string; target: string }[] = [];
  const addAliases = (map: unknown): void => {
    if (!isRecord(map)) return;
    for (const [name, target] of Object.entries(map)) {
      const isPlain = !name.startsWith('^') && !name.endsWith('$');
      const path = typeof target === 'string' && isPlain ? targetPath(folder, target) : null;
      if (path !== null) aliases.push({ name: name.replace(/\/$/, ''), target: path });
    }
  };
  for (const options of [...configs, json['babel']].flatMap(moduleResolverOptions)) {
    const listed: readonly unknown[] = Array.isArray(options['root']) ? options['root'] : [options['root']];
    for (const root of listed) {
      const path = typeof root === 'string' && !root.includes('*') ? joinPath(folder, root) : null;
      if (path !== null) roots.push(path);
    }
    addAliases(options['alias']);
  }
  addAliases(json['_moduleAliases']);
  addAliases(json['alias']);
  return { roots, aliases: aliases.sort((a, b) => b.name.length - a.name.length) };
}

/** Targets that name another package are that package's business. */
function targetPath(folder: FolderPath, target: string): string | null {
  return target.startsWith('.') || target.includes('/') ? joinPath(folder, target) : null;
}

function moduleResolverOptions(config: unknown): readonly JsonRecord[] {
  const plugins = isRecord(config) ? config['plugins'] : null;
  if (!Array.isArray(plugins)) return [];
  return plugins.flatMap((plugin: unknown) => {
    if (!Array.isArray(plugin)) return [];
    const [name, options]: readonly unknown[] = plugin;
    const isResolver = name === 'module-resolver' || name === 'babel-plugin-module-resolver';
    return isResolver && isRecord(options) ? [options] : [];
  });
}
