import type { CodeClient, Tree, TreeEntry } from './code-client.js';
import { CodeError } from './code-error.js';

/** A request for each folder that is too large to be listed at once; more than this is no repository of code. */
const MAX_REQUESTS = 2_000;
const DIRECTORY = '040000';
/** Folders that no analysis reads, however full they are. */
const UNREAD = new Set(['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.git']);

/** Remembers trees that were listed. */
export interface TreeCache {
  get(key: string): Tree | undefined;
  set(key: string, tree: Tree): void;
}

/** A cache that holds up to so many entries of trees altogether, those that were used last. */
export function createTreeCache(maxEntries = 500_000): TreeCache {
  const trees = new Map<string, Tree>();
  let size = 0;
  return {
    get(key) {
      const tree = trees.get(key);
      if (tree) {
        trees.delete(key);
        trees.set(key, tree);
      }
      return tree;
    },
    set(key, tree) {
      size += tree.entries.length - (trees.get(key)?.entries.length ?? 0);
      trees.delete(key);
      trees.set(key, tree);
      for (const [oldest, { entries }] of trees) {
        if (size <= maxEntries) break;
        trees.delete(oldest);
        size -= entries.length;
      }
    },
  };
}

/**
 * Every entry below a tree, folders aside. GitHub lists up to 100,000 entries and 7 MB at once
 * (https://docs.github.com/en/rest/git/trees); what is larger is listed folder by folder. The alternative, reading the
 * paths from an archive, is not exact: `.gitattributes` of the reviewed commit says what is left out of one.
 * @throws {CodeError} `tree-too-large`
 */
export async function listTree(
  client: Pick<CodeClient, 'getTree'>,
  root: string,
  cache: TreeCache,
): Promise<readonly TreeEntry[]> {
  let requests = 0;
  const get = async (id: string, depth: 'recursive' | 'flat'): Promise<Tree> => {
    const key = `${depth} ${id}`;
    const known = cache.get(key);
    if (known) return known;
    if (++requests > MAX_REQUESTS) throw tooLarge();
    const tree = await client.getTree(id, depth);
    // Of a truncated answer nothing is used; that it is one is worth remembering.
    const kept = tree.isTruncated ? { entries: [], isTruncated: true } : tree;
    cache.set(key, kept);
    return kept;
  };
  const files: TreeEntry[] = [];
  const queue = [{ id: root, prefix: '' }];
  for (let folder = queue.shift(); folder; folder = queue.shift()) {
    const { id, prefix } = folder;
    const below = (entry: TreeEntry): TreeEntry => ({ ...entry, path: prefix + entry.path });
    const whole = await get(id, 'recursive');
    if (!whole.isTruncated) {
      for (const entry of whole.entries) if (entry.mode !== DIRECTORY) files.push(below(entry));
      continue;
    }
    const flat = await get(id, 'flat');
    if (flat.isTruncated) throw tooLarge();
    for (const entry of flat.entries) {
      if (entry.mode !== DIRECTORY) files.push(below(entry));
      else if (!UNREAD.has(entry.path)) queue.push({ id: entry.id, prefix: `${prefix}${entry.path}/` });
    }
  }
  return files;
}

const tooLarge = (): CodeError =>
  new CodeError(
    'tree-too-large',
    'The repository has more files than GitHub lists, so it cannot be reviewed as a whole.',
  );
