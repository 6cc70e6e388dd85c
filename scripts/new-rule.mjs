/**
 * Starts a new rule: `node scripts/new-rule.mjs <name>` writes the rule, its test and its page, and adds it to the list of
 * rules. Nothing is overwritten.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

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
import { ${constant} } from '../../src/rules/${name}.js';
import { reviewSources } from '../support/review-sources.js';

const reported = (code: string) =>
  reviewSources({ 'src/a.ts': \`import mixpanel from 'mixpanel-browser';\\n\${code}\` }, { rules: [${constant}] }).map(
    (problem) => problem.text,
  );

describe('${name}', () => {
  it.each([
    // The code and the places that are reported in it.
    [\`mixpanel.track('TODO');\`, [\`'TODO'\`]],
  ])('reports %s', (code, places) => {
    expect(reported(code)).toEqual(places);
  });

  // At least as many near-misses as hits.
  it.each([\`mixpanel.track('Signed Up');\`, \`console.log('TODO');\`])('says nothing about %s', (code) => {
    expect(reported(code)).toEqual([]);
  });
});
`;
}

/** `npm run generate` completes what stands above the first section. */
function pageText(name) {
  return `# mixpanel/${name}

## What it reports

- TODO

## Why

TODO

## Incorrect

\`\`\`ts
import mixpanel from 'mixpanel-browser';

mixpanel.track('TODO');
\`\`\`

## Correct

\`\`\`ts
import mixpanel from 'mixpanel-browser';

mixpanel.track('Signed Up');
\`\`\`

## Options

None.

## Suppressing

\`\`\`ts
// eslint-disable-next-line mixpanel/${name} -- why this place is an exception
\`\`\`

The comment is ESLint's own. The command line and pull requests read it too, and there it counts only with a reason.

## When not to use it

TODO

## Out of scope

- TODO
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

async function write(path, text) {
  const style = await prettier.resolveConfig(root + path);
  writeFileSync(root + path, await prettier.format(text, { ...style, filepath: path }));
}

async function main(name) {
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
    await write(path, text);
    console.log(`wrote ${path}`);
  }
  await write(INDEX, index);
  console.log(
    `added ${constant} to ${INDEX}\n\nNext: the test, the check, the messages, the page, then npm run generate.`,
  );
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
