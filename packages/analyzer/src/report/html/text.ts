const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Direction marks could show a name in another order than it is written; control characters are not valid in HTML.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

/** Any text as HTML, for content and for quoted attributes. */
export function html(text: string): string {
  return text.replace(INVISIBLE, '�').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
