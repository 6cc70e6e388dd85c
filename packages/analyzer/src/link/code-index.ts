import type { FilePath } from '../source/source.js';
import type { CodeCall, CodeFile, CodeIndex } from '../rules/rule.js';
import { contextOf } from './call-context.js';
import type { EffectFinder } from './effects.js';
import { sitesOf } from './module-functions.js';
import type { Module } from './module-graph.js';
import { functionKey, parseKey, placeOf } from './module-graph.js';

/**
 * Facts about the code around tracking calls, computed when a rule asks.
 * @param files every reviewed file that mentions a tracker, sorted
 */
export function createCodeIndex(
  finder: EffectFinder,
  files: readonly FilePath[],
  packages: readonly string[],
  isReviewed: (file: FilePath) => boolean,
): CodeIndex {
  const moduleOf = (file: FilePath): Module | null => (isReviewed(file) ? finder.ev.graph.load(file) : null);
  const known = new Map<string, readonly CodeCall[]>();

  const describe = (module: Module, index: number): CodeCall | null => {
    const site = module.summary.sites[index];
    if (!site || site.kind === 'element') return null;
    return {
      at: placeOf(module.file, site),
      calleeText: module.text.slice(site.callee.start, site.callee.end).replace(/\s+/g, ' '),
      callee: finder.ev.expression(module, site.callee),
      args: finder.ev.siteArguments(module, index),
      context: contextOf(module, site),
    };
  };

  const callsIn = (fn: string): readonly CodeCall[] => {
    const cached = known.get(fn);
    if (cached) return cached;
    const { file, index } = parseKey(fn);
    const module = moduleOf(file);
    const root = module?.summary.functions[index];
    if (!module || !root) return [];
    const calls = module.summary.sites.flatMap((site, position) =>
      site.start >= root.start && site.end <= root.end ? (describe(module, position) ?? []) : [],
    );
    known.set(fn, calls);
    return calls;
  };

  const enclosing = (fn: string): readonly string[] => {
    const { file, index } = parseKey(fn);
    const keys: string[] = [];
    for (let current: number | null = index; current !== null && current > 0;) {
      keys.push(functionKey(file, current));
      current = moduleOf(file)?.summary.functions[current]?.parent ?? null;
    }
    return keys;
  };

  const describeFile = (module: Module): CodeFile => ({
    path: module.file,
    text: module.text,
    hasUseClient: module.summary.hasUseClient,
    imports: module.summary.imports.filter((edge) => !edge.isTypeOnly).map((edge) => edge.specifier),
    get moduleCalls() {
      return sitesOf(module, 0).flatMap((index) => describe(module, index) ?? []);
    },
  });

  return {
    callsIn,
    enclosing,
    packages,
    files: () => files,
    file: (path) => {
      const module = moduleOf(path);
      return module ? describeFile(module) : null;
    },
  };
}
