import type { TypeExpr } from '../summary/summary.js';
import { union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import { classKey } from './module-graph.js';
import { resolveTypeName, typeKey, unwrapType } from './type-names.js';
import type { Place, Value } from './value.js';

/** Types under which SDKs export their client. */
const CLIENT_TYPE = /^(?:Overrided|I)?(?:Expo)?Mixpanel(?:Type|Client|Instance|Browser|Analytics)?$/;

/**
 * What a declared type says about the object behind it: an instance of a class, every known implementer of an
 * interface, an SDK's client. Null if the type leads to none of these.
 */
export function declaredValue(ev: Evaluator, module: Module, declared: TypeExpr, at: Place): Value | null {
  const known = VALUES.get(ev) ?? new WeakMap<TypeExpr, { readonly value: Value | null }>();
  VALUES.set(ev, known);
  const found = known.get(declared);
  if (found) return found.value;
  known.set(declared, { value: null });
  const value = findDeclared(ev, module, declared, at, 0);
  known.set(declared, { value });
  return value;
}

/** Answers for one state of the flows; types that refer to themselves add nothing. */
const VALUES = new WeakMap<Evaluator, WeakMap<TypeExpr, { readonly value: Value | null }>>();

function findDeclared(
  ev: Evaluator,
  module: Module,
  declared: TypeExpr,
  at: Place,
  depth: number,
): Value | null {
  const type = unwrapType(declared);
  if (depth > 6) return null;
  switch (type.kind) {
    case 'union':
    case 'intersection': {
      const options = type.parts.flatMap((part) => findDeclared(ev, module, part, at, depth + 1) ?? []);
      return options.length > 0 ? union(options, at) : null;
    }
    case 'typeof':
      return valueOfName(ev, module, type.name, at);
    case 'indexed': {
      const owner = findDeclared(ev, module, type.object, at, depth + 1);
      return owner && type.index.kind === 'literal' ? ev.member(owner, String(type.index.value), at) : null;
    }
    case 'ref':
      return referenceValue(ev, module, type, at, depth);
    default:
      return null;
  }
}

function valueOfName(ev: Evaluator, module: Module, name: string, at: Place): Value | null {
  const [first = '', ...rest] = name.split('.');
  const index = module.summary.bindings.findIndex((binding) => binding.name === first && binding.fn === 0);
  if (index < 0) return null;
  return rest.reduce<Value>(
    (value, key) => ev.member(value, key, at),
    ev.bindingValue(module, index, module.text.length + 1),
  );
}

function referenceValue(
  ev: Evaluator,
  module: Module,
  type: Extract<TypeExpr, { kind: 'ref' }>,
  at: Place,
  depth: number,
): Value | null {
  if (type.name === 'ReturnType' || type.name === 'InstanceType') {
    const target = type.args[0]?.kind === 'typeof' ? valueOfName(ev, module, type.args[0].name, at) : null;
    return target ? ev.call(target, [], at, type.name === 'InstanceType') : null;
  }
  const named = resolveTypeName(ev.graph, module, type.name);
  if (!named) return null;
  switch (named.kind) {
    case 'class':
      return union(
        [
          {
            kind: 'instance',
            key: classKey(named.module.file, named.index),
            name: type.name,
            args: null,
            at,
          },
          ...ev.flows.implementers(typeKey(named)),
        ],
        at,
      );
    case 'declaration': {
      const known = ev.flows.implementers(typeKey(named));
      if (known.length > 0) return union(known, at);
      if (named.declaration.kind === 'alias')
        return findDeclared(ev, named.module, named.declaration.body, at, depth + 1);
      const parents = named.declaration.parents.flatMap(
        (parent) => findDeclared(ev, named.module, parent, at, depth + 1) ?? [],
      );
      return parents.length > 0 ? union(parents, at) : null;
    }
    case 'package': {
      const sdk = ev.sdks.ofPackage(named.package);
      const last = type.name.split('.').at(-1) ?? '';
      const isClient = CLIENT_TYPE.test(named.name) || CLIENT_TYPE.test(last);
      const path = isClient ? [] : (sdk?.typed?.(named.name) ?? null);
      return sdk && path ? { kind: 'sdk', sdk: sdk.id, path, at } : null;
    }
    case 'enum':
      return null;
  }
}
