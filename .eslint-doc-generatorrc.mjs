/**
 * eslint-doc-generator writes the headers of the pages of rules that ESLint has, and their table in the README. What it
 * does not know, severity, category and needs, is put into its output here, so that these lines have one writer.
 */
import { rules } from '@tracklint/analyzer';
import { basename } from 'node:path';
import * as prettier from 'prettier';
import { replaceSection } from './scripts/generated-section.mjs';
import { factsLine, needsOf } from './scripts/rule-facts.mjs';

const END_OF_HEADER = '<!-- end auto-generated rule header -->';
const RULES_LIST = 'auto-generated rules list';

const ruleNamed = (name) => rules.find((rule) => rule.name === name);

/** The facts stand between the generated header and the first section. */
function withFacts(page, rule) {
  const header = page.slice(0, page.indexOf(END_OF_HEADER) + END_OF_HEADER.length);
  return `${header}\n\n${factsLine(rule)}\n\n${page.slice(page.search(/^## /m))}`;
}

/** Adds the severity after the name and what the rule needs at the end. */
function withColumns(row, index) {
  const cells = row.split(/(?<!\\)\|/).slice(1, -1);
  const rule = ruleNamed(/\[([a-z-]+)\]/.exec(cells[0])?.[1]);
  const [severity, needs] =
    index === 0
      ? ['Severity', 'Needs']
      : rule
        ? [rule.meta.severity, needsOf(rule).join(', ')]
        : [':--', ':--'];
  return `|${[cells[0], severity, ...cells.slice(1), needs].join('|')}|`;
}

function withTableColumns(readme) {
  const begin = `<!-- begin ${RULES_LIST} -->`;
  const list = readme.slice(
    readme.indexOf(begin) + begin.length,
    readme.indexOf(`<!-- end ${RULES_LIST} -->`),
  );
  const isRow = (line) => line.startsWith('|');
  const table = list.split('\n').filter(isRow).map(withColumns).join('\n');
  const legend = list.split('\n').filter((line) => !isRow(line));
  return replaceSection(readme, RULES_LIST, `${legend.join('\n').trim()}\n\n${table}`);
}

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  pathRuleDoc: '../../rules-docs/{name}.md',
  pathRuleList: '../../README.md',
  // It has every rule.
  ignoreConfig: ['all'],
  // What rules can be told is in the configuration, for every host alike; each page says what.
  ruleDocSectionOptions: false,
  async postprocess(content, path) {
    const rule = ruleNamed(basename(path, '.md'));
    const text = rule ? withFacts(content, rule) : withTableColumns(content);
    return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
  },
};
