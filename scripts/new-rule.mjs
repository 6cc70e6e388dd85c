/**
 * Starts a new rule: `node scripts/new-rule.mjs <name>` writes the rule, its test and its page, and adds it to the list of
 * rules. Nothing is overwritten.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const INDEX = 'packages/analyzer/src/rules/index.ts';

function ruleText(name, constant) {
  return `import type { Rule } from './rule.js';

export const ${constant}: Rule = {
  name: '${name}',
  meta: {
    severity: 'P2',
    category: 'Schema Design',
    where: ['call'],
    summary: 'TODO: what is true of good code, in one sentence.',
    messages: {
      found: {
        message: 'TODO: what is wrong with "{{event}}", and why it matters.',
        fix: 'TODO: what to do.',
      },
    },
  },
  checkCall(call) {
    if (call.event?.name !== 'TODO') return [];
    return [{ messageId: 'found', data: { event: call.event.name }, at: call.event.at, call, event: call.event.name }];
  },
};
`;
}

function testText(name, constant) {
  return `import { describe, expect, it } from 'vitest';
import { analyze, defaultConfig, memorySource, runRules } from '../../src/index.js';
import { ${constant} } from '../../src/rules/${name}.js';

function problemsIn(code: string): readonly string[] {
  const source = memorySource({ 'src/a.ts': \`import mixpanel from 'mixpanel-browser';\\n\${code}\` });
  const analysis = analyze(source, { config: defaultConfig, useTypes: false, cacheDirectory: null });
  return runRules(analysis, { config: defaultConfig, plan: null })
    .filter((problem) => problem.rule === ${constant}.name)
    .map((problem) => analysis.textAt(problem.at));
}

describe('${name}', () => {
  it.each([
    // code, the places that are reported
    [\`mixpanel.track('TODO');\`, [\`'TODO'\`]],
  ])('reports %s', (code, places) => {
    expect(problemsIn(code)).toEqual(places);
  });

  it.each([
    // At least as many near-misses as hits.
    \`mixpanel.track('Signed Up');\`,
    \`console.log('TODO');\`,
  ])('says nothing about %s', (code) => {
    expect(problemsIn(code)).toEqual([]);
  });
});
`;
}

function pageText(name) {
  return `<!-- begin generated header -->

# ${name}

<!-- end generated header -->

## What it reports

\`\`\`ts
mixpanel.track('TODO');
\`\`\`

## What it does not report

\`\`\`ts
mixpanel.track('Signed Up');
\`\`\`

## Why

TODO

## What to do

TODO
`;
}

/** Adds the import and the entry, both in alphabetical order. */
function withEntry(index, name, constant) {
  const imports = [...index.matchAll(/^import \{ \w+ \} from '\.\/([\w-]+)\.js';\n/gm)];
  const list = /readonly Rule\[\] = \[([\s\S]*?)\];/.exec(index);
  if (imports.length === 0 || !list) throw new Error(`${INDEX} has no list of rules to add to.`);
  const entries = list[1].split(/[\s,]+/).filter(Boolean);
  const added = [...entries, constant].sort();
  const withList = index.replace(
    list[0],
    `readonly Rule[] = [\n${added.map((entry) => `  ${entry},\n`).join('')}];`,
  );
  const next = imports.find((match) => match[1] > name);
  const last = imports.at(-1);
  const at = next ? next.index : last.index + last[0].length;
  return `${withList.slice(0, at)}import { ${constant} } from './${name}.js';\n${withList.slice(at)}`;
}

function main(name) {
  if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      'Usage: node scripts/new-rule.mjs <name>, with a name in kebab-case such as no-shouting.',
    );
  }
  const constant = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const files = {
    [`packages/analyzer/src/rules/${name}.ts`]: ruleText(name, constant),
    [`packages/analyzer/test/rules/${name}.test.ts`]: testText(name, constant),
    [`rules-docs/${name}.md`]: pageText(name),
  };
  const existing = Object.keys(files).find((path) => existsSync(root + path));
  if (existing) throw new Error(`${existing} exists already.`);
  const index = withEntry(readFileSync(root + INDEX, 'utf8'), name, constant);
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(root + path, text);
    console.log(`wrote ${path}`);
  }
  writeFileSync(root + INDEX, index);
  console.log(
    `added ${constant} to ${INDEX}\n\nNext: the test, the check, the messages, the page, then npm run generate.`,
  );
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
