/**
 * Parsers recurse once per nesting level and a native one ends the process when the stack is used up, so hostile
 * nesting has to be refused before parsing. The estimate reads characters only and errs on the high side.
 */

/** No hand-written module comes near; the native parser survives more than three times as much. */
const NESTING_LIMIT = 3_000;

const PREFIX = new Set(['!', '~', '?', '=', '-', '+']);

/** True if the text may nest deeper than a parser's stack allows. Linear in the length of the text. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let chain = 0;
  let elements = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === '(' || char === '[' || char === '{') depth += 1;
    else if (char === ')' || char === ']' || char === '}') {
      depth = Math.max(0, depth - 1);
      if (char === '}') chain = 0;
    } else if (PREFIX.has(char)) chain += 1;
    else if (char === ';' || char === ',' || char === '\n') chain = 0;
    else if (char === '<') {
      const next = text[i + 1] ?? '';
      if (next === '/') elements = Math.max(0, elements - 1);
      else if (/[A-Za-z]/.test(next)) elements += 1;
    } else if (char === '/' && text[i + 1] === '>') elements = Math.max(0, elements - 1);
    else if (char === ' ') {
      const word = /^(?:typeof|void|await|new|delete|yield) /.exec(text.slice(i + 1, i + 9));
      if (word) chain += 1;
    }
    if (depth > NESTING_LIMIT || chain > NESTING_LIMIT || elements > NESTING_LIMIT) return true;
  }
  return false;
}
