import type { Place, Value } from '../link/value.js';

/**
 * One step of a zod expression, read from the outside in: `z.object({…}).strict()` is the method `strict` of the
 * factory `object`. A member without a call (`schema.shape.id`) is a step of its own.
 */
export type ZodStep =
  | { readonly kind: 'factory'; readonly name: string; readonly args: readonly Value[]; readonly at: Place }
  | {
      readonly kind: 'method';
      readonly receiver: Value;
      readonly name: string;
      readonly args: readonly Value[];
      readonly at: Place;
    }
  | { readonly kind: 'member'; readonly object: Value; readonly name: string; readonly at: Place };

/** Names under which packages export zod's root object. */
const ROOT_NAMES: ReadonlySet<string> = new Set(['z', 'zod', 'default', '*']);

const isZodPackage = (name: string): boolean =>
  name === 'zod' || name.startsWith('zod/') || name === '@zod/mini';

/**
 * The member path from zod's root (`['iso', 'datetime']` for `z.iso.datetime`), or null if the value does not come
 * from zod. Frameworks re-export zod as `z`, so any package's `z` counts.
 */
export function zodPath(value: Value): readonly string[] | null {
  const members: string[] = [];
  let current = value;
  while (current.kind === 'member') {
    if (current.name === null) return null;
    members.unshift(current.name);
    current = current.object;
  }
  if (current.kind !== 'external') return null;
  if (!isZodPackage(current.package) && current.path[0] !== 'z') return null;
  const path = [...current.path, ...members];
  const start = path.findIndex((name) => !ROOT_NAMES.has(name));
  return start === -1 ? [] : path.slice(start);
}

/** The outermost step of an expression, or null if it is no call and no member. */
export function zodStep(value: Value): ZodStep | null {
  if (value.kind === 'call') {
    const path = zodPath(value.callee);
    if (path !== null) return { kind: 'factory', name: path.join('.'), args: value.args, at: value.at };
    const { callee } = value;
    if (callee.kind !== 'member' || callee.name === null) return null;
    return { kind: 'method', receiver: callee.object, name: callee.name, args: value.args, at: value.at };
  }
  if (value.kind === 'member' && value.name !== null) {
    return { kind: 'member', object: value.object, name: value.name, at: value.at };
  }
  return null;
}

/** True if the expression starts at a zod factory, whatever follows. */
export function isZodExpression(value: Value): boolean {
  let current = value;
  for (;;) {
    const step = zodStep(current);
    if (step === null) return false;
    if (step.kind === 'factory') return true;
    current = step.kind === 'method' ? step.receiver : step.object;
  }
}
