import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProjects } from '../../src/project/projects.js';
import { scriptBlock } from '../../src/project/script-block.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

const FIRST = `
import mixpanel from 'mixpanel-browser';
export const name = 'Panel Opened';
`;
const SECOND = `
  const user = useUser();
  mixpanel.track('Panel Opened', { email: user.email });
`;
const VUE = `<template>
  <button @click="mixpanel.track('Panel Closed', { email: user.email })">Close</button>
</template>
<script lang="ts">${FIRST}</script>
<script setup lang="ts">${SECOND}</script>
`;

/** What a host that takes components apart is told of a block, and the text at each place there. */
function lintBlock(root: string, path: string, text: string) {
  const { findings, failure } = createProjects(() => 0).reviewOf({
    filename: join(root, path),
    cwd: root,
    settings: {},
    sourceCode: { ast: {}, hasBOM: false, text },
  });
  expect(failure).toBeNull();
  return findings.map(({ finding, problem }) => ({
    rule: finding.rule,
    line: finding.line,
    code: text.slice(problem.at.start, problem.at.end),
    column: text.split('\n')[finding.line - 1]?.indexOf('email: user.email') === finding.column - 1,
    edited: (problem.edits ?? []).map(({ changes }) =>
      changes.reduceRight(
        (result, { at, text: added }) => result.slice(0, at.start) + added + result.slice(at.end),
        text,
      ),
    ),
  }));
}

describe('a script block that a host hands over as the file', () => {
  it('is found in its component', () => {
    expect(scriptBlock('src/A.vue', VUE, FIRST)).toMatchObject({ start: VUE.indexOf(FIRST), line: 3 });
    expect(scriptBlock('src/A.vue', VUE, SECOND)).toMatchObject({ start: VUE.indexOf(SECOND) });
  });

  it.each([
    ['the whole component', 'src/A.vue', VUE, VUE],
    ['text that was edited', 'src/A.vue', VUE, `${FIRST}// edited`],
    ['a component that was shortened', 'src/A.vue', VUE, VUE.slice(0, VUE.indexOf('<script setup'))],
    ['the markup alone', 'src/A.vue', VUE, VUE.slice(0, VUE.indexOf('<script'))],
    ['a part of a block', 'src/A.vue', VUE, SECOND.slice(SECOND.indexOf('mixpanel'))],
    ['an empty block', 'src/A.vue', VUE, '\n'],
    ['a component that is not there', 'src/A.vue', null, FIRST],
    ['a part of a module', 'src/a.ts', VUE, FIRST],
  ])('is not %s', (_, path, whole, text) => {
    expect(scriptBlock(path, whole, text)).toBeNull();
  });

  it('has what is found in it, at its places there, and nothing of the markup or another block', () => {
    const root = projectOnDisk({ 'src/Panel.vue': VUE });
    expect(readFileSync(join(root, 'src/Panel.vue'), 'utf8')).toBe(VUE);
    const found = lintBlock(root, 'src/Panel.vue', SECOND).filter(({ rule }) => rule === 'no-pii');
    expect(found).toMatchObject([{ line: 3, code: 'email: user.email', column: true }]);
    expect(found[0]?.edited[0]).toBe(SECOND.replace('email: user.email', ''));
    expect(lintBlock(root, 'src/Panel.vue', FIRST)).toEqual([]);
  });
});
