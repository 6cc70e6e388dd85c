import { literal, union } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Place, Value } from './value.js';

/** Methods of known strings and lists. */

type TextFunction = (text: string) => string;

const WORDS: Readonly<Record<string, TextFunction>> = {
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  toString: (text: string) => text,
};

/** `'Signed Up'.toLowerCase()`, also of each alternative. Null if the method or the text is not known. */
export function callText(ev: Evaluator, object: Value, name: string, at: Place): Value | null {
  if (!Object.hasOwn(WORDS, name)) return null;
  if (object.kind === 'literal' && typeof object.value === 'string') {
    return literal(WORDS[name]?.(object.value) ?? object.value, at);
  }
  if (object.kind !== 'union') return null;
  return union(
    object.options.map((option) => ev.call({ kind: 'member', object: option, name, at }, [], at, false)),
    at,
  );
}

/** A method of a list; null if the result cannot be told. */
export function callArray(
  ev: Evaluator,
  items: readonly Value[],
  isOpen: boolean,
  name: string,
  args: readonly Value[],
  at: Place,
): Value | null {
  const [fn] = args;
  switch (name) {
    case 'join': {
      const separator = fn?.kind === 'literal' && typeof fn.value === 'string' ? fn.value : ',';
      if (isOpen) return null;
      return ev.template(
        items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
        at,
      );
    }
    case 'map':
    case 'flatMap':
      return fn
        ? { kind: 'array', items: items.map((item) => ev.call(fn, [item], at, false)), open: isOpen, at }
        : null;
    case 'filter':
    case 'slice':
    case 'reverse':
    case 'sort':
      return { kind: 'array', items, open: isOpen, at };
    case 'concat':
      return {
        kind: 'array',
        items: [...items, ...args.flatMap((arg) => (arg.kind === 'array' ? arg.items : [arg]))],
        open: isOpen,
        at,
      };
    case 'find':
    case 'at':
    case 'pop':
    case 'shift':
      return isOpen ? null : union(items, at);
    default:
      return null;
  }
}
