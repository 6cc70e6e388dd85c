import type { ModuleGraph } from './module-graph.js';
import { classKey, functionKey, parseKey } from './module-graph.js';
import type { EntityKey } from './value.js';

/** Keys of the functions, classes and constructors whose parameters code of a function or class can see. */
export function findAncestors(graph: ModuleGraph, key: EntityKey): ReadonlySet<EntityKey> {
  const result = new Set<EntityKey>();
  const { file, index } = parseKey(key);
  const summary = graph.load(file)?.summary;
  const isClass = key[key.lastIndexOf('#') + 1] === 'c';
  const addClass = (cls: number | null | undefined): void => {
    if (cls === null || cls === undefined) return;
    result.add(classKey(file, cls));
    const ctor = summary?.classes[cls]?.ctor;
    if (ctor !== null && ctor !== undefined) result.add(functionKey(file, ctor));
  };
  if (!isClass) addClass(summary?.functions[index]?.cls);
  let parent = isClass ? (summary?.classes[index]?.fn ?? null) : (summary?.functions[index]?.parent ?? null);
  while (parent !== null && parent > 0) {
    result.add(functionKey(file, parent));
    addClass(summary?.functions[parent]?.cls);
    parent = summary?.functions[parent]?.parent ?? null;
  }
  result.delete(key);
  return result;
}
