// Control characters could move the cursor or recolour the terminal; direction marks could show code in another order.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Text of reviewed code that is safe to print on one line of a terminal: what could steer it becomes `�`. */
export function terminalSafe(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(/\t/g, '  ').replace(UNSAFE, '�');
}
