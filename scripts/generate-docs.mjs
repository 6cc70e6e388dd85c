/**
 * Writes what documents repeat: the header of each page in `rules-docs/`, and the table of rules and the demo in the
 * README.
 * With `--check` it writes nothing and fails when something is out of date, a page is missing, or a page belongs to no
 * rule. What a page has to say is tested with the rules. Needs the build.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '@tracklint/analyzer';
import * as prettier from 'prettier';
import { demoExcerpt } from './demo-excerpt.mjs';
import { replaceSection, writeOrCompare } from './generated-section.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const isCheck = process.argv.includes('--check');
const problems = [];
const report = (problem) => problem && problems.push(problem);
const style = await prettier.resolveConfig(`${root}README.md`);
const format = (markdown) => prettier.format(markdown, { ...style, parser: 'markdown' });

/** Everything of a page above its first section. */
function header({ name, meta }) {
  const facts = [
    `**Severity** ${meta.severity}`,
    `**Category** ${meta.category}`,
    meta.isFixable && 'repaired by `--fix`',
    meta.hasSuggestions && 'offers suggestions',
    meta.needsPlan && 'needs a tracking plan',
    meta.isEnabled && 'off until the configuration asks for it',
    meta.where.every((where) => where === 'project') && 'not in the editor',
  ];
  return `# mixpanel/${name}\n\n> ${meta.summary}\n\n${facts.filter(Boolean).join(' · ')}\n\n`;
}

async function updatePage(rule) {
  const label = `rules-docs/${rule.name}.md`;
  if (!existsSync(root + label)) {
    report(`${label} is missing; every rule has a page (see CONTRIBUTING.md).`);
    return;
  }
  const page = readFileSync(root + label, 'utf8');
  const text = header(rule) + page.slice(page.search(/^## /m));
  report(writeOrCompare(root + label, await format(text), { isCheck, label }));
}

function rulesTable() {
  const rows = rules.map(({ name, meta }) => {
    const offers = [meta.isFixable && 'fix', meta.hasSuggestions && 'suggestions'].filter(Boolean).join(', ');
    return `| [\`${name}\`](rules-docs/${name}.md) | ${meta.severity} | ${meta.summary} | ${offers} |`;
  });
  return ['| rule | severity | what it says | offers |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

for (const rule of rules) await updatePage(rule);
const names = new Set(rules.map((rule) => `${rule.name}.md`));
for (const page of readdirSync(`${root}rules-docs`)) {
  if (!names.has(page)) report(`rules-docs/${page} belongs to no rule.`);
}
async function updateReadme() {
  const sections = { demo: demoExcerpt(), 'generated rules': rulesTable() };
  let text = readFileSync(`${root}README.md`, 'utf8');
  for (const [name, content] of Object.entries(sections)) {
    const replaced = replaceSection(text, name, content);
    if (replaced === null)
      report(`README.md has no "<!-- begin ${name} -->" and "<!-- end ${name} -->" lines.`);
    else text = replaced;
  }
  report(writeOrCompare(`${root}README.md`, await format(text), { isCheck, label: 'README.md' }));
}

await updateReadme();
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${rules.length} rules, each with its page.`);
process.exitCode = problems.length > 0 ? 1 : 0;
