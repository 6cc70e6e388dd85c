/** Each takes the text and an offset, and returns the offset behind the token, or the same one if it is none there. */

const LINE_END = /[\n\r]/;

export function skipComment(text: string, start: number): number {
  if (text[start] !== '/') return start;
  if (text[start + 1] === '/') {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  }
  if (text[start + 1] !== '*') return start;
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

/** Names, keywords and numbers. */
export function skipWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a UTF-16 code unit belongs to a name, keyword or number. */
export const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || // a-z
  (code >= 65 && code <= 90) || // A-Z
  (code >= 48 && code <= 57) || // 0-9
  code === 95 || // _
  code === 36 || // $
  code === 35 || // #
  code > 127;

/** A string; only the quote if it does not end on its line: an apostrophe in the text of an element. */
export function skipQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === quote) return at + 1;
    if (char === '\\') at += text[at + 1] === '\r' ? 2 : 1;
    else if (LINE_END.test(char)) break;
  }
  return start + 1;
}

/** A regular expression without its flags; the same offset if it does not end on its line. */
export function skipRegex(text: string, start: number): number {
  let isClass = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '/' && !isClass) return at + 1;
    if (LINE_END.test(char)) break;
    if (char === '\\') at += 1;
    else if (char === '[') isClass = true;
    else if (char === ']') isClass = false;
  }
  return start;
}
