import type { FilePath } from '../../source/source.js';
import { joinPath } from './path.js';
import type { FolderPath } from './path.js';
import { probeFile } from './probe-file.js';
import type { FileIndex } from './probe-file.js';

/** Folders that bundlers are usually told to start from: most projects, Nuxt, Laravel, Rails. */
const SOURCE_FOLDERS = ['src', '', 'app', 'resources/js', 'app/javascript', 'client', 'client/src'];

/** Marks that scaffolds put before a path into the source folder: `@/x`, `~/x`, `$lib/x`, `@components/x`. */
const MARK = /^(?:@\/|~\/|~~\/|@@\/|#\/|\$\/|[@~#$](?=[A-Za-z_]))/;

/** What bundlers import besides code; looking for it in every folder would be most of the work. */
const ASSET =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|ttf|otf|woff2?|eot|mp[34]|webm|wav|ogg|pdf|s?css|sass|less|styl)$/i;

/**
 * The file that a bare specifier stands for by custom, when no configuration that can be read says anything and no
 * dependency has that name: bundlers are configured in code, and code is not run. `projectFolders` are those
 * with a `package.json` or tsconfig, from the nearest outwards.
 */
export function customaryFile(
  files: FileIndex,
  projectFolders: readonly FolderPath[],
  specifier: string,
): FilePath | null {
  if (ASSET.test(specifier)) return null;
  const bare = specifier.replace(MARK, '');
  const paths =
    bare === specifier || specifier.startsWith('$') ? [specifier.replace(/^\$/, ''), bare] : [bare];
  for (const folder of projectFolders) {
    for (const base of SOURCE_FOLDERS) {
      for (const path of new Set(paths)) {
        const joined = joinPath(folder, `${base}/${path}`);
        const file = joined === null ? null : probeFile(files, joined);
        if (file !== null) return file;
      }
    }
  }
  return null;
}
