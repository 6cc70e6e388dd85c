/**
 * Writes what documents repeat from the rules: the header of each page in `rules-docs/` and the table in the README.
 * With `--check` it writes nothing and fails when something is out of date, a page or a required section is missing, or
 * a page belongs to no rule. Needs the build.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '@tracklint/analyzer';
import { replaceSection, writeOrCompare } from './generated-section.mjs';

/** Every page answers these questions, in this order. */
const REQUIRED_SECTIONS = ['What it reports', 'What it does not report', 'Why', 'What to do'];
const HEADER = 'generated header';
const WHERE = { call: 'each tracking call', plan: 'the tracking plan', project: 'the whole project' };

const root = fileURLToPath(new URL('../', import.meta.url));
const isCheck = process.argv.includes('--check');
const problems = [];
const report = (problem) => problem && problems.push(problem);

function header({ name, meta }) {
  const facts = [
    `**${meta.severity}**`,
    meta.category,
    `looks at ${meta.where.map((where) => WHERE[where]).join(' and ')}`,
    meta.isFixable && 'fixed by `--fix`',
    meta.hasSuggestions && 'offers suggestions',
    meta.needsPlan && 'needs a tracking plan',
    meta.isEnabled && 'off until the configuration asks for it',
  ];
  return `# ${name}\n\n${meta.summary}\n\n${facts.filter(Boolean).join(' · ')}`;
}

function updatePage(rule) {
  const label = `rules-docs/${rule.name}.md`;
  let page;
  try {
    page = readFileSync(root + label, 'utf8');
  } catch {
    report(`${label} is missing; every rule has a page (see CONTRIBUTING.md).`);
    return;
  }
  const text = replaceSection(page, HEADER, header(rule));
  if (text === null) report(`${label} has no "<!-- begin ${HEADER} -->" and "<!-- end ${HEADER} -->" lines.`);
  else report(writeOrCompare(root + label, text, { isCheck, label }));
  const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
  for (const section of REQUIRED_SECTIONS) {
    if (!sections.includes(section)) report(`${label} has no section "## ${section}".`);
  }
}

function rulesTable() {
  const rows = rules.map(({ name, meta }) => {
    const offers = [meta.isFixable && 'fix', meta.hasSuggestions && 'suggestions'].filter(Boolean).join(', ');
    return `| [\`${name}\`](rules-docs/${name}.md) | ${meta.severity} | ${meta.summary} | ${offers} |`;
  });
  return ['| rule | severity | what it says | offers |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

for (const rule of rules) updatePage(rule);
const names = new Set(rules.map((rule) => `${rule.name}.md`));
for (const page of readdirSync(`${root}rules-docs`)) {
  if (!names.has(page)) report(`rules-docs/${page} belongs to no rule.`);
}
const readme = replaceSection(readFileSync(`${root}README.md`, 'utf8'), 'generated rules', rulesTable());
if (readme === null) report('README.md has no place for the generated rules.');
else report(writeOrCompare(`${root}README.md`, readme, { isCheck, label: 'README.md' }));

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${rules.length} rules, each with its page.`);
process.exitCode = problems.length > 0 ? 1 : 0;
