// Direction marks show code in another order, and what has no width lets one name pass for another.
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff\u{e0000}-\u{e007f}]/gu;

const visible = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '�');

/** Text of reviewed code as Markdown that shows exactly this text: no markup, links, mentions or references. */
export function markdownText(text: string): string {
  return (
    visible(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*[\]|~$]/g, '\\$&')
      // Inside of a word an underscore is only an underscore.
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replace(/_/g, '\\_'))
      .replace(/#(?=\d)/g, '&#35;&#8203;')
      .replace(/^[-=:+#]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
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
