import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

// Control characters could move the cursor or recolour the terminal; direction marks could show code in another order.
// eslint-disable-next-line no-control-regex -- exactly these are wanted
const UNSAFE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of reviewed code that is safe to print on one line of a terminal: what could steer it becomes `�`. */
export function terminalSafe(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(/\t/g, '  ').replace(UNSAFE, '�');
}

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
