import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openScope } from '../../src/review/scope.js';
import { withoutFilters } from '../../src/source/filter-drivers.js';
import { workingTreeSource } from '../../src/source/working-tree.js';
import { temporaryFolder } from './git-repository.js';

describe('programs that a repository configures', () => {
  const folder = temporaryFolder();
  const mark = join(folder.root, 'ran');
  beforeEach(() => {
    folder.write({ 'a.ts': 'mixpanel;\n', 'b.ts': 'mixpanel;\n' });
    folder.git('init', '-q', '--initial-branch=main');
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'first');
    const program = `sh -c 'touch "${mark}"; cat'`;
    for (const driver of ['plain', 'two words', 'a=b']) {
      for (const use of ['clean', 'smudge', 'process'])
        folder.git('config', `filter.${driver}.${use}`, program);
      folder.git('config', `filter.${driver}.required`, 'true');
    }
    folder.git('config', 'core.fsmonitor', program);
    folder.git('config', 'diff.external', program);
    folder.git('config', 'diff.plain.textconv', program);
    folder.git('config', 'diff.plain.command', program);
    folder.write({
      '.gitattributes': '*.ts filter=plain diff=plain\nb.ts filter=a=b\n',
      'a.ts': 'mixpanel();\n',
      'b.ts': 'mixpanel.track;\n',
    });
  });
  afterEach(() => folder.remove());

  it('are not run', () => {
    const source = workingTreeSource(folder.root);
    expect(source.search(['mixpanel'], { ignoreCase: false })).toEqual(['a.ts', 'b.ts']);
    expect(source.read('a.ts')).toBe('mixpanel();\n');
    openScope(folder.root, { mode: 'staged', baseRef: null });
    const { before } = openScope(folder.root, { mode: 'branch', baseRef: 'main' });
    expect(before?.source().read('a.ts')).toBe('mixpanel;\n');
    expect(existsSync(mark)).toBe(false);
  });
});

it('settings of the environment are kept', () => {
  const { args, env } = withoutFilters(['filter.lfs.clean', 'filter.lfs.process', 'filter.a=b.clean'], {
    GIT_CONFIG_COUNT: '2',
  });
  expect(args).toEqual(
    ['filter.lfs.clean=', 'filter.lfs.smudge=', 'filter.lfs.process=', 'filter.lfs.required=false'].flatMap(
      (setting) => ['-c', setting],
    ),
  );
  expect(env).toMatchObject({ GIT_CONFIG_COUNT: '6', GIT_CONFIG_KEY_2: 'filter.a=b.clean' });
});
