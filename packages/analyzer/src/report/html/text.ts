const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Direction marks could show a name in another order than it is written; other control characters are not valid in HTML.
// eslint-disable-next-line no-control-regex -- exactly these are wanted
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Any text as HTML, for content and for quoted attributes. */
export function html(text: string): string {
  return text.replace(INVISIBLE, '�').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
