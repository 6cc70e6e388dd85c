/**
 * Event handlers in the markup of component files. Each becomes an arrow function at its own place in the blanked
 * text, so that it is read like any function of the script and offsets stay those of the file.
 */

interface Handler {
  /** Where the attribute starts; its name gives the room for what is written around the code. */
  readonly start: number;
  /** Offsets of the delimiters around the code: quotes or braces. */
  readonly open: number;
  readonly close: number;
}

const OPENING = '()=>{';
const CLOSING = '};';

/** `@click="…"`, `v-on:click="…"`, `:on-click="…"`. */
const VUE_HANDLER = /(?:@|v-on:|:on)[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** `on:click={…}`, `onclick={…}`. */
const SVELTE_HANDLER = /\bon:?[\w|:]+\s*=\s*"?\{/g;

/** What is no markup: scripts, styles and comments. */
const OTHER = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi;

function vueHandlers(markup: string): Handler[] {
  // Other template languages have other attributes.
  if (/<template\b[^>]*\blang\s*=(?!\s*["']?(?:html|vue)\b)/i.test(markup)) return [];
  return [...markup.matchAll(VUE_HANDLER)].map((match) => {
    const close = match.index + match[0].length - 1;
    const quote = match[0].at(-1) ?? '"';
    return { start: match.index, open: match.index + match[0].indexOf(quote), close };
  });
}

function svelteHandlers(markup: string): Handler[] {
  return [...markup.matchAll(SVELTE_HANDLER)].flatMap((match) => {
    const open = match.index + match[0].length - 1;
    const close = closingBrace(markup, open);
    return close === null ? [] : [{ start: match.index, open, close }];
  });
}

function closingBrace(text: string, open: number): number | null {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return null;
}

const isPlainSpace = (text: string): boolean => /^[\s>/"]*$/.test(text);

/**
 * The blanked text of a component file with the handlers of its markup that call something. `isCode` tells whether a
 * text can be parsed: one handler that cannot must not cost the file.
 */
export function withHandlers(
  path: string,
  text: string,
  blanked: string,
  isCode: (code: string) => boolean,
): string {
  const find = path.endsWith('.vue') ? vueHandlers : path.endsWith('.svelte') ? svelteHandlers : null;
  if (!find) return blanked;
  const markup = text.replace(OTHER, (part) => ' '.repeat(part.length));
  let result = blanked;
  for (const { start, open, close } of find(markup)) {
    const code = text.slice(open + 1, close);
    const before = open + 1 - OPENING.length;
    if (!code.includes('(') || before < start || !isPlainSpace(text.slice(close + 1, close + CLOSING.length)))
      continue;
    if (!isCode(OPENING + code + CLOSING)) continue;
    result = result.slice(0, before) + OPENING + code + CLOSING + result.slice(close + CLOSING.length);
  }
  return result;
}
