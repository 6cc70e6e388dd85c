/** Script code inside component files. Everything else is blanked, so that offsets and lines stay those of the file. */

export interface ScriptText {
  readonly text: string;
  readonly language: 'js' | 'jsx' | 'ts' | 'tsx';
}

const BLANK = /[^\n\r]/g;

const blank = (text: string): string => text.replace(BLANK, ' ');

function keep(text: string, ranges: readonly (readonly [number, number])[]): string {
  let result = '';
  let position = 0;
  for (const [start, end] of ranges) {
    result += blank(text.slice(position, start)) + text.slice(start, end);
    position = end;
    // Code may follow, of another block or a handler, and a script may end without its semicolon.
    if (text[end] !== '<') continue;
    result += ';';
    position += 1;
  }
  return result + blank(text.slice(position));
}

function scriptTags(text: string): { ranges: [number, number][]; language: string | null } {
  const ranges: [number, number][] = [];
  let language: string | null = null;
  // An attribute may hold a `>`: `generic="T extends Row<string>"`. Its length is bounded, so that a file of unfinished
  // tags is not read again from each of them.
  const open = /<script\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,2000})>/gi;
  const close = /<\/script/gi;
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const start = match.index + match[0].length;
    close.lastIndex = start;
    const end = close.exec(text)?.index;
    if (end === undefined) break;
    language ??= /\blang\s*=\s*["']?(\w+)/i.exec(match[1] ?? '')?.[1] ?? null;
    ranges.push([start, end]);
    open.lastIndex = end;
  }
  return { ranges, language };
}

/** The script blocks of a `.vue`, `.svelte` or `.astro` file. Scripts of one file share a module scope. */
export function extractScripts(path: string, text: string): ScriptText {
  const { ranges, language } = scriptTags(text);
  if (path.endsWith('.astro')) {
    const front = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
    if (front?.[1] !== undefined) {
      const start = front[0].indexOf(front[1]);
      ranges.unshift([start, start + front[1].length]);
    }
    return { text: keep(text, ranges), language: 'ts' };
  }
  const known =
    language === 'ts' || language === 'tsx' || language === 'jsx'
      ? language
      : language === 'typescript'
        ? 'ts'
        : 'js';
  return { text: keep(text, ranges), language: known };
}
