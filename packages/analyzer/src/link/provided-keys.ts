import type { Value } from './value.js';

/** `provide(key, value)` and `inject(key)`: a key is a text or a symbol. */

/** What tells a key from others; null for what is no key. */
export function keyIdentity(key: Value | undefined): string | null {
  if (key?.kind === 'literal' && typeof key.value === 'string') return `key ${key.value}`;
  const isSymbol = key?.kind === 'call' && key.callee.kind === 'unknown' && key.callee.name === 'Symbol';
  return isSymbol ? `key ${key.callee.at.file}:${key.callee.at.start}` : null;
}

/** True for `provide` of Vue, imported or not, and for the method of an application. */
export function isProvide(callee: Value): boolean {
  if (callee.kind === 'external') return callee.path.at(-1) === 'provide';
  return (callee.kind === 'unknown' || callee.kind === 'member') && callee.name === 'provide';
}
