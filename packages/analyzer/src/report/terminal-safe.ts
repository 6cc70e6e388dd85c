import { withoutUnseen } from './unseen.js';

/** Text of reviewed code that is safe to print on one line of a terminal: what could steer it becomes `�`. */
export function terminalSafe(text: string): string {
  return withoutUnseen(text.replace(/\r?\n/g, ' ').replace(/\t/g, '  '));
}
