/** A stretch of text; offsets in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The outermost `${…}` of a text, in order; one that is not closed runs to the end of the text. */

export function templateExpressions(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = text.indexOf('${');
  while (start !== -1) {
    const end = closingBrace(text, start + 2);
    found.push({ start, end });
    start = text.indexOf('${', end);
  }
  return found;
}

/** The offset behind the brace that closes what is open at `from`. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
