import { existsSync, readFileSync } from 'node:fs';
import pc from 'picocolors';
import type { Rule } from '../rules/rule.js';
import type { ReportOptions } from './report-options.js';
import { wrapText } from './terminal-text.js';

/** In the published package the pages lie beside the code; in the repository they have a folder of their own. */
const FOLDERS = ['../../rules-docs/', '../../../../rules-docs/'] as const;

/** The Markdown page of a rule, or null if it has none. `name` is the name of a known rule. */
export function readRulePage(name: string): string | null {
  const found = FOLDERS.map((folder) => new URL(`${folder}${name}.md`, import.meta.url)).find((url) =>
    existsSync(url),
  );
  return found ? readFileSync(found, 'utf8') : null;
}

/** A rule's page for a terminal; without a page, what the rule says of itself. */
export function renderRulePage(
  rule: Rule,
  page: string | null,
  { color, width }: Pick<ReportOptions, 'color' | 'width'>,
): string {
  const colors = pc.createColors(color);
  const room = Math.min(100, Math.max(30, width));
  const lines = (page ?? ownWords(rule)).replace(/<!--[\s\S]*?-->\n?/g, '').split('\n');
  let isCode = false;
  const shown = lines.map((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      return '';
    }
    if (isCode) return `    ${colors.cyan(line)}\n`;
    if (/^#+ /.test(line)) return `${colors.bold(line.replace(/^#+ /, ''))}\n`;
    if (line.startsWith('|') || line.trim() === '') return `${line}\n`;
    const item = /^\s*(?:[-*]|\d+\.) /.exec(line)?.[0] ?? '';
    const text = line.slice(item.length).replace(/\*\*(.+?)\*\*/g, (_, bold: string) => colors.bold(bold));
    return wrapText(text, room, { first: item, rest: ' '.repeat(item.length) });
  });
  return `${shown
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function ownWords({ name, meta }: Rule): string {
  const messages = Object.values(meta.messages).map(({ message, fix }) => `- ${message} ${fix}`);
  const head = [
    `# ${name}`,
    '',
    `${meta.severity} · ${meta.category}`,
    '',
    meta.summary,
    '',
    '## What it says',
    '',
  ];
  return [...head, ...messages].join('\n');
}
