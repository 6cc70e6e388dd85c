import type { Notice } from '../review/review.js';
import type { Paper } from './pretty-paper.js';
import { terminalSafe } from './terminal-safe.js';
import { wrapText } from './terminal-text.js';

/** Notices of one kind beyond this many are only counted. */
const MAX_PER_KIND = 5;

/** What the review could not look at, and what else the reader should know. */
export function prettyNotices(notices: readonly Notice[], paper: Paper): string {
  if (notices.length === 0) return '';
  const kinds = new Map<Notice['kind'], Notice[]>();
  for (const notice of notices) kinds.set(notice.kind, [...(kinds.get(notice.kind) ?? []), notice]);
  const lines = [...kinds.values()].flatMap((group) => [
    ...group.slice(0, MAX_PER_KIND).map(noticeText),
    ...(group.length > MAX_PER_KIND ? [`… and ${group.length - MAX_PER_KIND} more like this`] : []),
  ]);
  const indent = { first: `  ${paper.colors.yellow('!')} `, rest: '    ' };
  const body = lines.map((line) => wrapText(terminalSafe(line), paper.width, indent)).join('');
  return `${paper.colors.bold('Notices')}\n${body}\n`;
}

/** The place is left out where the message names the file itself. */
function noticeText({ file, line, message }: Notice): string {
  if (file === null || (line === null && message.includes(file))) return message;
  return `${file}${line === null ? '' : `:${line}`}: ${message}`;
}
