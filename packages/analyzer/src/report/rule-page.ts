import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pc from 'picocolors';
import type { Rule } from '../rules/rule.js';
import type { Colors, Paper } from './pretty-paper.js';
import type { ReportOptions } from './report-options.js';
import { wrapText } from './terminal-text.js';

/** The published package has the pages in it; in the repository they have a folder of their own. */
const FOLDERS = ['rules-docs', '../../rules-docs'] as const;

/** The Markdown page of a rule, or null if it has none. `name` is the name of a known rule. */
export function readRulePage(name: string): string | null {
  // Found by the name of this package, because the code may be bundled into another one.
  const own = dirname(createRequire(import.meta.url).resolve('@tracklint/analyzer/package.json'));
  const found = FOLDERS.map((folder) => join(own, folder, `${name}.md`)).find((path) => existsSync(path));
  return found === undefined ? null : readFileSync(found, 'utf8');
}

/** A rule's page for a terminal; without a page, what the rule says of itself. */
export function renderRulePage(
  rule: Rule,
  page: string | null,
  { color, width }: Pick<ReportOptions, 'color' | 'width'>,
): string {
  const paper: Paper = { colors: pc.createColors(color), width: Math.min(100, Math.max(30, width)) };
  const text = (page ?? ownWords(rule)).replace(/<!--[\s\S]*?-->\n?/g, '');
  let isCode = false;
  const shown = text.split('\n').map((line) => {
    if (/^\s*```/.test(line)) isCode = !isCode;
    else if (isCode) return `    ${paper.colors.cyan(line)}\n`;
    else return renderLine(line, paper);
    return '';
  });
  return `${shown
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function renderLine(line: string, { colors, width }: Paper): string {
  const wrap = (text: string, first = '', rest = ' '.repeat(first.length)): string =>
    wrapText(inlineMarks(text, colors), width, { first, rest });
  if (/^#+ /.test(line)) return `${colors.bold(line.replace(/^#+ /, ''))}\n`;
  if (line.trim() === '') return '\n';
  if (/^\|[\s:|-]+\|$/.test(line)) return '';
  if (line.startsWith('|')) return wrap(cellsOf(line).join(' · '), '  ', '    ');
  const item = /^\s*(?:[-*]|\d+\.|>) /.exec(line)?.[0] ?? '';
  return wrap(line.slice(item.length), item === '> ' ? '' : item);
}

const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'));

/** Bold text; links lose their target, which leads nowhere from a terminal. */
const inlineMarks = (text: string, { bold }: Colors): string =>
  text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/\*\*(.+?)\*\*/g, (_, strong: string) => bold(strong));

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
