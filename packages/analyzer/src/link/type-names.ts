import type { TypeDeclaration, TypeExpr } from '../summary/summary.js';
import type { FilePath } from '../source/source.js';
import type { Module, ModuleGraph } from './module-graph.js';

export type NamedType =
  | { readonly kind: 'declaration'; readonly module: Module; readonly declaration: TypeDeclaration }
  | { readonly kind: 'class'; readonly module: Module; readonly index: number }
  | { readonly kind: 'enum'; readonly module: Module; readonly binding: number }
  | { readonly kind: 'package'; readonly package: string; readonly name: string };

const HOPS = 10;

function exportedType(graph: ModuleGraph, file: FilePath, name: string, hops: number): NamedType | null {
  const module = hops > 0 ? graph.load(file) : null;
  if (!module) return null;
  const own = typeInModule(graph, module, name, hops);
  if (own && name !== 'default') return own;
  for (const entry of module.summary.exports) {
    if (entry.kind === 'from' && entry.name === name)
      return throughImport(graph, module.file, entry.specifier, entry.imported, hops - 1);
    if (entry.kind === 'local' && entry.name === name) {
      return typeInModule(graph, module, module.summary.bindings[entry.binding]?.name ?? '', hops);
    }
  }
  for (const entry of module.summary.exports) {
    if (entry.kind !== 'all') continue;
    const found = throughImport(graph, module.file, entry.specifier, name, hops - 1);
    if (found && found.kind !== 'package') return found;
  }
  return null;
}

function throughImport(
  graph: ModuleGraph,
  from: FilePath,
  specifier: string,
  name: string,
  hops: number,
): NamedType | null {
  const target = graph.resolve(from, specifier);
  if (target.kind === 'package') return { kind: 'package', package: target.name, name };
  return target.kind === 'file' ? exportedType(graph, target.path, name, hops) : null;
}

function typeInModule(graph: ModuleGraph, module: Module, name: string, hops: number): NamedType | null {
  const { summary } = module;
  const declaration = summary.types.find((each) => each.name === name);
  if (declaration) return { kind: 'declaration', module, declaration };
  const index = summary.bindings.findIndex(
    (binding) =>
      binding.name === name &&
      (binding.kind === 'class' || binding.kind === 'enum' || binding.kind === 'import'),
  );
  const binding = summary.bindings[index];
  if (!binding) return null;
  if (binding.kind === 'enum') return { kind: 'enum', module, binding: index };
  if (binding.kind === 'class') {
    const value = binding.values[0]?.value;
    return value?.kind === 'class' ? { kind: 'class', module, index: value.cls } : null;
  }
  return binding.from
    ? throughImport(graph, module.file, binding.from.specifier, binding.from.imported, hops)
    : null;
}

const NAMED = new WeakMap<ModuleGraph, Map<string, NamedType | null>>();

/** What a type name means in a module; qualified names (`ns.Type`) are looked up behind the namespace import. */
export function resolveTypeName(graph: ModuleGraph, module: Module, name: string): NamedType | null {
  const known = NAMED.get(graph) ?? new Map<string, NamedType | null>();
  NAMED.set(graph, known);
  const key = `${module.file}\0${name}`;
  let named = known.get(key);
  if (named === undefined) {
    named = lookUpTypeName(graph, module, name);
    known.set(key, named);
  }
  return named;
}

function lookUpTypeName(graph: ModuleGraph, module: Module, name: string): NamedType | null {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) return typeInModule(graph, module, first, HOPS);
  const binding = module.summary.bindings.find((each) => each.name === first && each.from);
  const last = rest.at(-1) ?? '';
  if (binding?.from) return throughImport(graph, module.file, binding.from.specifier, last, HOPS);
  return typeInModule(graph, module, last, HOPS);
}

/** Identity of a named type across modules. */
export function typeKey(type: NamedType): string {
  switch (type.kind) {
    case 'declaration':
      return `${type.module.file}#t${type.declaration.name}`;
    case 'class':
      return `${type.module.file}#c${type.index}`;
    case 'enum':
      return `${type.module.file}#b${type.binding}`;
    case 'package':
      return `${type.package}#${type.name}`;
  }
}

/** Wrappers that leave the shape of their argument alone. */
const TRANSPARENT = new Set([
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Promise',
  'Awaited',
  'Ref',
  'MutableRefObject',
  'RefObject',
  'PropsWithChildren',
  'DeepPartial',
  'Lazy',
]);

export const unwrapType = (type: TypeExpr): TypeExpr => {
  const inner =
    type.kind === 'ref' && TRANSPARENT.has(type.name.split('.').at(-1) ?? '') ? type.args[0] : undefined;
  return inner ? unwrapType(inner) : type;
};
