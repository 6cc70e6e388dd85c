import type { PropertyFlow } from '../../link/call.js';
import type { Place, Value } from '../../link/value.js';
import { letterPattern } from '../../patterns/letter-pattern.js';
import { HUMP, MARKS } from '../../patterns/word-edges.js';
import { classifyName } from '../../pii/index.js';
import { presentType } from '../../pii/value-type.js';
import type { Edit, RuleContext } from '../rule.js';
import { IDENTIFIER, keyText } from './text-edits.js';

/** Text that can be repeated in another place: names, members and nothing that is run. */
const PLAIN = letterPattern(/^[\p{L}_$][\p{L}\p{N}_$]*(?:[?!]?\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u);
const CAPITALISED = letterPattern(/^[\p{Lu}][\p{Ll}]/u);

/** Ways to repair a property that holds personal data; none where its text is not an entry of an object literal. */
export function propertyEdits(flow: PropertyFlow, context: RuleContext): readonly Edit[] {
  if (!isEntry(flow, context)) return [];
  return [dropEdit(flow.at, context), idEdit(flow, context), presenceEdit(flow, context)].filter(
    (edit) => edit !== null,
  );
}

/** `...user` or the whole `user` → the user's id alone. */
export function wholeValueEdits(value: Value, at: Place, context: RuleContext): readonly Edit[] {
  const text = context.textAt(at);
  const isSpread = text.startsWith('...');
  const owner = isSpread ? text.slice(3).trim() : text;
  if (!PLAIN(owner).test(owner) || !hasField(value, 'id', context)) return [];
  const entry = `user_id: ${owner}.id`;
  return [
    {
      title: `Send ${owner}.id instead`,
      isSafe: false,
      changes: [{ at, text: isSpread ? entry : `{ ${entry} }` }],
    },
  ];
}

/** True for `key: value`, `'key': value` and `{ key }`; assignments and tuples are written in other ways. */
function isEntry({ at, keyAt, value }: PropertyFlow, context: RuleContext): boolean {
  if (keyAt.file !== at.file || keyAt.start !== at.start) return false;
  const text = context.textAt(at);
  const key = context.textAt(keyAt);
  if (text === key) return IDENTIFIER(text).test(text);
  return /^\s*:/.test(text.slice(key.length)) && value.at.file === at.file;
}

/** Takes an entry out, with its comma. */
function dropEdit(at: Place, context: RuleContext): Edit | null {
  const text = context.code.file(at.file)?.text;
  if (text === undefined) return null;
  const after = /^\s*,[ \t]*(?:\r?\n)?[ \t]*/.exec(text.slice(at.end, at.end + 200))?.[0];
  const before = /,\s*$/.exec(text.slice(Math.max(0, at.start - 200), at.start))?.[0];
  const start = after === undefined && before !== undefined ? at.start - before.length : at.start;
  return {
    title: 'Drop the property',
    isSafe: false,
    changes: [{ at: { file: at.file, start, end: at.end + (after?.length ?? 0) }, text: '' }],
  };
}

/** `email: user.email` → `user_id: user.id`. */
function idEdit(flow: PropertyFlow, context: RuleContext): Edit | null {
  const text = context.textAt(flow.value.at);
  const owner = PLAIN(text).test(text) ? /^(.*[^?!.])[?!]?\.[^.]+$/s.exec(text)?.[1] : undefined;
  if (owner === undefined || flow.value.kind !== 'member') return null;
  if (classifyName('name', { owner }).kind !== 'personal' || !hasField(flow.value.object, 'id', context))
    return null;
  const link = text.slice(owner.length).startsWith('?.') ? '?.' : '.';
  const key = styledKey(context.textAt(flow.keyAt), ['user', 'id']);
  return {
    title: `Send ${owner}.id instead`,
    isSafe: false,
    changes: [{ at: flow.at, text: `${key}: ${owner}${link}id` }],
  };
}

/** `email` → `hasEmail: Boolean(email)`. */
function presenceEdit(flow: PropertyFlow, context: RuleContext): Edit | null {
  const isShorthand = context.textAt(flow.at) === context.textAt(flow.keyAt);
  const text = isShorthand ? context.textAt(flow.keyAt) : context.textAt(flow.value.at);
  if (!PLAIN(text).test(text)) return null;
  const words = flow.name
    .replace(/^\$/, '')
    .replace(HUMP(flow.name), '$1 $2')
    .split(MARKS(flow.name))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const key = styledKey(context.textAt(flow.keyAt), ['has', ...words.map((word) => word.toLowerCase())]);
  return {
    title: `Send ${key}: Boolean(${text}) instead`,
    isSafe: false,
    changes: [{ at: flow.at, text: `${key}: Boolean(${text})` }],
  };
}

/** Words as a key in the style of another one: `Has Email`, `has_email`, `hasEmail`. */
function styledKey(like: string, words: readonly string[]): string {
  const bare = like.replace(/^['"`\x5b\s]+|['"`\x5d\s]+$/g, '');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  if (/\s/.test(bare) || CAPITALISED(bare).test(bare)) return keyText(words.map(capital).join(' '));
  if (bare.includes('_') || /^\$?[a-z]+$/.test(bare))
    return bare.includes('_') || bare.startsWith('$') ? words.join('_') : camel(words, capital);
  return camel(words, capital);
}

const camel = (words: readonly string[], capital: (word: string) => string): string =>
  words.map((word, index) => (index === 0 ? word : capital(word))).join('');

/** False only if the type is known and has no such field. */
function hasField(value: Value, field: string, context: RuleContext): boolean {
  const type = presentType(context.typeOf(value));
  return type?.kind !== 'object' || type.open || type.fields.some((each) => each.name === field);
}
