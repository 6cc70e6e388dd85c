import { findPersonalText } from '../pii/index.js';
import type { Edit } from '../rules/rule.js';
import { templateExpressions } from './template-expressions.js';
import type { Stretch } from './template-expressions.js';

/** Stands in for a personal value wherever source text or a message is shown. */
export const MASK = '•••';

/** The recogniser looks at no more than this; what lies behind it is left out rather than shown unchecked. */
const MAX_LENGTH = 20_000;

/**
 * Replaces personal values (an e-mail address, a card number …) in text that a report shows. Of a template's
 * `${…}` nothing is cut: it is code, not a value (`?email=${user.email}`), unless a text inside it is personal itself.
 */
export function maskPersonalValues(text: string): string {
  const known = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  const expressions = templateExpressions(known);
  let result = '';
  let position = 0;
  for (const found of findPersonalText(known)) {
    for (const { start, end } of outside(found, expressions)) {
      result += known.slice(position, start) + MASK;
      position = end;
    }
  }
  return result + known.slice(position);
}

/** What is left of a stretch without the expressions that it runs into; all of it if it begins inside of one. */
function outside(found: Stretch, expressions: readonly Stretch[]): readonly Stretch[] {
  let left: readonly Stretch[] = [found];
  for (const { start, end } of expressions) {
    if (found.start >= start + 2 && found.start < end) return [found];
    left = left.flatMap((part) =>
      part.end <= start || end <= part.start
        ? [part]
        : [
            { start: part.start, end: start },
            { start: end, end: part.end },
          ].filter((piece) => piece.start < piece.end),
    );
  }
  return left;
}

/** Replaces the content of every string in code: of a secret, no form says that it is one. */
export function maskStrings(code: string): string {
  const string = /(["'])((?:\\.|(?!\1)[^\\])+)\1|`/g;
  const expressions = templateExpressions(code);
  let result = '';
  let position = 0;
  for (let match = string.exec(code); match !== null; match = string.exec(code)) {
    const start = match.index;
    if (match[1] !== undefined) {
      result += code.slice(position, start) + match[1] + MASK + match[1];
      position = string.lastIndex;
      continue;
    }
    const { masked, end } = maskTemplate(code, start, expressions);
    result += code.slice(position, start) + masked;
    position = end;
    string.lastIndex = end;
  }
  return result + code.slice(position);
}

/** The template that starts at the backtick, its text masked, its expressions masked as code. One that is not closed runs to the end. */
function maskTemplate(
  code: string,
  start: number,
  expressions: readonly Stretch[],
): { readonly masked: string; readonly end: number } {
  let masked = '`';
  let position = start + 1;
  let at = position;
  const flush = (): void => {
    if (at > position) masked += MASK;
  };
  while (at < code.length) {
    const expression = expressions.find((each) => each.start === at);
    if (expression) {
      flush();
      const isClosed = code[expression.end - 1] === '}';
      const inner = code.slice(at + 2, isClosed ? expression.end - 1 : expression.end);
      masked += `\${${maskStrings(inner)}${isClosed ? '}' : ''}`;
      at = position = expression.end;
    } else if (code[at] === '`') {
      flush();
      return { masked: `${masked}\``, end: at + 1 };
    } else at += code[at] === '\\' ? 2 : 1;
  }
  flush();
  return { masked, end: code.length };
}

/** True if an edit can be shown as it is. A masked replacement would break the code, so others are left out. */
export const isPrintableEdit = ({ changes }: Edit): boolean =>
  changes.every(({ text }) => maskPersonalValues(text) === text);
