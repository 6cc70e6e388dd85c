import type { FilePath } from '../../source/source.js';

/** A folder relative to the root, without a trailing slash; the root itself is `''`. */
export type FolderPath = string;

/** Joins and normalises; null if the result lies above the root. */
export function joinPath(folder: FolderPath, path: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

export function folderOf(path: FilePath): FolderPath {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The folder itself, its parent, and so on; the root is last. */
export function foldersUpwards(folder: FolderPath): readonly FolderPath[] {
  const folders = [folder];
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}
