import type { FilePath } from '../source/source.js';
import type { EffectFinder } from './effects.js';
import { LeadingNames } from './leading-names.js';
import { mentionsOf } from './mentions.js';
import type { Module } from './module-graph.js';
import type { Value } from './value.js';

/**
 * Names that other files use without importing them: what classic scripts declare at their top, and what Nuxt imports
 * by itself from the folders for composables and utilities.
 */

const LEADING_DEPTH = 5;

/** Folders of the Nuxt applications among the files, with a slash at the end; the root is empty. */
export const nuxtFolders = (files: readonly FilePath[]): readonly string[] =>
  files
    .filter((file) => file.includes('nuxt.config.') && /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/.test(file))
    .map((file) => file.replace(/[^/]+$/, ''));

function isAutoImported(file: FilePath, folders: readonly string[]): boolean {
  return folders.some(
    (folder) =>
      file.startsWith(folder) &&
      /^(?:app\/|src\/)?(?:composables|utils)\/(?:[^/]+|[^/]+\/index)\.[cm]?[jt]s$/.test(
        file.slice(folder.length),
      ),
  );
}

/** A file without imports and exports shares its scope with the other scripts of its page. */
function isClassicScript(module: Module): boolean {
  const { summary, file } = module;
  return (
    file.endsWith('.js') &&
    summary.imports.length === 0 &&
    summary.exports.length === 0 &&
    mentionsOf(summary).every((mention) => mention.kind !== 'module')
  );
}

/** `use-tracking.ts` is imported as `useTracking`. */
const nameOfFile = (file: FilePath): string =>
  (
    file
      .replace(/\/index\.\w+$/, '.ts')
      .split('/')
      .at(-1) ?? ''
  )
    .replace(/\..*$/, '')
    .replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Makes the trackers among a module's shared names known to all files. */
export function recordSharedNames(finder: EffectFinder, module: Module, folders: readonly string[]): void {
  const { ev, relevance } = finder;
  const names = new LeadingNames(finder);
  const share = (name: string, value: Value | null): void => {
    if (value && names.leads(value, LEADING_DEPTH)) ev.flows.addExposed(name, value, module.file);
  };
  if (isClassicScript(module)) {
    module.summary.bindings.forEach((binding, index) => {
      if (binding.fn === 0 && relevance.isBindingRelevant(module, index))
        share(binding.name, ev.bindingValue(module, index, module.text.length + 1));
    });
  }
  if (isAutoImported(module.file, folders)) {
    for (const entry of module.summary.exports) {
      if (entry.kind === 'all' || entry.kind === 'assignment' || !relevance.isExportRelevant(module, entry))
        continue;
      const name = entry.name === 'default' ? nameOfFile(module.file) : entry.name;
      share(name, ev.exported(module.file, entry.name));
    }
  }
}
