import type { Value } from '../link/value.js';
import { calleeName } from './call-effect.js';

/** The object and the name of a member, also of one of a package's export (`import { store } …; store.user`); or null. */
export function memberParts(value: Value): { readonly object: Value; readonly name: string | null } | null {
  if (value.kind === 'member') return value;
  if (value.kind !== 'external' || value.path.length < 2) return null;
  return { object: { ...value, path: value.path.slice(0, -1) }, name: value.path.at(-1) ?? null };
}

/** The name under which a value goes where it is read: a member's, a parameter's, a variable's; null if it has none. */
export function valueName(value: Value): string | null {
  switch (value.kind) {
    case 'member':
      return value.name !== null && !/^\d+$/.test(value.name) ? value.name : valueName(value.object);
    case 'param':
    case 'unknown':
    case 'instance':
      return value.name ?? value.alias ?? null;
    case 'external':
      return value.path.at(-1) === 'default'
        ? (value.alias ?? null)
        : (value.path.at(-1) ?? value.alias ?? null);
    case 'call':
      return calleeName(value.callee) ?? value.alias ?? null;
    default:
      return value.alias ?? null;
  }
}

/**
 * The word for something whose field is read. What a call gives is called what the variable is called, or what the
 * called function is named after: `getCurrentUser().name` is of a current user.
 */
export function ownerName(value: Value): string | null {
  if (value.kind === 'member' && (value.name === null || /^\d+$/.test(value.name)))
    return value.alias === undefined || SAYS_NOTHING.test(value.alias)
      ? ownerName(value.object)
      : value.alias;
  if (value.kind !== 'call') return valueName(value) ?? value.alias ?? null;
  if (value.alias !== undefined) return value.alias;
  const name = calleeName(value.callee);
  const noun = name === null ? '' : name.replace(GETTER, '');
  if (noun !== '' && noun !== name) return noun;
  return value.callee.kind === 'member' ? ownerName(value.callee.object) : name;
}

/** What people call each element of a list: `users.map((u) => u.name)` is about users. */
const SAYS_NOTHING =
  /^(?:\w{1,2}|each|item|it|elem?|element|entry|obj|object|row|record|val|value|node|curr|current|doc)$/;

const GETTER =
  /^(?:get|fetch|load|find|select|use|read|retrieve|query|resolve|create|update|save|require|ensure|current)(?=[A-Z_])/;

/** A value as a person would write it, for evidence: `user.email`, `getUser().email`. At most a few links. */
export function describeValue(value: Value, links = 4): string {
  switch (value.kind) {
    case 'member': {
      const isHidden = value.object.kind === 'param' && value.object.name === null && value.name !== null;
      if (isHidden) return value.name ?? '';
      const object = links === 0 ? '…' : describeValue(value.object, links - 1);
      return value.name === null
        ? `${object}[…]`
        : /^\d+$/.test(value.name)
          ? `${object}[${value.name}]`
          : `${object}.${value.name}`;
    }
    case 'call':
      return `${value.callee.kind === 'member' ? describeValue(value.callee, links) : (calleeName(value.callee) ?? 'call')}()`;
    case 'operation':
      return links === 0
        ? '…'
        : value.operands.map((operand) => describeValue(operand, links - 1)).join(` ${value.operator} `);
    case 'literal':
      return 'a constant';
    case 'template':
      return 'a text';
    case 'object':
      return value.alias ?? 'an object';
    case 'array':
      return value.alias ?? 'a list';
    case 'external':
      return value.path.filter((name) => name !== 'default').join('.') || (value.alias ?? value.package);
    default:
      return valueName(value) ?? 'a value';
  }
}
