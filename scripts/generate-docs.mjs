/**
 * Writes what documents repeat and eslint-doc-generator cannot know: the headers of the pages of rules that ESLint does not
 * have, their table in the README, and the README's demo.
 * With `--check` it writes nothing and fails when something is out of date, a page is missing, or a page belongs to no
 * rule. What a page has to say is tested with the rules. Needs the build.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '@tracklint/analyzer';
import * as prettier from 'prettier';
import { demoExcerpt } from './demo-excerpt.mjs';
import { replaceSection, writeOrCompare } from './generated-section.mjs';
import { factsLine, isOnCommandLineOnly, needsOf } from './rule-facts.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const isCheck = process.argv.includes('--check');
const problems = [];
const report = (problem) => problem && problems.push(problem);
const style = await prettier.resolveConfig(`${root}README.md`);
const format = (markdown) => prettier.format(markdown, { ...style, parser: 'markdown' });

const labelOf = ({ name }) => `rules-docs/${name}.md`;

/** Everything of a page above its first section; in the form that eslint-doc-generator gives to the other pages. */
function header(rule) {
  const { name, meta } = rule;
  const offers = [
    ...(meta.isFixable ? ['is repaired by `--fix` where that is safe'] : []),
    ...(meta.hasSuggestions ? ['offers suggestions in its reports'] : []),
  ];
  return [
    `# mixpanel/${name}`,
    `📝 ${meta.summary}`,
    '🖥️ This rule looks at the project as a whole: it runs on the command line, not in the editor.',
    ...(offers.length > 0 ? [`💡 It ${offers.join(' and ')}.`] : []),
    `${factsLine(rule)}\n\n`,
  ].join('\n\n');
}

async function updatePage(rule) {
  const label = labelOf(rule);
  const page = readFileSync(root + label, 'utf8');
  const text = header(rule) + page.slice(page.search(/^## /m));
  report(writeOrCompare(root + label, await format(text), { isCheck, label }));
}

function rulesTable(shown) {
  const rows = shown.map((rule) => {
    const { name, meta } = rule;
    const cells = [
      `[${name}](rules-docs/${name}.md)`,
      meta.severity,
      meta.summary,
      meta.isFixable ? '🔧' : '',
      meta.hasSuggestions ? '💡' : '',
      needsOf(rule).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Name | Severity | Description | 🔧 | 💡 | Needs |',
    '| :-- | :-- | :-- | :-- | :-- | :-- |',
    ...rows,
  ].join('\n');
}

const onCommandLineOnly = rules.filter(isOnCommandLineOnly);

async function updateReadme() {
  const sections = { demo: demoExcerpt(), 'rules of the command line': rulesTable(onCommandLineOnly) };
  let text = readFileSync(`${root}README.md`, 'utf8');
  for (const [name, content] of Object.entries(sections)) {
    const replaced = replaceSection(text, name, content);
    if (replaced === null)
      report(`README.md has no "<!-- begin ${name} -->" and "<!-- end ${name} -->" lines.`);
    else text = replaced;
  }
  report(writeOrCompare(`${root}README.md`, await format(text), { isCheck, label: 'README.md' }));
}

const labels = new Set(rules.map(labelOf));
for (const label of labels) {
  if (!existsSync(root + label)) report(`${label} is missing; every rule has a page (see CONTRIBUTING.md).`);
}
for (const page of readdirSync(`${root}rules-docs`)) {
  if (!labels.has(`rules-docs/${page}`)) report(`rules-docs/${page} belongs to no rule.`);
}
for (const rule of onCommandLineOnly) if (existsSync(root + labelOf(rule))) await updatePage(rule);
await updateReadme();
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${rules.length} rules, each with its page.`);
process.exitCode = problems.length > 0 ? 1 : 0;
