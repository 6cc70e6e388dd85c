import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns that a text takes, colours not counted, wide characters as two. */
export const columnsOf = (text: string): number => stringWidth(text);

export interface Indent {
  /** Before the first line. */
  readonly first: string;
  /** Before the others. */
  readonly rest: string;
}

/** Wraps text (that may hold colours) so that no line is wider than `width`. Lines end with a line break. */
export function wrapText(text: string, width: number, indent: Indent): string {
  const room = Math.max(12, width - Math.max(columnsOf(indent.first), columnsOf(indent.rest)));
  return wrapAnsi(text, room, { hard: true, trim: true })
    .split('\n')
    .map((line, index) => `${(index === 0 ? indent.first : indent.rest) + line}\n`)
    .join('');
}

/** Pads with spaces on the right, by columns. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
