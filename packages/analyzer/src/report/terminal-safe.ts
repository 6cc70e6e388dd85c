// Control characters could move the cursor or recolour the terminal; direction marks could show code in another order.
// eslint-disable-next-line no-control-regex -- exactly these are wanted
const UNSAFE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of reviewed code that is safe to print on one line of a terminal: what could steer it becomes `�`. */
export function terminalSafe(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(/\t/g, '  ').replace(UNSAFE, '�');
}
