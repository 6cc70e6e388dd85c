/** One line of what the doctor says. */
export interface Line {
  /** `note`: works, and is worth knowing. Only a `problem` makes the doctor fail. */
  readonly status: 'ok' | 'note' | 'problem';
  /** What was looked at, in a word. */
  readonly topic: string;
  /** A sentence, and for anything but `ok` what to do. Never with the value of a secret, never a stack. */
  readonly text: string;
}

export const ok = (topic: string, text: string): Line => ({ status: 'ok', topic, text });
export const note = (topic: string, text: string): Line => ({ status: 'note', topic, text });
export const problem = (topic: string, text: string): Line => ({ status: 'problem', topic, text });

const STATUS_WIDTH = 'problem'.length;
const TOPIC_WIDTH = 'installations'.length;

/** What is told may come from GitHub or a database; it stays one line. */
export const renderLine = ({ status, topic, text }: Line): string =>
  `${status.padEnd(STATUS_WIDTH)}  ${topic.padEnd(TOPIC_WIDTH)}  ${text.replace(/[\s\p{Cc}]+/gu, ' ')}`;
