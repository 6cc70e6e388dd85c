import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { commandLineFindings } from './command-line-findings.js';
import { LINTED, eslintFindings } from './eslint-findings.js';
import { copyFixtures, needsTypes } from './fixture-copies.js';
import type { HostFinding } from './host-finding.js';
import { oxlintFindings } from './oxlint-findings.js';

const copies = copyFixtures();
afterAll(() => copies.remove());

const commandLine = commandLineFindings(copies.fixtures, 'with types');
const commandLineUntyped = commandLineFindings(copies.fixtures, 'without types');
const untyped = await eslintFindings(copies, 'without types');
const typed = await eslintFindings(copies, 'with types');
const oxlint = oxlintFindings(copies);

/** What an editor shows: without rules that are only about the project, and in files that ESLint has a parser for. */
const isShown = ({ rule, file }: HostFinding): boolean => rule in mixpanel.rules && LINTED.test(file);
/** Of a component, oxlint hands its plugins the script blocks alone, so that it shows nothing of the markup. */
function isShownInOxlint(root: string, { file, line }: HostFinding): boolean {
  if (!/\.(?:vue|svelte)$/.test(file)) return true;
  const before = readFileSync(join(root, file), 'utf8').split('\n').slice(0, line).join('\n');
  return before.lastIndexOf('<script') > before.lastIndexOf('</script>');
}

const only = (kind: 'only with types' | 'only without types', name: string) => {
  const marked = needsTypes(name).filter(({ found }) => found === kind);
  return ({ file, line, rule }: HostFinding): boolean =>
    marked.some((one) => one.file === file && one.line === line && one.rule === rule);
};

describe.each(copies.fixtures)('$name', ({ name, root }) => {
  const onlyTyped = only('only with types', name);
  const onlyUntyped = only('only without types', name);
  const withTypes = (commandLine.get(name) ?? []).filter(isShown);
  const withoutTypes = (untyped.get(name) ?? []).filter(isShown);

  it('is the same in ESLint with types as on the command line', () => {
    expect(typed.get(name)).toEqual(withTypes);
  });

  it('is the same in ESLint without types as on the command line without types', () => {
    expect(untyped.get(name)).toEqual((commandLineUntyped.get(name) ?? []).filter(isShown));
  });

  it('is the same with types and without, but for what the expectation says needs types', () => {
    expect(withoutTypes.filter((found) => !onlyUntyped(found))).toEqual(
      withTypes.filter((found) => !onlyTyped(found)),
    );
    for (const { file, line, rule, found } of needsTypes(name)) {
      const isThere = (one: HostFinding): boolean =>
        one.file === file && one.line === line && one.rule === rule;
      expect([withTypes.some(isThere), withoutTypes.some(isThere)]).toEqual(
        found === 'only with types' ? [true, false] : [false, true],
      );
    }
  });

  it('is the same in oxlint as in ESLint without types', () => {
    expect(oxlint.get(name)).toEqual(withoutTypes.filter((found) => isShownInOxlint(root, found)));
  });
});

it('there is something to compare: most rules, in every kind of file', () => {
  const all = [...typed.values()].flat();
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(all.map(({ rule }) => rule)).size).toBeGreaterThan(10);
  expect(new Set(all.map(({ file }) => /[^.]+$/.exec(file)?.[0]))).toEqual(
    new Set(['js', 'ts', 'tsx', 'vue', 'svelte']),
  );
  expect(copies.fixtures.some(({ name }) => needsTypes(name).length > 0)).toBe(true);
});
