import type { Place } from '../../link/value.js';
import { letterPattern } from '../../patterns/letter-pattern.js';
import type { TextEdit } from '../rule.js';

const QUOTED = /^(['"`])([\s\S]*)\1$/;
/** A name that needs no quotes. */
export const IDENTIFIER = letterPattern(/^[\p{L}_$][\p{L}\p{N}_$]*$/u);

/** Quotes a string the way the text it replaces was quoted. */
function quoteLike(original: string, value: string): string {
  const quote = QUOTED.exec(original)?.[1] ?? "'";
  const escaped = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
  return quote + (quote === '`' ? escaped.replaceAll('${', '\\${') : escaped) + quote;
}

/**
 * Replaces a string literal, or null if the place does not hold a plain one (a constant's name, a template with
 * expressions, a concatenation).
 */
export function literalEdit(at: Place, text: string, value: string): TextEdit | null {
  const match = QUOTED.exec(text);
  const inner = match?.[2];
  const quote = match?.[1];
  if (inner === undefined || quote === undefined) return null;
  if (inner.replace(/\\[\s\S]/g, '').includes(quote) || (quote === '`' && inner.includes('${'))) return null;
  return { at, text: quoteLike(text, value) };
}

/** A property key as source text: bare if it can be, quoted otherwise. */
export function keyText(name: string, like = "''"): string {
  return IDENTIFIER(name).test(name) ? name : quoteLike(like, name);
}

/** Inserts `key: value` as the first entry of an object literal, or null if the text is not one. */
export function entryEdit(at: Place, text: string, entry: string): TextEdit | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  const inside = text.slice(1, -1);
  if (inside.trim() === '') return { at, text: `{ ${entry} }` };
  const position: Place = { file: at.file, start: at.start + 1, end: at.start + 1 };
  const indent = /^\s*?\n([ \t]*)/.exec(inside)?.[1];
  return { at: position, text: indent === undefined ? ` ${entry},` : `\n${indent}${entry},` };
}
