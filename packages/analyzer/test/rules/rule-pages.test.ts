import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { reviewSources } from '../support/review-sources.js';

/** The examples of a page are programs; each is reviewed as this file. */
const EXAMPLE_FILE = 'src/example.ts';
const SECTIONS = [
  'What it reports',
  'Why',
  'Incorrect',
  'Correct',
  'Options',
  'Suppressing',
  'When not to use it',
  'Out of scope',
];

const pagePath = ({ name }: Rule): string =>
  fileURLToPath(new URL(`../../../../rules-docs/${name}.md`, import.meta.url));

const sectionOf = (page: string, section: string): string =>
  page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';

const blocksOf = (page: string, section: string): readonly string[] =>
  [...sectionOf(page, section).matchAll(/```tsx?\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

/** A first line `// tracklint.config: {…}` is the configuration of the example. */
function findingsOf(code: string, rule: Rule): readonly string[] {
  const config = /^\/\/ tracklint\.config: (.*)$/m.exec(code)?.[1];
  const problems = reviewSources(
    { [EXAMPLE_FILE]: code },
    { rules: [rule], ...(config ? { config: JSON.parse(config) as object } : {}) },
  );
  return problems.map((problem) => problem.message);
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('the page of %s', (name, rule) => {
  const page = readFileSync(pagePath(rule), 'utf8');

  it('has a title, the summary and every section in order', () => {
    expect(page.startsWith(`# mixpanel/${name}\n\n📝 ${rule.meta.summary}\n`)).toBe(true);
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(SECTIONS);
    expect(page).toContain(`**Severity** ${rule.meta.severity} · **Category** ${rule.meta.category}`);
  });

  it('says something in every section, and shows both kinds of code', () => {
    for (const section of SECTIONS) expect(sectionOf(page, section).trim(), section).not.toBe('');
    expect(blocksOf(page, 'Incorrect')).not.toEqual([]);
    expect(blocksOf(page, 'Correct')).not.toEqual([]);
    expect(page).not.toContain('TODO');
  });

  it.each(blocksOf(page, 'Incorrect'))('reports its incorrect example %#', (code) => {
    expect(findingsOf(code, rule)).not.toEqual([]);
  });

  it.each(blocksOf(page, 'Correct'))('says nothing about its correct example %#', (code) => {
    expect(findingsOf(code, rule)).toEqual([]);
  });
});

describe('messages', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'of %s end with a full stop and say what to do',
    (_, rule) => {
      for (const { message, fix } of Object.values(rule.meta.messages)) {
        expect(message).toMatch(/\.$/);
        expect(fix).toMatch(/\.$/);
      }
    },
  );
});
