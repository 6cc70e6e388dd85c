import { withoutUnseen } from './unseen.js';

const visible = (text: string): string => withoutUnseen(text.replace(/\s+/g, ' '));

/** Text of reviewed code as Markdown that shows exactly this text: no markup, links, mentions or references. */
export function markdownText(text: string): string {
  return (
    visible(text)
      // Behind a space what follows would not be at the beginning, and still begin a list.
      .trimStart()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*[\]|~$]/g, '\\$&')
      // Inside of a word an underscore is only an underscore.
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replace(/_/g, '\\_'))
      .replace(/#(?=\d)/g, '&#35;&#8203;')
      .replace(/(GH-)(?=\d)/gi, '$1&#8203;')
      .replace(/^[-=:+#]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/:(?=\/\/)/g, '&#58;&#8203;')
      .replace(/(www)\./gi, '$1&#8203;&#46;')
      .replace(/@/g, '@&#8203;')
  );
}

/** A code span, also of text that holds back-ticks; not for tables, which end at a `|` in it. */
export function markdownCode(text: string): string {
  const clean = visible(text);
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') || clean === '' ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}
