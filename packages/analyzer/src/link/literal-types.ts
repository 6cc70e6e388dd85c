import { alternatives, literal, union } from './build-value.js';
import { declaredTypeOf } from './declared-receiver.js';
import type { DeclaredType } from './declared-receiver.js';
import type { Evaluator } from './evaluator.js';
import { resolveTypeName, unwrapType } from './type-names.js';
import type { Value } from './value.js';

/** Names that are still worth listing, and aliases of aliases. */
const NAMES_LIMIT = 64;
const DEPTH_LIMIT = 6;

/** The texts that a type allows, if it allows nothing else. */
function textsOf(ev: Evaluator, declared: DeclaredType, depth = 0): readonly string[] | null {
  if (depth > DEPTH_LIMIT) return null;
  const type = unwrapType(declared.type);
  switch (type.kind) {
    case 'literal':
      return typeof type.value === 'string' ? [type.value] : null;
    case 'union': {
      const parts = type.parts.map((part) => textsOf(ev, { module: declared.module, type: part }, depth + 1));
      const texts = parts.flatMap((part) => part ?? []);
      return parts.every((part) => part !== null) && texts.length <= NAMES_LIMIT ? texts : null;
    }
    case 'ref': {
      const named = resolveTypeName(ev.graph, declared.module, type.name);
      return named?.kind === 'declaration' && named.declaration.kind === 'alias'
        ? textsOf(ev, { module: named.module, type: named.declaration.body }, depth + 1)
        : null;
    }
    default:
      return null;
  }
}

/**
 * A name whose open parts are declared as one of a few texts, with these in their place: callers may be out of sight,
 * but they can give nothing else.
 */
export function namedByType(ev: Evaluator, value: Value): Value {
  if (value.kind === 'template')
    return ev.template(
      value.parts.map((part) => (typeof part === 'string' ? part : namedByType(ev, part))),
      value.at,
    );
  const options = alternatives(value);
  if (options.length > 1) {
    const named = options.map((option) => namedByType(ev, option));
    return named.some((option, index) => option !== options[index]) ? union(named, value.at) : value;
  }
  if (value.kind !== 'param' && value.kind !== 'member') return value;
  const declared = declaredTypeOf(ev, value);
  const texts = declared ? textsOf(ev, declared) : null;
  if (!texts || texts.length === 0) return value;
  return union(
    texts.map((text) => literal(text, value.at)),
    value.at,
  );
}
