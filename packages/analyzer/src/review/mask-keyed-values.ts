import { classifyName } from '../pii/index.js';
import { MASK } from './mask-values.js';

/** A key and the mark between it and its value: `name: `, `"name": `, `password = `, `'$name', `. */
const KEY = /(?:(["'])([^"'\n]{1,60})\1\s*[:,=]|([\w$][\w$.]{0,60})\s*[:=])\s*(?=["'`])/g;
const TEXT = /(["'`])((?:\\.|(?!\1)[^\\])+)\1/y;

/** Masks the texts of code that stand under the name of personal data, whatever they look like: `first_name: 'Jane'`. */
export function maskKeyedValues(code: string): string {
  let result = '';
  let position = 0;
  for (const match of code.matchAll(KEY)) {
    TEXT.lastIndex = match.index + match[0].length;
    if (TEXT.lastIndex < position || !isPersonal(match[2] ?? match[3] ?? '')) continue;
    const text = TEXT.exec(code);
    if (text === null) continue;
    const [, quote = '', content = ''] = text;
    // Of a template only what is no expression is a value.
    const shown = quote === '`' && content.includes('${') ? content : MASK;
    result += code.slice(position, text.index) + quote + shown + quote;
    position = TEXT.lastIndex;
  }
  return result + code.slice(position);
}

function isPersonal(key: string): boolean {
  const verdict = classifyName(key.split('.').at(-1) ?? '');
  return verdict.kind === 'personal' && verdict.severity === 'P0';
}
